import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { refOf } from "#features/cycles/cycle-data.ts";
import { CycleView } from "#features/cycles/cycle-view.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Cycle" };

export default async function CyclePage({ params }: PageProps<"/cycles/[cycleRef]">) {
  const { cycleRef } = await params;
  await requireActor(`/cycles/${cycleRef}`);
  const [organisation] = coachingOf(await (await getCaller()).account.me());
  if (!organisation) redirect("/");
  const { orgId, role } = organisation;
  const found = await getQueryClient()
    .fetchQuery(trpc.cycles.get.queryOptions({ orgId, cycle: refOf(cycleRef) }))
    .catch(nullIfNotFound);
  if (!found) notFound();
  return (
    <Hydrate>
      <CycleView orgId={orgId} cycleRef={cycleRef} mayPlan={role !== "assistant"} />
    </Hydrate>
  );
}
