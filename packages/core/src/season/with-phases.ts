import { addDays, daysBetween, type IsoDate, weekStartOf } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { PhaseKind, Season, SeasonWeek } from "./schema.ts";

/** A phase by its kind and its first day, a Monday; it ends where the next begins. */
export type PhaseDraft = { kind: PhaseKind; start: IsoDate };

const MOST_WEEKS = 156;

/**
 * A season with other phases: weeks take the kind of the phase they lie in and keep their workouts. A later end brings
 * empty weeks, an earlier one takes weeks that hold none.
 *
 * @param end the last day, a Sunday
 * @throws {AppError} INVALID naming the phase for a start that is no Monday, out of order, before the season, or an end
 * that would cut off workouts
 */
export function withPhases(season: Season, drafts: readonly PhaseDraft[], end: IsoDate): Season {
  requireOrder(drafts, end);
  const phases = drafts.map((draft, at) => {
    const next = drafts[at + 1];
    return { kind: draft.kind, start: draft.start, end: next ? addDays(next.start, -1) : end };
  });
  const old = new Map(season.weeks.map((week) => [week.start, week]));
  const first = drafts[0]?.start ?? end;
  const lost = season.weeks.find(
    (week) => (week.start < first || week.start > end) && week.workouts.length > 0,
  );
  if (lost) {
    throw invalid(
      `The week of ${lost.start} holds workouts and would be cut off. Move them first, or keep the week.`,
    );
  }
  const weeks: SeasonWeek[] = [];
  for (const phase of phases) {
    for (let start = phase.start; start <= phase.end; start = addDays(start, 7)) {
      const week = old.get(start);
      if (week?.phase === phase.kind) weeks.push(week);
      else if (week) weeks.push({ ...week, phase: phase.kind });
      else weeks.push({ start, phase: phase.kind, targetKm: null, cutback: false, workouts: [] });
    }
  }
  return { ...season, phases, weeks };
}

function requireOrder(drafts: readonly PhaseDraft[], end: IsoDate): void {
  const [first] = drafts;
  if (!first) throw invalid("A season has at least one phase. Add one.");
  drafts.forEach(({ kind, start }, at) => {
    if (weekStartOf(start) !== start)
      throw invalid(`The ${kind} phase begins on ${start}, which is no Monday.`);
    const before = drafts[at - 1];
    if (before && before.start >= start) {
      throw invalid(
        `The ${kind} phase begins on ${start}, no later than the ${before.kind} phase before it.`,
      );
    }
  });
  const last = drafts.at(-1) ?? first;
  if (addDays(weekStartOf(end), 6) !== end) throw invalid(`The season ends on ${end}, which is no Sunday.`);
  if (end < last.start) throw invalid(`The season ends on ${end}, before its ${last.kind} phase begins.`);
  if (daysBetween(first.start, end) + 1 > MOST_WEEKS * 7)
    throw invalid(`A season holds at most ${MOST_WEEKS} weeks.`);
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message, { field: "phases" });
}
