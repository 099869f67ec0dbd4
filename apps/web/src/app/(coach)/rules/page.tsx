import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { RulesView } from "#features/rules/rules-view.tsx";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Rules" };

export default async function RulesPage({ searchParams }: PageProps<"/rules">) {
  await requireActor("/rules");
  const caller = await getCaller();
  const organisations = coachingOf(await caller.account.me());
  const [organisation] = askedFirst(organisations, (await searchParams).org);
  if (!organisation) redirect("/");
  const athletes = await caller.season.list();
  await getQueryClient().prefetchQuery(trpc.rules.list.queryOptions({ orgId: organisation.orgId }));
  return (
    <Hydrate>
      <RulesView
        orgId={organisation.orgId}
        orgName={organisation.name}
        organisations={organisations}
        athletes={athletes.map(({ athleteId, name }) => ({ athleteId, name }))}
      />
    </Hydrate>
  );
}
