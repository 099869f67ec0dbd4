import { isIsoDate, localDay, weekStartOf } from "@repo/core/calendar";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { GroupView } from "#features/group-calendar/group-view.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Calendar" };

export default async function WeekPage({ searchParams }: PageProps<"/week">) {
  await requireActor("/week");
  const { week } = await searchParams;
  const { timeZone } = await (await getCaller()).account.me();
  const today = localDay(new Date(), timeZone ?? "UTC");
  const from = weekStartOf(typeof week === "string" && isIsoDate(week) ? week : today);
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
