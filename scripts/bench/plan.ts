import { checkSeason, RULES, recheck } from "../../packages/core/src/rules/index.ts";
import {
  applyFix,
  buildSeason,
  readSeasonRequest,
  type Season,
  type SeasonRequest,
} from "../../packages/core/src/season/index.ts";
import { REQUEST_CHOICES, seasonRequestOf } from "../../packages/core/src/testing/index.ts";
import { NAIVE_RULES, naiveCheck } from "./naive-checker.ts";

/** A ratio further off its goal than this is a miss. CPU times depend on the machine and on what else it does. */
const SLACK = 1.25;
/** What the peer of performance.md §5 takes for 51 weeks on a quiet machine of the same kind, ms: generate and check. */
const PEER_MS = { whole: 2.05, check: 1.09 };
const BATCH = 20;
const BATCHES = 40;
const PROPERTY_SEASONS = 500;

type Row = { id: string; what: string; goal: string; now: string; pass: boolean };

function requestOver(races: SeasonRequest["races"]): SeasonRequest {
  return readSeasonRequest({
    format: "mesocycle/season-request",
    version: 1,
    start: "2026-01-05",
    level: "intermediate",
    runsPerWeek: 5,
    currentWeeklyKm: 40,
    longestRunLast30DaysKm: 14,
    peakWeeklyKm: 65,
    strengthPerWeek: 2,
    longRunDay: "sun",
    unavailable: ["fri"],
    recentResult: { distanceM: 5000, timeS: 1262, date: "2025-12-20" },
    races,
  });
}

const YEAR = requestOver([
  { date: "2026-05-17", distanceM: 10_000, priority: "A" },
  { date: "2026-12-20", distanceM: 21_097, priority: "A" },
]);
const TWO_YEARS = requestOver([
  { date: "2026-05-17", distanceM: 10_000, priority: "A" },
  { date: "2026-12-20", distanceM: 21_097, priority: "A" },
  { date: "2027-05-16", distanceM: 10_000, priority: "A" },
  { date: "2027-12-19", distanceM: 21_097, priority: "A" },
]);

/**
 * CPU times of calls in milliseconds, warmed up and taken in turn, so that all of them see the same machine: the median
 * batch of each.
 */
function timed<K extends string>(calls: Record<K, () => unknown>): Record<K, number> {
  const names = Object.keys(calls) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (const name of names) for (let round = 0; round < BATCH * 10; round++) calls[name]();
  for (let batch = 0; batch < BATCHES; batch++) {
    for (const name of names) {
      const start = process.cpuUsage();
      for (let round = 0; round < BATCH; round++) calls[name]();
      const used = process.cpuUsage(start);
      times[name].push((used.user + used.system) / 1000 / BATCH);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

/** The naive checker is slow: few rounds of it, beside as many of ours, give the ratio. */
function naiveRatio(season: Season): number {
  const ratios: number[] = [];
  naiveCheck(season);
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    naiveCheck(season);
    const naive = process.cpuUsage(start);
    const again = process.cpuUsage();
    for (let call = 0; call < 500; call++) checkSeason(season);
    const ours = process.cpuUsage(again);
    ratios.push(((naive.user + naive.system) * 500) / (ours.user + ours.system));
  }
  return median(ratios);
}

/** Checks seasons as they come from a file: nothing of them has been looked at before. Parsing is not counted. */
function timedCold(season: unknown): number {
  const text = JSON.stringify(season);
  const times: number[] = [];
  for (let batch = 0; batch < BATCHES / 2; batch++) {
    const copies = Array.from({ length: BATCH }, () => JSON.parse(text) as Season);
    const start = process.cpuUsage();
    for (const copy of copies) checkSeason(copy);
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1000 / BATCH);
  }
  return median(times);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`;
}

function rows(): Row[] {
  const season = buildSeason(YEAR);
  const long = buildSeason(TWO_YEARS);
  const week = season.weeks[20];
  const [first, third] = [week?.workouts[0], week?.workouts.at(-1)];
  if (!first?.id || !third) throw new Error("the season has no week 20 to move a workout in");
  const found = checkSeason(season);
  const moved = applyFix(season, { kind: "move", id: first.id, from: first.date, to: third.date });
  const times = timed({
    whole: () => checkSeason(buildSeason(YEAR)),
    check: () => checkSeason(season),
    checkLong: () => checkSeason(long),
    again: () => recheck(moved, found, [first.date, third.date]),
  });
  const { whole, check, checkLong, again } = times;
  const perWeek = checkLong / long.weeks.length / (check / season.weeks.length);
  const weeks = season.weeks.length;
  const plain = (value: number) => value.toFixed(2);
  const share = (value: number) => `1/${Math.round(1 / value)}`;
  return [
    row("P1", `generate + check, ${weeks} weeks with steps, ${RULES.length} rules`, whole, 0.5, ms),
    row(
      "P1",
      `the same ÷ the peer's ${PEER_MS.whole} ms (quiet machine)`,
      whole / PEER_MS.whole,
      1 / 4,
      plain,
    ),
    row("P2", `check alone (never seen before: ${ms(timedCold(season))})`, check, 0.11, ms),
    row(
      "P2",
      `the same ÷ the peer's ${PEER_MS.check} ms (quiet machine)`,
      check / PEER_MS.check,
      1 / 10,
      plain,
    ),
    row("P2", `check alone ÷ naive checker of ${NAIVE_RULES} rules`, 1 / naiveRatio(season), 1 / 1000, share),
    row("P3", `check of ${long.weeks.length} weeks ÷ of ${weeks}, by the week`, perWeek, 1.05, plain),
    row("P4", "check again after one move ÷ full check", again / check, 0.2, plain),
  ];
}

function row(id: string, what: string, now: number, goal: number, show: (value: number) => string): Row {
  return { id, what, goal: `≤ ${show(goal)}`, now: show(now), pass: now <= goal * SLACK };
}

/** Numbers for a request, the same on every machine. */
function choicesOf(seed: number): number[] {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length: REQUEST_CHOICES }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  });
}

/** Random requests end to end: how many seasons a second, and whether any breaks a rule of severity error. */
function propertyRound(): { perSecond: number; errors: number } {
  const start = process.cpuUsage();
  let errors = 0;
  for (let seed = 1; seed <= PROPERTY_SEASONS; seed++) {
    const findings = checkSeason(buildSeason(seasonRequestOf(choicesOf(seed))));
    errors += findings.filter((finding) => finding.severity === "error").length;
  }
  const used = process.cpuUsage(start);
  return { perSecond: PROPERTY_SEASONS / ((used.user + used.system) / 1e6), errors };
}

/** Measures planning and checking (performance goals P1–P4). Exit code 1 when a season breaks a rule of severity error. */
export function run(): number {
  console.table(rows());
  console.log("Times are CPU time beside whatever else the machine does; ratios are taken in one run.");
  const { perSecond, errors } = propertyRound();
  console.log(
    `${PROPERTY_SEASONS} random requests: ${Math.round(perSecond)} seasons a second of CPU time, ${errors} errors`,
  );
  return errors > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = run();
