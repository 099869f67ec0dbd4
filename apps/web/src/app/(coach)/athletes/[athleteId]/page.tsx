import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { AthleteView } from "#features/athlete/athlete-view.tsx";
import { ReportLinks } from "#features/reports/report-links.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Athlete" };

export default async function AthletePage({ params }: PageProps<"/athletes/[athleteId]">) {
  const { athleteId } = await params;
  await requireActor(`/athletes/${athleteId}`);
  const athlete = await getQueryClient()
    .fetchQuery(trpc.athlete.overview.queryOptions({ athleteId }))
    .catch(nullIfNotFound);
  if (!athlete) notFound();
  await getQueryClient().prefetchQuery(trpc.profile.suggestions.queryOptions({ athleteId }));
  const reports = await (await getCaller()).reports.listOfAthlete({ athleteId });
  return (
    <Hydrate>
      <AthleteView athleteId={athleteId} reports={<ReportLinks links={reports} />} />
    </Hydrate>
  );
}
