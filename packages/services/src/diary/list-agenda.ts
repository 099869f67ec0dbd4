import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { getAthlete, listActivities, listPlannedWorkouts, type PlannedWorkoutRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { localDayOf } from "@repo/services/training";
import { shownActivity } from "./shown-activity.ts";

const MOST_DAYS = 400;

/**
 * What was planned and done, day by day; days without either are there too, so that a list has no holes.
 *
 * @throws {AppError} INVALID for a range that is no range or longer than 400 days
 */
export async function listAgenda(ctx: ServiceContext, range: { from: IsoDate; to: IsoDate }) {
  const length = daysBetween(range.from, range.to);
  if (length < 0 || length > MOST_DAYS)
    throw new AppError("INVALID", `Ask for at most ${MOST_DAYS} days, the earlier one first.`);
  const athleteId = ctx.actor.userId;
  const athlete = await getAthlete(ctx.db, athleteId);
  const planned = await listPlannedWorkouts(ctx.db, athleteId, range);
  const done = await listActivities(ctx.db, athleteId, range);
  return {
    today: localDayOf(ctx.now, athlete?.timeZone ?? "UTC"),
    days: Array.from({ length: length + 1 }, (_, index) => {
      const date = addDays(range.from, index);
      return {
        date,
        workouts: planned.filter((row) => row.localDate === date).map(shownPlan),
        activities: done.filter((row) => row.localDate === date).map(shownActivity),
      };
    }),
  };
}

export type Agenda = Awaited<ReturnType<typeof listAgenda>>;

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
