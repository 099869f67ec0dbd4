import { isIsoDate } from "@repo/core/calendar";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { chunkInput, chunkStartOf, weekIndexOf } from "#features/coach-calendar/calendar-data.ts";
import { CoachCalendarView } from "#features/coach-calendar/calendar-view.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarPage(props: PageProps<"/athletes/[athleteId]/calendar">) {
  const { athleteId } = await props.params;
  const asked = await props.searchParams;
  await requireActor(`/athletes/${athleteId}/calendar`);
  const client = getQueryClient();
  const head = await client
    .fetchQuery(trpc.coachCalendar.get.queryOptions({ athleteId }))
    .catch(nullIfNotFound);
  if (!head) notFound();
  const week = typeof asked.week === "string" && isIsoDate(asked.week) ? asked.week : head.today;
  const starts = asked.starts === "sun" || asked.starts === "mon" ? asked.starts : head.weekStartsOn;
  const opening = weekIndexOf(week, starts);
  const from = chunkStartOf(opening, starts, opening);
  const input = chunkInput({ athleteId, drafts: asked.drafts === "true" }, from);
  await client.prefetchQuery(trpc.coachCalendar.weeks.queryOptions(input));
  return (
    <Hydrate>
      <CoachCalendarView key={athleteId} athleteId={athleteId} openAt={week} />
    </Hydrate>
  );
}
