import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { CyclesView } from "#features/cycles/cycles-view.tsx";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Cycles" };

export default async function CyclesPage({ searchParams }: PageProps<"/cycles">) {
  await requireActor("/cycles");
  const organisations = coachingOf(await (await getCaller()).account.me());
  const [organisation] = askedFirst(organisations, (await searchParams).org);
  if (!organisation) redirect("/");
  const { orgId, role } = organisation;
  await getQueryClient().prefetchQuery(trpc.cycles.list.queryOptions({ orgId }));
  return (
    <Hydrate>
      <CyclesView orgId={orgId} organisations={organisations} mayPlan={role !== "assistant"} />
    </Hydrate>
  );
}
