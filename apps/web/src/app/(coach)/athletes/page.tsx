import { localDay } from "@repo/core/calendar";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { coachingOf } from "#features/shell/hats.ts";
import { AthletesTable } from "#features/squads/athletes-table.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Athletes" };

export default async function AthletesPage() {
  await requireActor("/athletes");
  const account = await (await getCaller()).account.me();
  const [organisation] = coachingOf(account);
  if (!organisation) redirect("/");
  const today = localDay(new Date(), account.timeZone ?? "UTC");
  await getQueryClient().prefetchQuery(trpc.squads.table.queryOptions());
  await getQueryClient().prefetchQuery(trpc.squads.list.queryOptions());
  await getQueryClient().prefetchQuery(trpc.squads.views.queryOptions());
  return (
    <Hydrate>
      <AthletesTable orgId={organisation.orgId} mayPlan={organisation.role !== "assistant"} today={today} />
    </Hydrate>
  );
}
