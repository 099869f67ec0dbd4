import { mean, median, normalCdf, quantile, sampleSd } from "@repo/core/stats";
import { between, type TrainingLog } from "./training-log.ts";

const WEEK = 7;
/** A week this much below a full one is relief, whether it was meant or came by itself (M79: 20–30 % less). */
const LIGHT_SHARE = 0.86;
/** What a full week holds: so many of the weeks are no fuller. A quarter of lighter weeks does not pull it down. */
const FULL_SHARE = 0.75;
const FEWEST_WEEKS = 8;
/** Weeks to either side that a week is compared with. */
const AROUND = 4;
/** More lighter weeks than full ones are no habit of relief. */
const MOST_LIGHT = 0.5;

/** Lighter weeks before and since a day, and how unlikely so few of them are where the habit still holds. */
export type WeekRelief = {
  before: { weeks: number; light: number };
  since: { weeks: number; light: number };
  /** −ln of the chance of so few lighter weeks by the habit before; 3 is one in twenty. */
  surprise: number;
  /** Full weeks since the day over full weeks before it. */
  fuller: number;
  /**
   * Full weeks in a row up to now, how many there were between lighter ones on average (null: no rhythm to be seen), and
   * −ln of the chance that a spell lasts so long by that rhythm.
   */
  spell: { full: number; usual: number | null; overdue: number };
};

/**
 * The habit of lighter weeks before a day and after it, weeks counted back from the last day; null where fewer than
 * eight weeks before or none since can be judged. A missed run makes a week lighter by chance, so weeks are also looked
 * at as if none had been missed (mean length of a run times the usual number of runs): what stands out more is told.
 */
export function weekRelief(
  log: TrainingLog,
  { from, since, to }: { from: number; since: number; to: number },
): WeekRelief | null {
  const end = lastSunday(to);
  const weeks = weeksBack(log, from, end);
  const later = Math.round((end - since + 1) / WEEK);
  if (later < 1 || weeks.length < later + FEWEST_WEEKS) return null;
  const usualRuns = median(weeks.map((week) => week.runs)) ?? 0;
  const km = weeks.map((week) => week.km);
  const whole = weeks.map((week) =>
    week.runs > 0 ? (week.km / week.runs) * Math.max(usualRuns, week.runs) : 0,
  );
  const [first, second] = [compare(km, later), compare(whole, later)];
  if (!first || !second) return first ?? second;
  const spell = second.spell.overdue > first.spell.overdue ? second.spell : first.spell;
  return { ...(second.surprise > first.surprise ? second : first), spell };
}

/** The last Sunday up to a day (day 0 is a Thursday). */
function lastSunday(day: number): number {
  return day - ((((day + 4) % WEEK) + WEEK) % WEEK);
}

/** Whole weeks from Monday, as people plan them, back from a Sunday, the latest first, up to the first of the log. */
function weeksBack(log: TrainingLog, from: number, to: number): { km: number; runs: number }[] {
  const runs = between(log.sessions, from, to).filter((session) => session.run);
  const first = runs[0]?.day ?? to + 1;
  const count = Math.max(0, Math.floor((to - first + 1) / WEEK));
  const weeks = Array.from({ length: count }, () => ({ km: 0, runs: 0 }));
  for (const run of runs) {
    const week = weeks[Math.floor((to - run.day) / WEEK)];
    if (!week) continue;
    week.km += run.distanceM / 1000;
    week.runs += 1;
  }
  return weeks;
}

function compare(values: readonly number[], later: number): WeekRelief | null {
  const [now, then] = [values.slice(0, later), values.slice(later)];
  const [fullNow, fullThen] = [quantile(now, FULL_SHARE), quantile(then, FULL_SHARE)];
  if (!fullNow || !fullThen) return null;
  const before = { weeks: then.length, light: lightWeeks(then) };
  const since = { weeks: now.length, light: lightWeeks(now) };
  const chance = atMost(since.light, since.weeks, Math.min(MOST_LIGHT, before.light / before.weeks));
  const spell = spellOf(lightAt(values));
  return { before, since, surprise: -Math.log(chance), fuller: fullNow / fullThen, spell };
}

/** A rhythm has shown itself after so many spells of full weeks. [house] */
const FEWEST_SPELLS = 3;
/** Nobody's rhythm is known better than this, weeks. [house] */
const LEAST_SD = 0.8;
const LEAST_CHANCE = 1e-6;

/** How unlikely the spell of full weeks that still lasts is among the finished ones; weeks come the latest first. */
function spellOf(light: readonly boolean[]): WeekRelief["spell"] {
  const spells: number[] = [];
  let length = 0;
  for (const each of light) {
    if (!each) length += 1;
    else if (length > 0 || spells.length === 0) {
      spells.push(length);
      length = 0;
    }
  }
  const [full = length, ...finished] = spells;
  const usual = mean(finished);
  if (usual === null || finished.length < FEWEST_SPELLS) return { full, usual: null, overdue: 0 };
  const sd = Math.max(LEAST_SD, sampleSd(finished) ?? 0) * Math.sqrt(1 + 1 / finished.length);
  const chance = normalCdf((usual - full) / sd);
  return { full, usual, overdue: full > usual ? -Math.log(Math.max(LEAST_CHANCE, chance)) : 0 };
}

/** Weeks below the full ones around them: a level that rose or fell for good is no relief. */
function lightAt(values: readonly number[]): boolean[] {
  return values.map((value, at) => {
    const start = Math.max(0, Math.min(at - AROUND, values.length - 2 * AROUND - 1));
    const full = quantile(values.slice(start, start + 2 * AROUND + 1), FULL_SHARE) ?? 0;
    return value < full * LIGHT_SHARE;
  });
}

function lightWeeks(values: readonly number[]): number {
  return lightAt(values).filter(Boolean).length;
}

/** Chance of at most `count` in `n` where each comes with a chance of `p`. */
function atMost(count: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return Math.min(1, Math.max(1e-6, sum));
}
