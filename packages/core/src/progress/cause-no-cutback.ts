import { type CauseRule, graded, row } from "./cause-window.ts";
import { type KmByDay, kmByDay } from "./km-by-day.ts";
import type { TrainingLog } from "./training-log.ts";

/** Seven days this much lighter than the three weeks before are a cutback (M79: 20–30 %; a little less is let pass). */
const CUTBACK_SHARE = 0.85;
const REACH_DAYS = 182;
/** Every third or fourth week is usual; from the sixth on it is late, from the tenth long overdue. */
const LATE_WEEKS = 5;
const OVERDUE_WEEKS = 9;
const KNOWN_WEEKS = 8;
const WEEK = 7;
const RHYTHM_DAYS = 84;

/**
 * Weeks since the last lighter week (any seven days, so that it need not begin on a Monday), up to half a year. Null
 * where the eight weeks before the day hold a week without running: then something else was the matter.
 */
export function weeksSinceCutback(log: TrainingLog, day: number): number | null {
  const km = kmByDay(log, day - REACH_DAYS + 1, day);
  for (let week = 0; week < KNOWN_WEEKS; week++) {
    if (km.sum(day - 7 * week - 6, day - 7 * week) <= 0) return null;
  }
  return Math.floor(daysSinceLightWeek(km, day) / WEEK);
}

function daysSinceLightWeek(km: KmByDay, day: number): number {
  for (let end = day; end - 4 * WEEK >= km.firstRunDay; end--) {
    const usual = km.sum(end - 4 * WEEK + 1, end - WEEK) / 3;
    if (usual > 0 && km.sum(end - WEEK + 1, end) <= usual * CUTBACK_SHARE) return day - end;
  }
  return Math.max(0, day - km.firstRunDay - 3 * WEEK);
}

/** Lighter weeks in the twelve weeks up to a day, none counted twice. */
function lightWeeks(log: TrainingLog, day: number): number {
  const km = kmByDay(log, day - RHYTHM_DAYS - 4 * WEEK, day);
  let count = 0;
  for (let end = day; end > day - RHYTHM_DAYS && end - 4 * WEEK >= km.firstRunDay; end--) {
    const usual = km.sum(end - 4 * WEEK + 1, end - WEEK) / 3;
    if (usual <= 0 || km.sum(end - WEEK + 1, end) > usual * CUTBACK_SHARE) continue;
    count += 1;
    end -= 2 * WEEK - 1;
  }
  return count;
}

/** Week after week without a lighter one (M79). */
export const noCutback: CauseRule = {
  cause: "no-cutback",
  read(window) {
    const since = weeksSinceCutback(window.log, window.to);
    if (since === null) return null;
    const lately = lightWeeks(window.log, window.to);
    const usually = lightWeeks(window.log, window.to - RHYTHM_DAYS);
    // A missed run now and then looks like a lighter week; a rhythm that was there and is gone does not.
    const lost = usually >= 2 && lately <= 1 ? 0.6 - 0.15 * lately : 0;
    const evidence = [
      row("weeks since a lighter week", since, "weeks", LATE_WEEKS - 1),
      row("lighter weeks in 12", lately, "weeks", 3),
      row("lighter weeks in the 12 before", usually, "weeks"),
    ];
    return { strength: Math.max(lost, graded(since, LATE_WEEKS, OVERDUE_WEEKS) * 0.8), evidence };
  },
  remedy: {
    code: "cutback-week",
    text: "Make next week a cutback: 20–30 % less, then every fourth week.",
    weeks: 4,
  },
  source: ["M79", "M119"],
};
