import { METRES_PER_MILE, parseClock } from "@repo/core/units";
import { type Cursor, type Failure, failure, isFailure, skipSpaces, take } from "./cursor.ts";
import { isCeiling, LOWEST_HR } from "./hr-ceiling.ts";
import type { Effort, PaceName, StepKind, Target } from "./schema.ts";

const PACE_WORDS: Record<string, PaceName> = {
  "800": "800",
  "800m": "800",
  mile: "mile",
  "1500": "1500",
  "1500m": "1500",
  "3k": "3k",
  "3km": "3k",
  "5k": "5k",
  "5km": "5k",
  "10k": "10k",
  "10km": "10k",
  hm: "hm",
  hmp: "hm",
  half: "hm",
  "half marathon": "hm",
  mp: "mp",
  marathon: "mp",
  e: "e",
  m: "m",
  t: "t",
  threshold: "t",
  "lactate threshold": "t",
  lt: "t",
  lt2: "t",
  i: "i",
  vo2max: "i",
  "vo2 max": "i",
  vvo2max: "i",
  "vvo2 max": "i",
  r: "r",
};
const NAMES =
  "half marathon|marathon|mile|800m?|1500m?|(?:10|5|3)[ \\t]*km?|half|hmp?|mp|lactate threshold|threshold|lt2?|v?vo2 ?max";
/** ` + 6 x 200m` is the next part, not an offset: the sign stands next to its number, and no repeat follows. */
const OFFSET =
  "(?:[ \\t]*([+-])(\\d+(?:\\.\\d+)?)(?![\\d.])(?![ \\t]*[x×*])[ \\t]*(?:s(?:ec)?\\b)?(\\/km|\\/mi)?)?";
