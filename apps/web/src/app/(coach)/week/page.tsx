import { isIsoDate, localDay, weekStartOf } from "@repo/core/calendar";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { GroupView } from "#features/group-calendar/group-view.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Calendar" };

export default async function WeekPage({ searchParams }: PageProps<"/week">) {
  await requireActor("/week");
  const { week } = await searchParams;
  const { timeZone } = await (await getCaller()).account.me();
  const today = localDay(new Date(), timeZone ?? "UTC");
  // At the ends of the calendar there are no weeks before or after it to go to.
  const isAsked = typeof week === "string" && isIsoDate(week) && week > "1900-03-01" && week < "2199-10-01";
  if (week !== undefined && !isAsked) redirect("/week");
  const from = weekStartOf(isAsked ? week : today);
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.coachCalendar.group.queryOptions({ from, days: 7 })),
    client.prefetchQuery(trpc.squads.list.queryOptions()),
  ]);
  return (
    <Hydrate>
      <GroupView week={weekStartOf(today)} />
    </Hydrate>
  );
}
