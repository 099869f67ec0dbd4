import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { SeasonView } from "#features/season/season-view.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Season" };

export default async function SeasonPage({ params }: PageProps<"/seasons/[athleteId]/[seasonId]">) {
  const { athleteId, seasonId } = await params;
  await requireActor(`/seasons/${athleteId}/${seasonId}`);
  const season = await getQueryClient()
    .fetchQuery(trpc.season.get.queryOptions({ athleteId, seasonId }))
    .catch(nullIfNotFound);
  if (!season) notFound();
  return (
    <Hydrate>
      <SeasonView athleteId={athleteId} seasonId={seasonId} />
    </Hydrate>
  );
}
