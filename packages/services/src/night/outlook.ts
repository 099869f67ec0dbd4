import type { Assessment, Verdicts } from "@repo/core/assessment";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Warning, WarningKind } from "@repo/core/warnings";

/** The verdict of a day ahead, should nothing be entered until then. */
export type OutlookDay = {
  held: Warning[];
  refuted: WarningKind[];
  progress: Assessment["progress"]["state"];
  recoveryState: Assessment["recovery"]["state"];
  /** All of recovery, where its state is another than the day before's. */
  recovery: Assessment["recovery"] | null;
};

/** Most pauses of a runner are shorter than this. */
const LEAST_DAYS = 4;
const MOST_DAYS = 21;

/**
 * Judges the days ahead as they will be judged on their day if nothing is entered: verdicts rest on entries up to a day
 * and on the day, so a silent day's can be known before. Looks as far ahead as the silence is long already, so that
 * whoever pauses for months is judged anew once in weeks.
 */
export function outlookFrom(
  verdicts: Verdicts,
  days: { from: IsoDate; lastEntry: IsoDate | null },
): OutlookDay[] {
  const silent = days.lastEntry === null ? MOST_DAYS : daysBetween(days.lastEntry, days.from);
  const count = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, silent));
  let before: string | null = null;
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(days.from, index);
    const { held, refuted, progress } = verdicts.at(date);
    const recovery = verdicts.recoveryAt(date);
    const changed = recovery.state !== before;
    before = recovery.state;
    return {
      held,
      refuted,
      progress: progress.state,
      recoveryState: recovery.state,
      recovery: changed ? recovery : null,
    };
  });
}
