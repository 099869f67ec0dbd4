import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { OrganisationView } from "#features/organisation/organisation-view.tsx";
import { askedFirst, coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Members" };

export default async function OrganisationPage({ searchParams }: PageProps<"/organisation">) {
  await requireActor("/organisation");
  const organisations = coachingOf(await (await getCaller()).account.me());
  const [organisation] = askedFirst(organisations, (await searchParams).org);
  if (!organisation) notFound();
  const { orgId, name, role } = organisation;
  const queryClient = getQueryClient();
  await queryClient.prefetchQuery(trpc.organisation.members.queryOptions({ orgId }));
  if (role !== "assistant")
    await queryClient.prefetchQuery(trpc.organisation.invitations.queryOptions({ orgId }));
  return (
    <Hydrate>
      <OrganisationView key={orgId} {...{ orgId, name, role, organisations }} />
    </Hydrate>
  );
}
