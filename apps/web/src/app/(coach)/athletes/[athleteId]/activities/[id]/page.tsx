import { METRES_PER_MILE } from "@repo/core/units";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { Link } from "#components/link.tsx";
import { WorkoutThread } from "#features/inbox/workout-thread.tsx";
import { ActivityView } from "#features/log/activity-view.tsx";
import { sessionLead, sessionTitle } from "#features/log/session-words.ts";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Session" };

/** An athlete's session as the coach reads it: all that the athlete sees, nothing to change. */
export default async function SessionPage({ params }: PageProps<"/athletes/[athleteId]/activities/[id]">) {
  const { athleteId, id } = await params;
  await requireActor(`/athletes/${athleteId}/activities/${id}`);
  const caller = await getCaller();
  const { units } = await caller.account.me();
  const splitM = units === "imperial" ? METRES_PER_MILE : 1_000;
  const session =
    (await caller.athlete.session({ athleteId, id, splitM }).catch(nullIfNotFound)) ?? notFound();
  return (
    <>
      <PageTitle
        eyebrow={
          <Link href={`/athletes/${athleteId}`} className="underline underline-offset-2 hover:text-ink">
            {session.athleteName}
          </Link>
        }
        title={sessionTitle(session)}
        lead={sessionLead(session)}
      />
      <ActivityView activity={session} units={units} isOwn={false} />
      {session.workout ? (
        <div className="mt-8 max-w-prose border-t border-line pt-5">
          <WorkoutThread
            athleteId={athleteId}
            athleteName={session.athleteName}
            plannedWorkoutId={session.workout.id}
          />
        </div>
      ) : null}
    </>
  );
}
