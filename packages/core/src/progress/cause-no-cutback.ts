import { type CauseRule, graded, row } from "./cause-window.ts";
import { type KmByDay, kmByDay } from "./km-by-day.ts";
import type { TrainingLog } from "./training-log.ts";
import { weekRhythm } from "./week-rhythm.ts";

/** Seven days this much lighter than the three weeks before are a cutback (M79: 20–30 %). */
const CUTBACK_SHARE = 0.8;
/** Before anybody is warned a little less is let pass as well. */
const LENIENT_SHARE = 0.85;
/** Who runs twice a week has nothing to cut back from. [house] */
const FEW_RUNS = 2.5;
const REGULAR_RUNS = 3.5;
const REACH_DAYS = 182;
/** Every third or fourth week is usual; from the sixth on it is late, from the tenth long overdue. */
const LATE_WEEKS = 5;
const OVERDUE_WEEKS = 9;
const KNOWN_WEEKS = 8;
const WEEK = 7;
const LATELY_DAYS = 56;
const USUAL_DAYS = 84;
/** Lightest week of four against the other three: a cutback of a fifth, and mere scatter. */
const RHYTHM_SHARE = 0.8;
const EVEN_SHARE = 0.88;

/**
 * Weeks since the last lighter week (any seven days, so that it need not begin on a Monday), up to half a year. Null
 * where the eight weeks before the day hold a week without running: then something else was the matter.
 */
export function weeksSinceCutback(
  log: TrainingLog,
  day: number,
  share: number = LENIENT_SHARE,
): number | null {
  const km = kmByDay(log, day - REACH_DAYS + 1, day);
  for (let week = 0; week < KNOWN_WEEKS; week++) {
    if (km.sum(day - 7 * week - 6, day - 7 * week) <= 0) return null;
  }
  return Math.floor(daysSinceLightWeek(km, day, share) / WEEK);
}

function daysSinceLightWeek(km: KmByDay, day: number, share: number): number {
  for (let end = day; end - 4 * WEEK >= km.firstRunDay; end--) {
    const usual = km.sum(end - 4 * WEEK + 1, end - WEEK) / 3;
    if (usual > 0 && km.sum(end - WEEK + 1, end) <= usual * share) return day - end;
  }
  return Math.max(0, day - km.firstRunDay - 3 * WEEK);
}

/** Week after week without a lighter one: a rhythm that was there and is gone speaks loudest (M79). */
export const noCutback: CauseRule = {
  cause: "no-cutback",
  read(window) {
    const since = weeksSinceCutback(window.log, window.to, CUTBACK_SHARE);
    const lately = weekRhythm(window.log, window.to, 2);
    if (since === null || lately === null) return null;
    const before = weekRhythm(window.log, window.to - LATELY_DAYS, 3);
    const even = graded(lately, RHYTHM_SHARE, EVEN_SHARE);
    const lost = before === null ? 0 : graded(before, 0.86, 0.76);
    const late = graded(since, LATE_WEEKS, OVERDUE_WEEKS) * 0.8;
    // Without lighter weeks there is more running than before; weeks even because less is in them ask for no relief.
    const loaded = loadedShare(window.log, window.to);
    const carried = graded(loaded, 0.9, 1.02);
    // Where training grew as a whole, missing cutbacks are a part of that.
    const grown = 1 - 0.4 * graded(loaded, 1.1, 1.25);
    const evidence = [
      row("lightest week of four against the others, 8 weeks", lately * 100, "%", RHYTHM_SHARE * 100),
    ];
    // A week that a missed run made lighter by chance ends the count and says nothing.
    if (since >= LATE_WEEKS) evidence.push(row("weeks since a lighter week", since, "weeks", LATE_WEEKS - 1));
    if (before !== null) evidence.splice(1, 0, row("the same, 12 weeks before", before * 100, "%"));
    const regular = graded(window.runs.length / window.weeks.length, FEW_RUNS, REGULAR_RUNS);
    return { strength: Math.max(even * (0.4 + 0.55 * lost) * carried, late) * regular * grown, evidence };
  },
  remedy: {
    code: "cutback-week",
    text: "Make next week a cutback: 20–30 % less, then every fourth week.",
    weeks: 4,
  },
  source: ["M79", "M119"],
};

/** Distance of the last eight weeks against the twelve before; 1 where those are not known. */
function loadedShare(log: TrainingLog, day: number): number {
  const km = kmByDay(log, day - LATELY_DAYS - USUAL_DAYS + 1, day);
  if (km.firstRunDay > day - LATELY_DAYS - USUAL_DAYS / 2) return 1;
  const from = Math.max(km.firstRunDay, day - LATELY_DAYS - USUAL_DAYS + 1);
  const usual = km.sum(from, day - LATELY_DAYS) / (day - LATELY_DAYS - from + 1);
  return usual > 0 ? km.sum(day - LATELY_DAYS + 1, day) / LATELY_DAYS / usual : 1;
}
