import { METRES_PER_MILE } from "@repo/core/units";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { ActivityActions } from "#features/log/activity-actions.tsx";
import { ActivityView } from "#features/log/activity-view.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";
import { sportWords, wordOf } from "#words/training.ts";

export const metadata: Metadata = { title: "Session" };

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

export default async function ActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireActor(`/activities/${id}`);
  const caller = await getCaller();
  const { units } = await caller.account.me();
  const splitM = units === "imperial" ? METRES_PER_MILE : 1_000;
  const activity = (await caller.log.activity({ id, splitM }).catch(nullIfNotFound)) ?? notFound();
  const title = activity.title ?? activity.workout?.title ?? wordOf(sportWords, activity.sport);
  return (
    <>
      <PageTitle
        eyebrow={DAY.format(new Date(`${activity.localDate}T00:00:00Z`))}
        title={title}
        lead={activity.device ? `Recorded by ${activity.device}` : sourceWords[activity.source]}
        actions={<ActivityActions activity={activity} />}
      />
      <ActivityView activity={activity} units={units} />
    </>
  );
}

const sourceWords = {
  manual: "Logged by hand",
  file: "From a file",
  import: "Imported",
  demo: "Simulated, for the demo",
  api: "Sent by another program",
} as const;
