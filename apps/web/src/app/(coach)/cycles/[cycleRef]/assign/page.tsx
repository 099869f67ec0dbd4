import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { localDay } from "#components/local-day.ts";
import { AssignView } from "#features/cycles/assign-view.tsx";
import { refOf } from "#features/cycles/cycle-data.ts";
import { coachingOf } from "#features/shell/hats.ts";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Give a cycle" };

export default async function AssignCyclePage({ params }: PageProps<"/cycles/[cycleRef]/assign">) {
  const { cycleRef } = await params;
  await requireActor(`/cycles/${cycleRef}/assign`);
  const account = await (await getCaller()).account.me();
  const organisation = coachingOf(account).find(({ role }) => role !== "assistant");
  if (!organisation) redirect("/cycles");
  const { orgId } = organisation;
  const found = await getQueryClient()
    .fetchQuery(trpc.cycles.get.queryOptions({ orgId, cycle: refOf(cycleRef) }))
    .catch(nullIfNotFound);
  if (!found) notFound();
  await getQueryClient().prefetchQuery(trpc.season.list.queryOptions());
  return (
    <Hydrate>
      <AssignView orgId={orgId} cycleRef={cycleRef} today={localDay(new Date(), account.timeZone ?? "UTC")} />
    </Hydrate>
  );
}
