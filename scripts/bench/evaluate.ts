// Measures plateau and overload detection on simulated athletes whose cause is known, and writes docs/science.md's
// section "Evaluation". npm run bench evaluate [athletes per story] [-- --write] [-- --others | --sparse | --strangers]
// --others takes the athletes of the second simulation (others/), which shares nothing with the first; --sparse those of
// the first who keep little: no heart rate, no laps, no names of sessions, a check-in a week, every eighth session missed;
// --strangers those of the third (strangers/), which is looked at once a change is done and never while it is made.
import { readFileSync, writeFileSync } from "node:fs";
import { prepareAssessor } from "../../packages/core/src/assessment/index.ts";
import { addDays, daysBetween, type IsoDate } from "../../packages/core/src/calendar/index.ts";
import {
  type Recording,
  SIMULATED_STORIES,
  type SimulatedStory,
  simulateAthlete,
} from "../../packages/core/src/simulation/index.ts";
import { type OtherRequest, otherAthlete } from "./others/other-athlete.ts";
import { strangerOf } from "./strangers/stranger.ts";

const OTHERS = process.argv.includes("--others");
const SPARSE = process.argv.includes("--sparse");
const STRANGERS = process.argv.includes("--strangers");
const FROM: IsoDate = "2023-01-02";
const FIRST_SEED = 910_000;
const PLATEAU_DAYS = 112;
const OVERLOAD_DAYS = 21;
const STANDSTILL: readonly string[] = ["plateau", "possible-plateau", "declining"];
const OVERLOAD: readonly string[] = ["overcooked", "under-recovery"];

/** A cause can only be found where it leaves a trace; everything else is recorded or missing as drawn. */
const TRACE: Partial<Record<SimulatedStory, Partial<Recording>>> = {
  pacing: { laps: 0.8 },
  "fantasy-pace": { laps: 0.8 },
  conditions: { temperature: 0.9 },
  "life-stress": { wellness: 0.7 },
  "under-fuelled": { wellness: 0.7 },
  "no-strength": { strength: true },
  "same-workout": { titles: "telling" },
  "no-speed-work": { titles: "telling" },
};

/** What those record who keep little; a cause leaves its trace all the same. */
const LITTLE: Partial<Recording> = {
  hr: 0,
  rpe: 0.5,
  laps: 0,
  wellness: 0.15,
  hrv: false,
  restingHr: false,
  titles: "generic",
  temperature: 0,
};

/** The same for the second simulation; the rest is drawn. */
const NEEDS: Partial<Record<SimulatedStory, OtherRequest["needs"]>> = {
  pacing: { laps: "buttons" },
  "fantasy-pace": { laps: "marked", titles: "telling", resultsAs: "results" },
  "life-stress": { mornings: 0.7, items: ["sleep", "feel"] },
  "under-fuelled": { mornings: 0.7, items: ["sleep", "feel"] },
  "perpetual-medium": { hr: 0.95, thresholds: true },
  "same-workout": { titles: "telling" },
  "no-speed-work": { titles: "telling" },
  conditions: { resultsAs: "results" },
};

type Outcome = {
  years: number;
  falsePlateaus: number;
  falseOverloads: number;
  /** Opened while the athlete truly got better, but by less than the 2 % in 12 weeks that count as progress. */
  slowPlateaus: number;
  plateauDelay: number | null;
  overloadDelay: number | null;
  causes: string[];
  /** Causes of the last such day up to the sixteenth week. */
  causesLate: string[];
  /** Nights of true progress, and those of them that were judged a standstill, however softly. */
  nights: number;
  wrongNights: number;
};

function live(story: SimulatedStory, seed: number): Outcome {
  const onset = addDays(FROM, 300 + ((seed * 13) % 120));
  const improving = story === "improving";
  const to = addDays(onset, improving ? 240 : PLATEAU_DAYS + 14);
  const { history, truth } = athleteOf({ seed, to, onset, story });
  const assessor = prepareAssessor(history);
  const outcome: Outcome = {
    years: 0,
    falsePlateaus: 0,
    falseOverloads: 0,
    slowPlateaus: 0,
    plateauDelay: null,
    overloadDelay: null,
    causes: [],
    causesLate: [],
    nights: 0,
    wrongNights: 0,
  };
  for (let day = FROM; day <= to; day = addDays(day, 1))
    lookAt(day, assessor.at(day), { onset, improving, outcome, truth });
  return outcome;
}

/** `truth`: the true speed of each day, where the simulation tells it. */
type Look = { onset: IsoDate; improving: boolean; outcome: Outcome; truth: readonly number[] | null };

