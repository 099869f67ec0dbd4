import { localDay } from "@repo/core/calendar";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { AssignView } from "#features/cycles/assign-view.tsx";
import { findCycle } from "#features/cycles/find-cycle.ts";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Give a cycle" };

export default async function AssignCyclePage({
  params,
  searchParams,
}: PageProps<"/cycles/[cycleRef]/assign">) {
  const { cycleRef } = await params;
  await requireActor(`/cycles/${cycleRef}/assign`);
  const account = await (await getCaller()).account.me();
  const planning = coachingOf(account).filter(({ role }) => role !== "assistant");
  if (planning.length === 0) redirect("/cycles");
  const found = await findCycle(askedFirst(planning, (await searchParams).org), cycleRef);
  if (!found) notFound();
  const { orgId } = found;
  await getQueryClient().prefetchQuery(trpc.season.list.queryOptions());
  return (
    <Hydrate>
      <AssignView orgId={orgId} cycleRef={cycleRef} today={localDay(new Date(), account.timeZone ?? "UTC")} />
    </Hydrate>
  );
}
