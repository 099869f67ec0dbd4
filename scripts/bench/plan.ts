import { checkSeason, RULES, recheck } from "../../packages/core/src/rules/index.ts";
import {
  applyFix,
  buildSeason,
  readSeasonRequest,
  type Season,
  type SeasonRequest,
} from "../../packages/core/src/season/index.ts";
import { REQUEST_CHOICES, seasonRequestOf } from "../../packages/core/src/testing/index.ts";

/** CPU times depend on the machine: they are printed, and a miss beyond this factor of the goal is pointed out. */
const SLACK = 1.25;
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

/** CPU time of one call in milliseconds, warmed up: the median batch, so that a busy machine does not show. */
function timed(call: () => unknown): number {
  for (let round = 0; round < BATCH * 10; round++) call();
  const times: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const start = process.cpuUsage();
    for (let round = 0; round < BATCH; round++) call();
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1000 / BATCH);
  }
  return median(times);
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
  const whole = timed(() => checkSeason(buildSeason(YEAR)));
  const check = timed(() => checkSeason(season));
  const checkLong = timed(() => checkSeason(long));
  const week = season.weeks[20];
  const [first, third] = [week?.workouts[0], week?.workouts.at(-1)];
  if (!first?.id || !third) throw new Error("the season has no week 20 to move a workout in");
  const found = checkSeason(season);
  const moved = applyFix(season, { kind: "move", id: first.id, from: first.date, to: third.date });
  const again = timed(() => recheck(moved, found, [first.date, third.date]));
  const perWeek = checkLong / long.weeks.length / (check / season.weeks.length);
  return [
    row(
      "P1",
      `generate + check, ${season.weeks.length} weeks with steps, ${RULES.length} rules`,
      whole,
      0.5,
      ms,
    ),
    row("P2", `check alone (of a season never seen before: ${ms(timedCold(season))})`, check, 0.11, ms),
    row(
      "P3",
      `check a week of ${long.weeks.length} ÷ a week of ${season.weeks.length}`,
      perWeek,
      1.05,
      (value) => value.toFixed(2),
    ),
    row("P4", "check again after one move ÷ full check", again / check, 0.2, (value) => value.toFixed(2)),
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
  const { perSecond, errors } = propertyRound();
  console.log(
    `${PROPERTY_SEASONS} random requests: ${Math.round(perSecond)} seasons a second of CPU time, ${errors} errors`,
  );
  return errors > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = run();