const AT_PACE = new RegExp(
  `(${NAMES}|[emtir])(?![\\w:.])(?!\\/[a-z])${OFFSET}(?:[ \\t]*(?:race[ \\t]+)?(?:pace|effort)\\b)?`,
  "iy",
);
const WORD_PACE = new RegExp(`(${NAMES})[ \\t]+(?:race[ \\t]+)?(?:pace|effort)\\b${OFFSET}`, "iy");
const CLOCK = "(\\d{1,2}:\\d{2}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
const PACE_RANGE = new RegExp(
  `${CLOCK}(?:[ \\t]*[-–][ \\t]*${CLOCK})?[ \\t]*(?:min)?\\/(km|mile|mi)\\b(?:[ \\t]*pace\\b)?`,
  "iy",
);
const RANGE = "(\\d+(?:\\.\\d+)?)(?:[ \\t]*[-–][ \\t]*(\\d+(?:\\.\\d+)?))?";
const ZONE = /(?:zones?[ \t]*|z)(\d+)(?:[ \t]*[-–][ \t]*z?(\d+))?(?![\w.])(?:[ \t]*(?:hr|pace)\b)?/iy;
const RPE = new RegExp(`rpe[ \\t]*${RANGE}(?:[ \\t]*\\/[ \\t]*10)?`, "iy");
const BPM = new RegExp(`${RANGE}[ \\t]*bpm\\b(?:[ \\t]*hr\\b)?`, "iy");
const HR_FIRST = new RegExp(`(?:hr|heart rate)[ \\t]*${RANGE}(?![\\w.]|[ \\t]*%)(?:[ \\t]*bpm\\b)?`, "iy");
/** Paces that need no sign before them: `20min threshold`, `8km MP`. */
const BARE_PACE = new RegExp(`(lactate threshold|threshold|lt|hmp|mp)(?![\\w:.])(?!\\/[a-z])${OFFSET}`, "iy");
/** `20min T`: the letters of the training paces, in capitals alone. */
const BARE_LETTER = /([EMTI])(?![\w:.+'-])(?![ \t]*[:=])/y;
/** `<145 bpm`, `HR under 145`, `below 75% HRmax`: a ceiling, as coaches set it for easy running. */
const BELOW = /(?:(?:hr|heart rate)[ \t]*)?(?:<=?|≤|(?:under|below)\b)[ \t]*/iy;
const BARE_BPM = /(\d+(?:\.\d+)?)(?![\w.:]|[ \t]*(?:%|bpm|[/]))/iy;
const PERCENT = new RegExp(
  `${RANGE}[ \\t]*%[ \\t]*(?:of[ \\t]+)?(hr[ \\t]*max|max(?:imum)?[ \\t]*(?:hr|heart rate)|mhr|lthr|hrr|hr|threshold pace|pace)\\b`,
  "iy",
);
const EXPECTED_PACE =
  "a pace such as @5k, @mile, @MP+20, @T or @4:00-4:10/km, a zone such as zone 4, or RPE 8";

const EFFORT_WORDS: Record<string, Effort> = {
  easy: "easy",
  jog: "recovery",
  jogs: "recovery",
  steady: "steady",
  moderate: "steady",
  tempo: "tempo",
  hard: "hard",
  fast: "hard",
  float: "float",
  floats: "float",
  stride: "stride",
  strides: "stride",
  sprint: "all-out",
  sprints: "all-out",
  "all-out": "all-out",
  "all out": "all-out",
  "standing starts": "all-out",
  "standing start": "all-out",
  pickups: "hard",
  pickup: "hard",
  surges: "hard",
  surge: "hard",
  walk: "walk",
  walks: "walk",
  on: "hard",
  off: "recovery",
};
const EFFORT_KIND: Record<Effort, StepKind> = {
  easy: "steady",
  recovery: "recovery",
  steady: "steady",
  tempo: "work",
  hard: "work",
  float: "recovery",
  stride: "work",
  "all-out": "work",
  walk: "recovery",
};
const EFFORT =
  /(easy|jogs?|steady|moderate|tempo|hard|fast|floats?|strides?|sprints?|all[- ]out|standing starts?|pick-?ups?|surges?|walks?|on(?=[ \t]*(?:[,;/)\n]|$))|off)(?![\w-])/iy;

/** Reads a target that is not an effort word: `@5k`, `@MP+20`, `4:00-4:10/km`, `zone 4`, `RPE 8-9`, `75-80% HRmax`. */
export function readTarget(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const marked = take(cursor, /@[ \t]*|at[ \t]+/iy) !== null;
  const target =
    (marked ? readPaceName(cursor, AT_PACE) : null) ??
    readPaceRange(cursor) ??
    readPaceName(cursor, WORD_PACE) ??
    readPaceName(cursor, BARE_PACE) ??
    readPaceName(cursor, BARE_LETTER) ??
    readNumbers(cursor) ??
    (marked ? readEffort(cursor) : null);
  if (target) return target;
  if (marked) return failure(cursor, EXPECTED_PACE);
  cursor.at = start;
  return null;
}

/** Reads an effort word: `easy`, `jog`, `tempo`, `float`, `strides`, `all-out`, `walk`. */
export function readEffort(cursor: Cursor): Target | null {
  const match = take(cursor, EFFORT);
  const effort = match ? EFFORT_WORDS[match[1]?.toLowerCase().replace("pick-", "pick") ?? ""] : undefined;
  return effort ? { kind: "effort", effort } : null;
}

function readPaceName(cursor: Cursor, pattern: RegExp): Target | Failure | null {
  const start = cursor.at;
  const match = take(cursor, pattern);
  const pace = match ? PACE_WORDS[(match[1] ?? "").toLowerCase().replace(/^(\d+)[ \t]+/, "$1")] : undefined;
  if (!match || !pace) return null;
  const size = Number(match[3] ?? 0) * (match[4] === "/mi" ? 1000 / METRES_PER_MILE : 1);
  const offsetSPerKm = match[2] === "-" ? 0 - size : size;
  if (offsetSPerKm < -120 || offsetSPerKm > 300) {
    return failure(cursor, "an offset between -120 and +300 seconds a kilometre", start);
  }
  return { kind: "pace", pace, offsetSPerKm };
}

function readPaceRange(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const match = take(cursor, PACE_RANGE);
  if (!match) return null;
  const perKm = match[3]?.toLowerCase() === "km" ? 1 : 1000 / METRES_PER_MILE;
  const [first, second] = [parseClock(match[1] ?? ""), parseClock(match[2] ?? match[1] ?? "")];
  if (first === null || second === null || !(first > 0 && second > 0)) {
    return failure(cursor, "a pace such as 4:05/km or 4:00-4:10/km, seconds below 60", start);
  }
  const [fast, slow] = [Math.min(first, second) * perKm, Math.max(first, second) * perKm];
  if (fast < 60 || slow > 3600) return failure(cursor, "a pace between 1:00/km and 60:00/km", start);
  return { kind: "pace-range", fastSPerKm: fast, slowSPerKm: slow };
}

function readNumbers(cursor: Cursor): Target | Failure | null {
  return readCeiling(cursor) ?? readZone(cursor) ?? readRpe(cursor) ?? readBpm(cursor) ?? readPercent(cursor);
}

/** A heart rate to stay under: from the lowest that counts as one up to it. */
function readCeiling(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const sign = take(cursor, BELOW)?.[0];
  if (sign === undefined) return null;
  const bare = /^h/i.test(sign) ? rangeOf(take(cursor, BARE_BPM)) : null;
  const target: Target | Failure | null = bare
    ? { kind: "hr", basis: "bpm", ...bare }
    : (readBpm(cursor) ?? readPercent(cursor));
  if (target === null) {
    cursor.at = start;
    return null;
  }
  if (isFailure(target)) return target;
  const low = target.kind === "hr" ? LOWEST_HR[target.basis] : Number.NaN;
  if (target.kind === "hr" && target.low === target.high && target.high > low && target.high <= 240) {
    return { ...target, low };
  }
  return failure(cursor, "one heart rate after the sign, such as <145 bpm or <75% HRmax", start);
}

function readZone(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const range = rangeOf(take(cursor, ZONE));
  if (!range) return null;
  if (range.low < 1 || range.high > 7) return failure(cursor, "a zone from 1 to 7", start);
  return { kind: "zone", ...range };
}

function readRpe(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const range = rangeOf(take(cursor, RPE));
  if (!range) return null;
  if (range.high > 10) return failure(cursor, "an effort from RPE 0 to RPE 10", start);
  return { kind: "rpe", ...range };
}

function readBpm(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const range = rangeOf(take(cursor, BPM) ?? take(cursor, HR_FIRST));
  if (!range) return null;
  if (range.low < 30 || range.high > 240) return failure(cursor, "a heart rate from 30 to 240 bpm", start);
  return { kind: "hr", basis: "bpm", ...range };
}

function readPercent(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const match = take(cursor, PERCENT);
  const range = rangeOf(match);
  if (!match || !range) return null;
  const unit = (match[3] ?? "").toLowerCase().replace(/\s/g, "");
  if (range.low < 1 || range.high > 250) return failure(cursor, "a share from 1 % to 250 %", start);
  if (unit.endsWith("pace")) return { kind: "pct-threshold-pace", ...range };
  const basis = unit === "lthr" ? "threshold" : unit === "hrr" ? "reserve" : "max";
  return { kind: "hr", basis, low: fractionOf(range.low), high: fractionOf(range.high) };
}

/** Percent to fraction by moving the decimal point: dividing by 100 would not give the percentage back. */
function fractionOf(percent: number): number {
  return Number(`${percent}e-2`);
}

function rangeOf(match: RegExpExecArray | null): { low: number; high: number } | null {
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2] ?? match[1])];
  return { low: Math.min(first, second), high: Math.max(first, second) };
}

/** What a step with this target is, where its text does not say: easy running is `steady`, the rest `work`. */
export function defaultKindOf(target: Target | null): StepKind {
  if (target === null) return "work";
  if (target.kind === "effort") return EFFORT_KIND[target.effort];
  return isEasyTarget(target) ? "steady" : "work";
}

/** Whether a target asks for no more than easy running. */
export function isEasyTarget(target: Target): boolean {
  switch (target.kind) {
    case "pace":
      return target.pace === "e";
    case "zone":
      return target.high <= 2;
    case "rpe":
      return target.high <= 4;
    case "pct-threshold-pace":
      return target.high <= 85;
    case "hr":
      if (target.basis === "bpm") return isCeiling(target);
      return target.high <= { max: 0.76, threshold: 0.89, reserve: 0.65 }[target.basis];
    case "effort":
      return ["easy", "recovery", "walk"].includes(target.effort);
    case "pace-range":
      return false;
  }
}

/** Reads the sign of a ramp: `>`, `→` or `to`. */
export function readRampSign(cursor: Cursor): boolean {
  const found = take(cursor, /(?:>|→|to\b)/iy) !== null;
  if (found) skipSpaces(cursor);
  return found;
}
