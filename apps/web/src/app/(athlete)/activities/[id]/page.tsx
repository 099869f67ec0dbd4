import { METRES_PER_MILE } from "@repo/core/units";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { ActivityActions } from "#features/log/activity-actions.tsx";
import { ActivityView } from "#features/log/activity-view.tsx";
import { sessionDay, sessionOrigin, sessionTitle } from "#features/log/session-words.ts";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Session" };

export default async function ActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireActor(`/activities/${id}`);
  const caller = await getCaller();
  const { units } = await caller.account.me();
  const splitM = units === "imperial" ? METRES_PER_MILE : 1_000;
  const activity = (await caller.log.activity({ id, splitM }).catch(nullIfNotFound)) ?? notFound();
  return (
    <>
      <PageTitle
        eyebrow={sessionDay(activity)}
        title={sessionTitle(activity)}
        lead={sessionOrigin(activity)}
        actions={<ActivityActions activity={activity} />}
      />
      <ActivityView activity={activity} units={units} isOwn />
    </>
  );
}
