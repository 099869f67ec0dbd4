import { localDay } from "@repo/core/calendar";
import { latestScore } from "@repo/core/paces";
import { formatDistance, formatDuration } from "@repo/core/units";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { Link } from "#components/link.tsx";
import { ProfileView } from "#features/profile/profile-view.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { type getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Athlete's profile" };

export default async function CoachProfilePage({ params }: PageProps<"/athletes/[athleteId]/profile">) {
  const { athleteId } = await params;
  await requireActor(`/athletes/${athleteId}/profile`);
  const client = getQueryClient();
  const profile = await client.fetchQuery(trpc.profile.get.queryOptions({ athleteId })).catch(nullIfNotFound);
  if (!profile) notFound();
  const results = await client.fetchQuery(trpc.profile.results.queryOptions({ athleteId }));
  const today = localDay(new Date(), profile.timeZone);
  await Promise.all([
    client.prefetchQuery(trpc.profile.suggestions.queryOptions({ athleteId })),
    client.prefetchQuery(trpc.profile.races.queryOptions({ athleteId })),
    client.prefetchQuery(trpc.profile.timeline.queryOptions({ athleteId })),
  ]);
  return (
    <>
      <PageTitle
        eyebrow={
          <Link
            href={`/athletes/${athleteId}`}
            className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
          >
            {profile.name}
          </Link>
        }
        title={titleOf(results, today)}
        lead="What paces, load and plan rest on, and who changed it."
      />
      <Hydrate>
        <ProfileView athleteId={athleteId} today={today} isOwn={false} />
      </Hydrate>
    </>
  );
}

type Results = Awaited<ReturnType<Awaited<ReturnType<typeof getCaller>>["profile"]["results"]>>;

/** What the paces rest on, first. */
function titleOf(results: Results, today: string): string {
  const latest = latestScore(
    results.map((result) => ({ ...result, date: result.localDate })),
    today,
  );
  if (!latest) return "No result to pace by yet";
  const { distanceM, timeS } = latest.result;
  return `Paced by ${formatDistance(distanceM, "metric")} in ${formatDuration(timeS)}`;
}
