import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { ChooseAthlete, NewSeasonView } from "#features/season/new-season-view.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Plan a season" };

export default async function NewSeasonPage({ searchParams }: PageProps<"/seasons/new">) {
  await requireActor("/seasons/new");
  const { athlete } = await searchParams;
  const caller = await getCaller();
  const athletes = (await caller.season.list()).map(({ athleteId, name }) => ({
    athleteId,
    name,
  }));
  if (typeof athlete !== "string") return <ChooseAthlete athletes={athletes} />;
  if (!athletes.some(({ athleteId }) => athleteId === athlete)) notFound();
  const known = await getQueryClient()
    .fetchQuery(trpc.season.suggest.queryOptions({ athleteId: athlete }))
    .catch(nullIfNotFound);
  if (!known) notFound();
  const [org] = coachingOf(await caller.account.me());
  if (!org) notFound();
  return (
    <Hydrate>
      <NewSeasonView key={athlete} athleteId={athlete} athletes={athletes} orgId={org.orgId} />
    </Hydrate>
  );
}
