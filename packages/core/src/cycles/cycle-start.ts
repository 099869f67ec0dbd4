import { addDays, type IsoDate, weekStartOf } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { Cycle, CycleRace } from "./schema.ts";

/** Where a cycle is hung up: by its first Monday, or by the day of the race it leads to. */
export type CycleAnchor = { kind: "start"; date: IsoDate } | { kind: "race"; date: IsoDate };

/** The race a cycle leads to: its last A race, else its last race; null without one. */
export function goalRace({ races }: Cycle): CycleRace | null {
  const inOrder = [...races].sort((a, b) => a.week - b.week || a.day - b.day);
  return inOrder.findLast(({ priority }) => priority === "A") ?? inOrder.at(-1) ?? null;
}

/**
 * The Monday on which a cycle begins. Counted back from a race, the week of the cycle's race is the week of that day;
 * a cycle without a race ends in that week.
 *
 * @throws {AppError} INVALID for a start that is no Monday
 */
export function cycleStart(cycle: Cycle, anchor: CycleAnchor): IsoDate {
  if (anchor.kind === "race") {
    const week = goalRace(cycle)?.week ?? cycle.weeks.length - 1;
    return addDays(weekStartOf(anchor.date), -7 * week);
  }
  if (weekStartOf(anchor.date) !== anchor.date) {
    throw new AppError("INVALID", `${anchor.date} is no Monday. A cycle begins on one.`, { field: "date" });
  }
  return anchor.date;
}
