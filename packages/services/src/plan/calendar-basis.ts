import { addDays, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { Pacing } from "@repo/core/paces";
import {
  type CalendarSeason,
  type DayBandRow,
  getCalendarHead,
  getCoachingOrg,
  listDayBands,
  lockDayBands,
  lockPlannedWorkouts,
  lockPlannedWorkoutsOn,
  type PlannedWorkoutRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { CalendarOp } from "./calendar-inputs.ts";
import { pacingOfAthlete } from "./load-season.ts";

const MOST_BAND_DAYS = 366;

/** What a change of a calendar starts from. */
export type CalendarBasis = {
  athleteId: string;
  orgId: string | null;
  today: string;
  pacing: Pacing;
  seasons: CalendarSeason[];
  /** Every workout the change names, and all that lie on a day it touches; held. */
  rows: Map<string, PlannedWorkoutRow>;
  /** Every band the change names, and all that lie over a day it touches. */
  bands: Map<string, DayBandRow>;
};

/**
 * Reads what some steps touch, in a number of statements that does not grow with theirs.
 * @throws AppError NOT_FOUND; INVALID for a band of more than a year
 */
export async function calendarBasis(
  ctx: ServiceContext,
  athleteId: string,
  ops: readonly CalendarOp[],
): Promise<CalendarBasis> {
  const head = await getCalendarHead(ctx.db, athleteId, ctx.actor.userId);
  if (!head) throw new AppError("NOT_FOUND", "There is no such athlete.");
  const named = ops.flatMap((each) => (isOld(each) && !each.op.endsWith("band") ? [each.id] : []));
  const namedBands = ops.flatMap((each) => (isOld(each) && each.op.endsWith("band") ? [each.id] : []));
  const rows = named.length > 0 ? await lockPlannedWorkouts(ctx.db, athleteId, named) : [];
  const oldBands = namedBands.length > 0 ? await lockDayBands(ctx.db, athleteId, namedBands) : [];
  const dates = [...daysOf(ops, rows, oldBands)].sort();
  const onDays = dates.length > 0 ? await lockPlannedWorkoutsOn(ctx.db, athleteId, dates) : [];
  const touchesBands = ops.some(({ op }) => op.endsWith("band"));
  const [first, last] = [dates[0], dates.at(-1)];
  const over =
    touchesBands && first && last ? await listDayBands(ctx.db, athleteId, { from: first, to: last }) : [];
  const today = localDay(ctx.now, head.athlete.timeZone);
  return {
    athleteId,
    orgId: await getCoachingOrg(ctx.db, athleteId, ctx.actor.userId),
    today,
    pacing: pacingOfAthlete(head, today),
    seasons: head.seasons,
    rows: new Map([...onDays, ...rows].map((row) => [row.id, row])),
    bands: new Map([...over, ...oldBands].map((band) => [band.id, band])),
  };
}

function isOld(op: CalendarOp): op is Extract<CalendarOp, { version: number }> {
  return "version" in op;
}

function daysOf(
  ops: readonly CalendarOp[],
  rows: readonly PlannedWorkoutRow[],
  bands: readonly DayBandRow[],
): Set<string> {
  const days = new Set(rows.map((row) => row.localDate));
  const span = (from: string, to: string) => {
    if (to < from)
      throw new AppError("INVALID", "It ends before it begins. Choose a later last day.", { field: "to" });
    if (to > addDays(from, MOST_BAND_DAYS)) {
      throw new AppError("INVALID", "At most a year at once. Choose an earlier last day.", { field: "to" });
    }
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  };
  for (const op of ops) {
    if (op.op === "move") days.add(op.to);
    if (op.op === "add") days.add(op.date);
    if (op.op === "add-band" || op.op === "edit-band") span(op.from, op.to);
  }
  for (const { startsOn, endsOn } of bands) span(startsOn, endsOn);
  return days;
}
