import type { Assessment, Verdicts } from "@repo/core/assessment";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Warning, WarningKind } from "@repo/core/warnings";

/** The verdict of a day ahead, should nothing be entered until then. */
export type OutlookDay = {
  held: Warning[];
  refuted: WarningKind[];
  progress: Assessment["progress"]["state"];
  recoveryState: Assessment["recovery"]["state"];
  /** Recovery's state is another than the day before's: what it rests on is kept beside. */
  tellsRecovery: boolean;
};

/** Days judged ahead as they are kept: a text a day, and recovery apart, which few nights need. */
export type KeptOutlook = { days: string[]; recoveries: (string | null)[] };

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
): KeptOutlook {
  const silent = days.lastEntry === null ? MOST_DAYS : daysBetween(days.lastEntry, days.from);
  const count = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, silent));
  const kept: KeptOutlook = { days: [], recoveries: [] };
  let before: string | null = null;
  for (let index = 0; index < count; index += 1) {
    const date = addDays(days.from, index);
    const { held, refuted, progress } = verdicts.at(date);
    const recovery = verdicts.recoveryAt(date);
    const tellsRecovery = recovery.state !== before;
    before = recovery.state;
    const day = { held, refuted, progress: progress.state, recoveryState: recovery.state, tellsRecovery };
    kept.days.push(JSON.stringify(day satisfies OutlookDay));
    kept.recoveries.push(tellsRecovery ? JSON.stringify(recovery) : null);
  }
  return kept;
}

/** The days that a night reads, a line each. */
export function readOutlook(lines: string): OutlookDay[] {
  return lines.split("\n").map((line) => JSON.parse(line) as OutlookDay);
}