function athleteOf(of: { seed: number; to: IsoDate; onset: IsoDate; story: SimulatedStory }) {
  if (OTHERS) return otherAthlete({ ...of, from: FROM, needs: NEEDS[of.story] ?? {} });
  if (STRANGERS) return strangerOf({ ...of, from: FROM });
  const trace = TRACE[of.story] ?? {};
  const little = SPARSE
    ? { recording: { ...LITTLE, ...trace }, runner: { missShare: 0.12 } }
    : { recording: trace };
  return { history: simulateAthlete({ ...of, from: FROM, ...little }), truth: null };
}

const WORTH_THE_NAME = 1.02;

/** Whether the athlete truly got better by less than is called progress in the 12 weeks up to a day. */
function isSlow(day: IsoDate, truth: Look["truth"]): boolean {
  const at = daysBetween(FROM, day);
  const [now, then] = [truth?.[at], truth?.[at - 84]];
  return now !== undefined && then !== undefined && now / then < WORTH_THE_NAME;
}

function lookAt(day: IsoDate, night: ReturnType<ReturnType<typeof prepareAssessor>["at"]>, look: Look): void {
  const { onset, improving, outcome } = look;
  const since = daysBetween(onset, day);
  const opened = night.opened.map((warning) => warning.kind as string);
  if (improving || since < 0) {
    outcome.years += 1 / 365.25;
    outcome.falseOverloads += opened.filter((kind) => OVERLOAD.includes(kind)).length;
    const plateaus = opened.filter((kind) => kind === "plateau").length;
    if (isSlow(day, look.truth)) outcome.slowPlateaus += plateaus;
    else outcome.falsePlateaus += plateaus;
    if (isSlow(day, look.truth)) return;
    outcome.nights += 1;
    if (STANDSTILL.includes(night.progress.state)) outcome.wrongNights += 1;
    return;
  }
  if (outcome.overloadDelay === null && opened.some((kind) => OVERLOAD.includes(kind)))
    outcome.overloadDelay = since;
  if (since >= 21 && since <= PLATEAU_DAYS && STANDSTILL.includes(night.progress.state))
    outcome.causesLate = night.progress.causes.map((each) => each.cause);
  if (outcome.plateauDelay === null && since >= 21 && STANDSTILL.includes(night.progress.state)) {
    outcome.plateauDelay = since;
    outcome.causes = night.progress.causes.map((each) => each.cause);
  }
}

/** Wilson score interval, 95 %. */
function interval(hits: number, of: number): string {
  if (of === 0) return "–";
  const [z, p] = [1.96, hits / of];
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  const pct = (value: number) => Math.round(100 * Math.min(1, Math.max(0, value)));
  return `${pct(p)} % (${pct(centre - reach)}–${pct(centre + reach)})`;
}

/** Events per athlete-year with a normal interval on the square root scale (Poisson). */
function rate(events: number, years: number): string {
  const root = Math.sqrt(events + 0.375);
  const [low, high] = [Math.max(0, root - 0.98) ** 2, (root + 0.98) ** 2];
  return `${(events / years).toFixed(2)} (${(low / years).toFixed(2)}–${(high / years).toFixed(2)})`;
}

