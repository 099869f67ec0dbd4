import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean, median, sampleSd } from "@repo/core/stats";
import { alikeReps, type Rep } from "./find-reps.ts";

/** What the pattern of a session's repetitions points to. */
export type RepPattern = "even" | "hot-start" | "late-fade" | "uneven" | "faster-finish";

/** What to change next time, as a code for words. */
export type RepFix =
  | "keep-going"
  | "start-at-the-pace-of-the-third"
  | "rest-longer"
  | "fewer-repetitions"
  | "use-the-lap-button-each-time"
  | "start-a-little-faster";

export type RepReading = {
  readonly reps: number;
  readonly medianDistanceM: number;
  readonly medianPaceSPerKm: number;
  /** Coefficient of variation of the paces, percent. */
  readonly spreadPct: number;
  /** How much faster the first was than the rest of the first half (median), percent; negative when slower. */
  readonly firstExcessPct: number;
  /** How much slower the last third was than the first third, percent; negative when faster. */
  readonly fadePct: number;
  /** First repetition slower than the first third by the fade limit; null when there is none. */
  readonly fadesFromRep: number | null;
  readonly pattern: RepPattern;
  readonly fix: RepFix;
  /** Ten to twelve even 400s at 5K pace (M37). */
  readonly readyForStrongFiveK: Estimate<boolean, "another-session" | "no-5k-pace">;
};

/** House limits, in percent of pace. A stopwatch and a bend are good for about half a percent. */
const HOT_START_PCT = 2.5;
const FADE_PCT = 2;
const UNEVEN_PCT = 3;
/** "Even" enough for M37: a second and a half on 100 s. */
const READY_SPREAD_PCT = 1.5;
const READY_FADE_PCT = 1.5;
const READY_PACE_SLACK = 1.01;

/**
 * Reads how evenly a set of repetitions was run, what it points to and what to change.
 *
 * @param reps from findReps; odd ones out are left aside
 * @param context.fiveKPaceSPerKm the athlete's current 5K pace, for M37
 * @returns unknown below three alike repetitions
 * @see M37, M124
 */
export function readReps(
  reps: readonly Rep[],
  context: { fiveKPaceSPerKm?: number | null } = {},
): Estimate<RepReading, "too-few-reps"> {
  const alike = alikeReps(reps);
  if (alike.length < 3) return notKnown("too-few-reps");
  const paces = alike.map((rep) => 1000 / rep.speedMps);
  const third = Math.max(1, Math.floor(paces.length / 3));
  const opening = mean(paces.slice(0, third)) as number;
  const next = median(paces.slice(1, 1 + Math.max(2, Math.ceil(paces.length / 2) - 1))) as number;
  const shape = {
    spreadPct: (100 * (sampleSd(paces) ?? 0)) / (mean(paces) as number),
    firstExcessPct: 100 * (next / (paces[0] as number) - 1),
    fadePct: 100 * ((mean(paces.slice(-third)) as number) / opening - 1),
  };
  const settled = median(paces.slice(0, Math.max(2, third))) as number;
  const fading = paces.findIndex(
    (pace, index) =>
      index > 0 && paces.slice(index).every((later) => later > settled * (1 + FADE_PCT / 100)) && pace > 0,
  );
  const pattern = patternOf(shape);
  const reading = {
    reps: alike.length,
    medianDistanceM: median(alike.map((rep) => rep.distanceM)) as number,
    medianPaceSPerKm: median(paces) as number,
    ...shape,
    fadesFromRep: fading === -1 ? null : fading + 1,
    pattern,
    fix: fixOf(pattern, alike),
  };
  return known({ ...reading, readyForStrongFiveK: readiness(reading, context.fiveKPaceSPerKm ?? null) });
}

type Shape = Pick<RepReading, "spreadPct" | "firstExcessPct" | "fadePct">;

function patternOf({ spreadPct, firstExcessPct, fadePct }: Shape): RepPattern {
  if (firstExcessPct >= HOT_START_PCT && fadePct > 0) return "hot-start";
  if (fadePct >= FADE_PCT) return "late-fade";
  if (fadePct <= -FADE_PCT) return "faster-finish";
  return spreadPct >= UNEVEN_PCT ? "uneven" : "even";
}

/** A fade after short rests asks for longer rests (M124), after long ones for fewer repetitions. */
function fixOf(pattern: RepPattern, reps: readonly Rep[]): RepFix {
  if (pattern === "hot-start") return "start-at-the-pace-of-the-third";
  if (pattern === "faster-finish") return "start-a-little-faster";
  if (pattern === "uneven") return "use-the-lap-button-each-time";
  if (pattern === "even") return "keep-going";
  const rests = reps.flatMap((rep) => (rep.restS === null ? [] : [rep.restS / rep.durationS]));
  return (median(rests) ?? 0) >= 1.5 ? "fewer-repetitions" : "rest-longer";
}

function readiness(
  reading: Shape & Pick<RepReading, "reps" | "medianDistanceM" | "medianPaceSPerKm">,
  fiveKPaceSPerKm: number | null,
): RepReading["readyForStrongFiveK"] {
  const fourHundreds = Math.abs(reading.medianDistanceM - 400) <= 20;
  if (!fourHundreds || reading.reps < 10) return notKnown("another-session");
  if (fiveKPaceSPerKm === null) return notKnown("no-5k-pace");
  const even = reading.spreadPct <= READY_SPREAD_PCT && reading.fadePct <= READY_FADE_PCT;
  return known(even && reading.medianPaceSPerKm <= fiveKPaceSPerKm * READY_PACE_SLACK);
}
