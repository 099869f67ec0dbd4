import { matchActivities } from "@repo/core/compliance";
import {
  type ActivityRow,
  BEFORE_ASSIGNED,
  listActivities,
  listLaps,
  listPlannedWorkouts,
  type PlannedWorkoutRow,
  updateActivity,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { activityOf, plannedOf } from "@repo/services/history";
import { releaseWorkout, settleWorkout } from "./settle-workout.ts";

/**
 * Pairs what was recorded on some days with what was planned for them, by best fit of all together (core's
 * `matchActivities`): a second file may take the place of the first. What a person said stays: what they paired or
 * parted, typed for a workout, or dropped on one.
 *
 * @returns the recordings whose pairing changed, with the workout they are now
 */
export async function pairDays(
  ctx: ServiceContext,
  athleteId: string,
  dates: readonly string[],
): Promise<Map<string, string | null>> {
  const days = [...new Set(dates)].sort();
  const [from, to] = [days[0], days.at(-1)];
  const changed = new Map<string, string | null>();
  if (from === undefined || to === undefined) return changed;
  const asked = new Set(days);
  const planned = (await listPlannedWorkouts(ctx.db, athleteId, { from, to })).filter(({ localDate }) =>
    asked.has(localDate),
  );
  if (planned.length === 0) return changed;
  const planDays = new Set(planned.map(({ localDate }) => localDate));
  const done = (await listActivities(ctx.db, athleteId, { from, to })).filter(({ localDate }) =>
    planDays.has(localDate),
  );
  const pairs = await bestPairs(ctx, athleteId, { planned, done });
  const touched = new Set<string>();
  for (const [row, workoutId] of pairs) {
    if (row.plannedWorkoutId === workoutId) continue;
    const saved = await updateActivity(ctx.db, athleteId, row, { plannedWorkoutId: workoutId });
    if (!saved) continue;
    changed.set(row.id, workoutId);
    for (const id of [row.plannedWorkoutId, workoutId]) if (id !== null) touched.add(id);
  }
  // Given back only when nothing stands for it any more: that is looked up, so every row is written before.
  for (const plannedWorkoutId of touched) {
    const taker = [...changed].find(([, workoutId]) => workoutId === plannedWorkoutId)?.[0];
    if (taker) await settleWorkout(ctx, { athleteId, activityId: taker, plannedWorkoutId, outcome: null });
    else await releaseWorkout(ctx, { athleteId, plannedWorkoutId });
  }
  return changed;
}

type Days = { planned: readonly PlannedWorkoutRow[]; done: readonly ActivityRow[] };

async function bestPairs(
  ctx: ServiceContext,
  athleteId: string,
  { planned, done }: Days,
): Promise<Map<ActivityRow, string | null>> {
  const free = done.filter(isFree);
  const [mine, taken] = [workoutsOf(free), workoutsOf(done.filter((row) => !isFree(row)))];
  const open = planned.filter(
    ({ id, status, statusReason }) => !taken.has(id) && (isOpen({ status, statusReason }) || mine.has(id)),
  );
  if (free.length === 0 || open.length === 0) return new Map();
  const laps = await listLaps(
    ctx.db,
    athleteId,
    free.map(({ id }) => id),
  );
  const activities = free.map((row) => ({
    ...activityOf(
      row,
      laps.filter(({ activityId }) => activityId === row.id),
    ),
    plannedWorkoutId: null,
  }));
  const { matches } = matchActivities(open.map(plannedOf), activities);
  const found = new Map(matches.map(({ planned: workout, activity }) => [activity.id, workout.id ?? null]));
  return new Map(free.map((row) => [row, found.get(row.id) ?? null]));
}

function workoutsOf(rows: readonly ActivityRow[]): Set<string> {
  return new Set(rows.flatMap(({ plannedWorkoutId }) => plannedWorkoutId ?? []));
}

/** Nobody has said what became of it. */
function isOpen({ status, statusReason }: Pick<PlannedWorkoutRow, "status" | "statusReason">): boolean {
  return status === "planned" || status === "missed" || statusReason === BEFORE_ASSIGNED;
}

/** Recorded, and nobody has said what it was. */
function isFree({ source, matchLocked, extra, sourceKey }: ActivityRow): boolean {
  if (matchLocked || (source !== "file" && source !== "import")) return false;
  return !extra?.typed && !sourceKey?.startsWith("history:");
}
