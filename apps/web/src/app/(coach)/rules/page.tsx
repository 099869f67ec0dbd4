import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { RulesView } from "#features/rules/rules-view.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Rules" };

export default async function RulesPage() {
  await requireActor("/rules");
  const caller = await getCaller();
  const [organisation] = coachingOf(await caller.account.me());
  if (!organisation) redirect("/");
  const athletes = await caller.season.list();
  await getQueryClient().prefetchQuery(trpc.rules.list.queryOptions({ orgId: organisation.orgId }));
  return (
    <Hydrate>
      <RulesView
        orgId={organisation.orgId}
        orgName={organisation.name}
        athletes={athletes.map(({ athleteId, name }) => ({ athleteId, name }))}
      />
    </Hydrate>
  );
}
