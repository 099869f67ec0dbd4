import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { checkSeason, RULES } from "../../packages/core/src/rules/index.ts";
import { buildSeason, type Season } from "../../packages/core/src/season/index.ts";
import { REQUEST_CHOICES, seasonRequestOf } from "../../packages/core/src/testing/index.ts";
import { NAIVE_RULES, naiveCheck } from "./naive-checker.ts";
import { MODES, type Mode } from "./plan/modes.ts";
import { TWO_YEARS, YEAR } from "./plan/requests.ts";

/** A ratio further off its goal than this is a miss. CPU times depend on the machine and on what else it does. */
const SLACK = 1.25;
/** What the peer of performance.md §5 takes for 51 weeks on a quiet machine of the same kind, ms: generate and check. */
const PEER_MS = { whole: 2.05, check: 1.09 };
const ROUNDS = 11;
const PROPERTY_SEASONS = 500;

type Row = { id: string; what: string; goal: string; now: string; pass: boolean };

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

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`;
}

/** The processes of all modes, warmed up one after the other. */
async function started(): Promise<Record<Mode, ChildProcess>> {
  const children = {} as Record<Mode, ChildProcess>;
  for (const mode of MODES) {
    children[mode] = fork(join(import.meta.dirname, "plan", "mode.ts"), [mode], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    await asked(children[mode], "warm");
  }
  return children;
}

async function asked(child: ChildProcess, what: "warm" | "round"): Promise<number> {
  const gone = new AbortController();
  const ended = once(child, "exit", gone).then(() => {
    throw new Error("a mode ended before its answer");
  });
  const answer = once(child, "message", gone);
  child.send(what);
  try {
    const [ms] = (await Promise.race([answer, ended])) as [number];
    return ms;
  } finally {
    ended.catch(() => {});
    gone.abort();
  }
}

/** CPU time of a call of each mode, milliseconds: a process per mode, warmed up, rounds in turn; medians. */
async function timed(): Promise<Record<Mode, number[]>> {
  const children = await started();
  const times = Object.fromEntries(MODES.map((mode) => [mode, []])) as unknown as Record<Mode, number[]>;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const mode of MODES) times[mode].push(await asked(children[mode], "round"));
    }
  } finally {
    for (const child of Object.values(children)) child.kill();
  }
  for (const mode of MODES) {
    const [least, most] = [Math.min(...times[mode]), Math.max(...times[mode])];
    console.log(JSON.stringify({ mode, ms: median(times[mode]), least, most, rounds: ROUNDS }));
  }
  return times;
}

async function rows(): Promise<Row[]> {
  const season = buildSeason(YEAR);
  const times = await timed();
  const [whole, check, long] = [median(times.whole), median(times.check), median(times.checkLong)];
  const [weeks, longWeeks] = [season.weeks.length, buildSeason(TWO_YEARS).weeks.length];
  const perWeek = long / longWeeks / (check / weeks);
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
    row("P2", `check alone (never seen before: ${ms(median(times.cold))})`, check, 0.11, ms),
    row(
      "P2",
      `the same ÷ the peer's ${PEER_MS.check} ms (quiet machine)`,
      check / PEER_MS.check,
      1 / 10,
      plain,
    ),
    row("P2", `check alone ÷ naive checker of ${NAIVE_RULES} rules`, 1 / naiveRatio(season), 1 / 1000, share),
    row("P3", `check of ${longWeeks} weeks ÷ of ${weeks}, by the week`, perWeek, 1.05, plain),
    row(
      "P4",
      `check again after one move (${ms(median(times.again))}) ÷ full check of the moved season`,
      median(times.again) / median(times.moved),
      0.2,
      plain,
    ),
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
export async function run(): Promise<number> {
  console.table(await rows());
  console.log("Times are CPU time beside whatever else the machine does; ratios are taken in one run.");
  const { perSecond, errors } = propertyRound();
  console.log(
    `${PROPERTY_SEASONS} random requests: ${Math.round(perSecond)} seasons a second of CPU time, ${errors} errors`,
  );
  return errors > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await run();