function sumOf(outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number {
  return outcomes.reduce((sum, each) => sum + of(each), 0);
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? String(sorted[sorted.length >> 1]) : "–";
}

function introOf(count: number): string {
  if (OTHERS)
    return `${count} athletes of the second simulation (\`scripts/bench/others\`), which shares nothing with the first. Their fitness climbs toward a ceiling, noise has heavy tails, days hang together, a week in fourteen is disturbed, summers are warm, and sessions are called and lapped as people and watches do; a cause leaves its trace where it must (laps for \`pacing\`), everything else is drawn, results and heart rates too. Named and intervals as above.`;
  if (STRANGERS)
    return `${count} athletes of a third simulation (\`scripts/bench/strangers\`), written after the rules and unlike both others: four ways of keeping a log (watch, app, diary, hardly anything), beginners and others, habits that were there all along (three in ten of those that can be), summers, races run for fun, days that were done and not logged. It was run once before the last change but two (80 % named, 75 % among the first two, 0.40 false a year) and only the totals were looked at; the last change, to missing cutbacks, was run on it in a wider form too (84 %, 78 %, 0.29), which was then narrowed. Named and intervals as above.`;
  if (SPARSE)
    return `${count} athletes of the first simulation who keep little: no heart rate, no laps, sessions without names, neither pulse nor HRV of a morning, one check-in a week, effort of every second session, and every eighth session missed. A cause leaves its trace where it must, as above.`;
  return `${count} simulated athletes (seeds from ${FIRST_SEED}; thresholds were tried on others, but for an earlier look at some of these), each improving for ten to fourteen months before the cause sets in, with the noise of §6.1 and fields missing as drawn. A cause leaves its trace where it can (repetitions have laps for \`pacing\`, check-ins exist for \`life-stress\`); everything else may be missing. Named means: judged a plateau, a possible plateau or a decline on some day from the third to the sixteenth week; causes are those of the first such day. Shares with 95 % Wilson intervals, rates with Poisson intervals.`;
}

function report(outcomes: ReadonlyMap<SimulatedStory, Outcome[]>): string {
  const all = [...outcomes.values()].flat();
  const years = sumOf(all, (each) => each.years);
  const falsePlateaus = sumOf(all, (each) => each.falsePlateaus);
  const falseOverloads = sumOf(all, (each) => each.falseOverloads);
  const plateaus = [...outcomes].filter(([story]) => story !== "improving" && story !== "injured");
  const stalled = plateaus.flatMap(([, list]) => list);
  const named = stalled.filter((each) => (each.plateauDelay ?? 999) <= PLATEAU_DAYS);
  const ranked = plateaus.flatMap(([story, list]) =>
    list
      .map((each) => each.causes.indexOf(story))
      .filter((_, index) => (list[index]?.plateauDelay ?? 999) <= PLATEAU_DAYS),
  );
  const late = plateaus.flatMap(([story, list]) =>
    list.flatMap((each) =>
      (each.plateauDelay ?? 999) <= PLATEAU_DAYS ? [each.causesLate.indexOf(story)] : [],
    ),
  );
  const [nights, wrong] = [sumOf(all, (each) => each.nights), sumOf(all, (each) => each.wrongNights)];
  const cooked = outcomes.get("overcooked") ?? [];
  const flagged = cooked.filter((each) => (each.overloadDelay ?? 999) <= OVERLOAD_DAYS);
  return [
    introOf(all.length),
    "",
    "| question | reached | aim |",
    "|---|---|---|",
    `| standstill named within 16 weeks of its cause | ${interval(named.length, stalled.length)} | 80 % |`,
    `| true cause first / among the first two, where named | ${interval(ranked.filter((rank) => rank === 0).length, ranked.length)} / ${interval(ranked.filter((rank) => rank === 0 || rank === 1).length, ranked.length)} | – / 90 % |`,
    `| the same on the last such day up to the sixteenth week | ${interval(late.filter((rank) => rank === 0).length, late.length)} / ${interval(late.filter((rank) => rank === 0 || rank === 1).length, late.length)} | – / 90 % |`,
    `| nights of true progress judged a standstill, however softly | ${((100 * wrong) / nights).toFixed(1)} % | |`,
    `| overcooked athletes flagged within 3 weeks | ${interval(flagged.length, cooked.length)}, median day ${median(flagged.map((each) => each.overloadDelay ?? 0))} | 90 % |`,
    `| false plateau warnings a year (${years.toFixed(0)} improving athlete-years) | ${rate(falsePlateaus, years)} | |`,
    `| false overload warnings a year | ${rate(falseOverloads, years)} | |`,
    ...(OTHERS || STRANGERS
      ? [
          `| plateau warnings a year while getting better by less than 2 % in 12 weeks | ${rate(
            sumOf(all, (each) => each.slowPlateaus),
            years,
          )} | |`,
        ]
      : []),
    `| both together | ${rate(falsePlateaus + falseOverloads, years)} | at most 0.5 |`,
    "",
    "| cause | named in 16 weeks | median day | true cause first | first two | named instead (first) |",
    "|---|---|---|---|---|---|",
    ...plateaus.map(([story, list]) => causeRow(story, list)),
  ].join("\n");
}

function causeRow(story: SimulatedStory, list: readonly Outcome[]): string {
  const named = list.filter((each) => (each.plateauDelay ?? 999) <= PLATEAU_DAYS);
  const first = named.filter((each) => each.causes[0] === story).length;
  const firstTwo = named.filter((each) => each.causes.slice(0, 2).includes(story)).length;
  const others = new Map<string, number>();
  for (const each of named) {
    const cause = each.causes[0] ?? "none";
    if (cause !== story) others.set(cause, (others.get(cause) ?? 0) + 1);
  }
  const instead = [...others]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([cause, count]) => `${cause} ${count}`);
  const delays = named.map((each) => each.plateauDelay ?? 0);
  return `| ${story} | ${interval(named.length, list.length)} | ${median(delays)} | ${interval(first, named.length)} | ${interval(firstTwo, named.length)} | ${instead.join(", ") || "–"} |`;
}

const perStory = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 60);
const outcomes = new Map<SimulatedStory, Outcome[]>();
for (const [place, story] of SIMULATED_STORIES.entries()) {
  outcomes.set(
    story,
    Array.from({ length: perStory }, (_, index) => live(story, FIRST_SEED + place * 4_001 + index * 37)),
  );
  process.stderr.write(`${story} `);
}
const text = report(outcomes);
process.stdout.write(`\n${text}\n`);
if (process.argv.includes("--write")) {
  const path = new URL("../../docs/science.md", import.meta.url);
  const mark = OTHERS ? "others" : SPARSE ? "sparse" : STRANGERS ? "strangers" : "evaluation";
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/science.md lacks the marks ${start} and ${end}`);
  writeFileSync(path, `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`);
}
