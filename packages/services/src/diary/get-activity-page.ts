import {
  type Samples as CoreSamples,
  findReps,
  findRepsInSamples,
  readReps,
  traceOf,
} from "@repo/core/activities";
import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { valueOrNull } from "@repo/core/estimate";
import { decouplingOfSamples } from "@repo/core/intensity";
import type { Pacing } from "@repo/core/paces";
import { compareDose } from "@repo/core/strength";
import { namedSpeeds } from "@repo/core/workouts";
import { getActivity, getPlannedWorkout, getStreams, listLaps, listPlannedWorkouts } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { activityOf } from "@repo/services/history";
import { explainDay } from "@repo/services/load";
import { getPacing } from "@repo/services/plan";
import { typedBefore, unpackSamples } from "@repo/services/training";
import { z } from "zod";
import { heartZonesOf } from "./heart-zones-of.ts";
import { readExercises } from "./last-exercises.ts";
import { shownActivity } from "./shown-activity.ts";
import { splitsOf } from "./splits.ts";
import { workoutOfDay } from "./workout-of-day.ts";

/** A session, and how long the splits are that it is shown in. */
export const SessionInput = z.object({
  id: z.uuid(),
  splitM: z.number().min(200).max(10_000).default(1_000),
});

const OFFER_DAYS = 2;
/** Share of the fast stretches found in a recording that must be of one length, to be called repetitions. */
const ALIKE_SHARE = 0.7;

/**
 * A session in full: what was done against what was meant, laps, repetitions, splits, and how its load was made.
 *
 * @throws {AppError} NOT_FOUND for a session that is not the athlete's
 */
export async function getActivityPage(
  ctx: ServiceContext,
  { athleteId, id, splitM }: { athleteId: string; id: string; splitM: number },
) {
  const row = await getActivity(ctx.db, athleteId, id);
  if (!row) throw new AppError("NOT_FOUND", "This session is not there any more.");
  const { name: athleteName, pacing, zoneScheme } = await getPacing(ctx, { athleteId });
  const laps = await listLaps(ctx.db, athleteId, [id]);
  const streams = await getStreams(ctx.db, athleteId, id);
  const samples = streams ? unpackSamples(streams) : null;
  const workout = row.plannedWorkoutId
    ? await getPlannedWorkout(ctx.db, athleteId, row.plannedWorkoutId)
    : null;
  const explained = await explainDay(ctx.db, athleteId, row.localDate);
  const meant = workout ? workoutOfDay(workout, pacing) : null;
  const exercises = readExercises(row.exercises);
  return {
    ...shownActivity(row),
    athleteName,
    startAt: row.startAt,
    notes: row.notes,
    device: row.device,
    elevationGainM: row.elevationGainM,
    maxHrBpm: row.maxHrBpm,
    elapsedS: row.elapsedS,
    fileWarnings: warningsOf(row.extra),
    workout: workout && meant ? { ...meant, compliance: workout.grade } : null,
    exercises,
    /** A file completed what was typed: the two can be parted. */
    isJoined: row.originalId !== null && typedBefore(row) !== null,
    dose: exercises.length > 0 ? compareDose(meant?.exercises ?? [], exercises) : [],
    offers: await offersOf(ctx, athleteId, row),
    laps: laps.map(({ position, kind, durationS, distanceM, avgHrBpm }) => ({
      position,
      kind,
      durationS,
      distanceM,
      avgHrBpm,
    })),
    reps: repsOf(activityOf(row, laps).laps, samples, pacing),
    heartZones: heartZonesOf(samples, pacing, zoneScheme),
    /** Percent of speed for each heartbeat that the second half lost; null where the run does not allow to say. */
    decouplingPct:
      samples && row.sport === "run"
        ? (valueOrNull(decouplingOfSamples(samples))?.decouplingPct ?? null)
        : null,
    /** Speed and heart rate over its time. */
    trace: samples ? traceOf(samples) : [],
    splits: samples && row.sport === "run" ? splitsOf(samples, splitM) : [],
    day: { ...explained, activities: explained.activities.filter((each) => each.id === id) },
    madeOf: explained.activities.find((each) => each.id === id)?.detail ?? null,
  };
}

export type ActivityPage = Awaited<ReturnType<typeof getActivityPage>>;

function warningsOf(extra: Record<string, unknown> | null): string[] {
  const list = (extra?.fileWarnings ?? []) as { text?: unknown }[];
  return Array.isArray(list) ? list.flatMap(({ text }) => (typeof text === "string" ? [text] : [])) : [];
}

function repsOf(laps: Parameters<typeof findReps>[0], samples: CoreSamples | null, pacing: Pacing) {
  const marked = findReps(laps);
  const reps = marked.length > 0 || !samples ? marked : findRepsInSamples(samples);
  if (reps.length < 3) return null;
  const fiveK = pacing.score === null ? null : namedSpeeds(pacing.score);
  const reading = valueOrNull(readReps(reps, { fiveKPaceSPerKm: fiveK ? 1_000 / fiveK["5k"] : null }));
  // Stops and hills of a long run look like repetitions too, but no two of them are alike.
  if (marked.length === 0 && (reading?.reps ?? 0) < ALIKE_SHARE * reps.length) return null;
  return { list: reps, reading, fromLaps: marked.length > 0 };
}

/** The planned workouts that this session may have been: within two days, still open or its own. */
async function offersOf(
  ctx: ServiceContext,
  athleteId: string,
  row: { localDate: string; plannedWorkoutId: string | null },
) {
  const range = { from: addDays(row.localDate, -OFFER_DAYS), to: addDays(row.localDate, OFFER_DAYS) };
  const near = await listPlannedWorkouts(ctx.db, athleteId, range);
  return near
    .filter(({ status, kind }) => kind !== "rest" && (status === "planned" || status === "missed"))
    .map(({ id, title, localDate }) => ({ id, title, localDate }));
}
