import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { Pacing } from "@repo/core/paces";
import { listActivities, listPlannedWorkouts, type PlannedWorkoutRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getPacing } from "@repo/services/plan";
import { shownActivity } from "./shown-activity.ts";
import { workoutOfDay } from "./workout-of-day.ts";

const MOST_DAYS = 400;
/** So many days ahead come with their steps: two weeks can be trained from a page that a phone kept. */
const DAYS_WITH_STEPS = 14;

/**
 * What was planned and done, day by day; days without either are there too, so that a list has no holes. What
 * is planned for the next 14 days comes with its steps in the athlete's own ranges.
 *
 * @throws {AppError} INVALID for a range that is no range or longer than 400 days; NOT_FOUND without an athlete profile
 */
export async function listAgenda(ctx: ServiceContext, range: { from: IsoDate; to: IsoDate }) {
  const length = daysBetween(range.from, range.to);
  if (length < 0 || length > MOST_DAYS)
    throw new AppError("INVALID", `Ask for at most ${MOST_DAYS} days, the earlier one first.`);
  const athleteId = ctx.actor.userId;
  const { today, pacing } = await getPacing(ctx, { athleteId });
  const planned = await listPlannedWorkouts(ctx.db, athleteId, range);
  const done = await listActivities(ctx.db, athleteId, range);
  return {
    today,
    days: Array.from({ length: length + 1 }, (_, index) => {
      const date = addDays(range.from, index);
      return {
        date,
        workouts: planned
          .filter((row) => row.localDate === date)
          .map((row) => ({ ...shownPlan(row), ...stepsAhead(row, { today, pacing }) })),
        activities: done.filter((row) => row.localDate === date).map(shownActivity),
      };
    }),
  };
}

export type Agenda = Awaited<ReturnType<typeof listAgenda>>;

/** What to do, for a day that lies close ahead; nothing for others, so that a year of days stays small. */
function stepsAhead(row: PlannedWorkoutRow, { today, pacing }: { today: IsoDate; pacing: Pacing }) {
  const ahead = daysBetween(today, row.localDate);
  const isNear = ahead >= 0 && ahead <= DAYS_WITH_STEPS && row.status === "planned";
  if (!isNear) return { lines: [], text: null };
  const { lines, text } = workoutOfDay(row, pacing);
  return { lines, text: lines.length > 0 ? null : text };
}

function shownPlan(row: PlannedWorkoutRow) {
  const grade = row.grade as { grade?: string; reason?: string } | null;
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    hard: row.hard,
    distanceM: row.distanceM,
    durationS: row.durationS,
    status: row.status,
    statusReason: row.statusReason,
    grade: grade?.grade ?? null,
    gradeReason: grade?.reason ?? null,
  };
}
