import { type CauseRule, type CauseWindow, graded, row } from "./cause-window.ts";
import { type KmByDay, kmByDay } from "./km-by-day.ts";
import type { TrainingLog } from "./training-log.ts";
import { type WeekRelief, weekRelief } from "./week-relief.ts";

/** Seven days this much lighter than the three weeks before are a cutback (M79: 20–30 %). */
const CUTBACK_SHARE = 0.8;
/** Before anybody is warned a little less is let pass as well. */
const LENIENT_SHARE = 0.85;
/** Who runs twice a week has nothing to cut back from, and one of three runs missed looks like a lighter week. [house] */
const REGULAR_RUNS = [2.5, 3.5] as const;
const REACH_DAYS = 182;
/** Every third or fourth week is usual; from the sixth on it is late, from the tenth long overdue. */
const LATE_WEEKS = 5;
const OVERDUE_WEEKS = 9;
const KNOWN_WEEKS = 8;
const WEEK = 7;
const LATELY_DAYS = 56;
const USUAL_DAYS = 112;
/** −ln of the chance that the habit of lighter weeks still holds: three in ten, and seven in a hundred. [house] */
const UNLIKELY = 1.2;
const VERY_UNLIKELY = 2.6;
/** One lighter week in nine is hardly any, one in five is a rhythm. [house] */
const [RARE_SHARE, USUAL_SHARE] = [0.11, 0.2];
/** −ln of the chance that a spell of full weeks lasts so long by the athlete's own rhythm: three in ten, one in fifty. [house] */
const OVERDUE = [1.2, 4] as const;
/** A lighter week that is late by the rhythm says less than weeks without any. [house] */
const OVERDUE_STRENGTH = 0.6;
const LONGEST_DAYS = 140;

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
    const { log, to } = window;
    const since = weeksSinceCutback(log, to, CUTBACK_SHARE);
    const looks = sinceWhen(window).flatMap((day) => weekRelief(log, reach(day, to)) ?? []);
    const relief = looks.sort((a, b) => lostIn(b) - lostIn(a))[0];
    if (since === null || relief === undefined) return null;
    const lost = lostIn(relief);
    const late = graded(since, LATE_WEEKS, OVERDUE_WEEKS) * 0.6;
    // Weeks even because less is in them ask for no relief; where full weeks grew, missing cutbacks are a part of that.
    const carried = graded(relief.fuller, 0.8, 0.92) * (1 - 0.5 * graded(relief.fuller, 1.15, 1.35));
    const evidence = [
      row("lighter weeks lately", relief.since.light, "weeks", `of ${relief.since.weeks}`),
      row("lighter weeks before", relief.before.light, "weeks", `of ${relief.before.weeks}`),
    ];
    // A week that a missed run made lighter by chance ends the count and says nothing.
    if (since >= LATE_WEEKS) evidence.push(row("weeks since a lighter week", since, "weeks", LATE_WEEKS - 1));
    const { full, usual, overdue } = relief.spell;
    if (usual !== null && overdue > OVERDUE[0]) {
      const limit = `${Math.round(usual * 10) / 10} by the usual rhythm`;
      evidence.push(row("full weeks in a row", full, "weeks", limit));
    }
    const regular = graded(window.runs.length / window.weeks.length, ...REGULAR_RUNS);
    return { strength: Math.max(0.95 * lost, late) * carried * regular, evidence };
  },
  remedy: {
    code: "cutback-week",
    text: "Make next week a cutback: 20–30 % less, then every fourth week.",
    weeks: 4,
  },
  source: ["M79", "M119"],
};

/** The first day of the weeks that may lack relief: of the last eight, or of all since progress stopped. */
function sinceWhen({ to, onset }: CauseWindow): number[] {
  const lately = to - LATELY_DAYS + 1;
  return onset !== null && onset < lately ? [lately, Math.max(onset, to - LONGEST_DAYS) + 1] : [lately];
}

function reach(since: number, to: number) {
  return { from: since - USUAL_DAYS, since, to };
}

/**
 * How clearly the habit of lighter weeks is gone: fewer than chance gives, and few at all (M79: every few weeks); or the
 * next one late by the athlete's own rhythm, which shows first.
 */
function lostIn({ surprise, since, spell }: WeekRelief): number {
  const few = 1 - graded(since.light / since.weeks, RARE_SHARE, USUAL_SHARE);
  return Math.max(
    graded(surprise, UNLIKELY, VERY_UNLIKELY) * few,
    OVERDUE_STRENGTH * graded(spell.overdue, ...OVERDUE),
  );
}
