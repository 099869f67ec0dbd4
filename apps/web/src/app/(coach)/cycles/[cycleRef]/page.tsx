import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { CycleView } from "#features/cycles/cycle-view.tsx";
import { findCycle } from "#features/cycles/find-cycle.ts";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller, Hydrate } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Cycle" };

export default async function CyclePage({ params, searchParams }: PageProps<"/cycles/[cycleRef]">) {
  const { cycleRef } = await params;
  await requireActor(`/cycles/${cycleRef}`);
  const organisations = coachingOf(await (await getCaller()).account.me());
  if (organisations.length === 0) redirect("/");
  const found = await findCycle(askedFirst(organisations, (await searchParams).org), cycleRef);
  if (!found) notFound();
  const { orgId, role } = found;
  return (
    <Hydrate>
      <CycleView orgId={orgId} cycleRef={cycleRef} mayPlan={role !== "assistant"} />
    </Hydrate>
  );
}
