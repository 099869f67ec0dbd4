import { type Cursor, type Failure, failure, isFailure, skipSpaces, take } from "./cursor.ts";
import { EXPECTED_PART, foreignPart, unreadablePart } from "./foreign-text.ts";
import { unescapeNote } from "./format-step.ts";
import { readLength } from "./length-text.ts";
import { raceTarget } from "./race-target.ts";
import type { Step, StepKind, StepLength, Target } from "./schema.ts";
import { readSplit, type Split, targetOfSplit } from "./split-text.ts";
import { defaultKindOf, readEffort, readRampSign, readTarget } from "./target-text.ts";

const KIND_PREFIX = /(warm-?up|wup|wu|cool-?down|warm-?down|cd|work|recovery|rest|steady)[ \t]*:/iy;
const KIND_WORD =
  /(warm[- ]?up|wup|wu|cool[- ]?down|warm[- ]?down|cd|recovery|rec|rest|standing(?![ \t]+start)|run|running|work)(?![\w-])/iy;
const NOTE = /"((?:[^"\\\n]|\\[^\n])*)"/y;
const COMMENT = /#[ \t]*([^\n]*)/y;
const PHRASES =
  /(?:easy|slow|recovery)[ \t]+jog(?:ging)?\b|jog(?:ging)?[ \t]+(?:easy|recovery|rest)\b|jogging\b/iy;
const LONG_RUN = /long(?:[ \t]+(?:easy[ \t]+)?run)?(?![\w-])/iy;
/** M23: by feel between easy and hard, as in the library. */
const FARTLEK = /fartlek(?:[ \t]+run)?(?![\w-])/iy;
const BY_FEEL: Target = { kind: "rpe", low: 4, high: 8 };
/** M25: from easy to near tempo, unless the text says from where to where. */
const PROGRESSION = /(?:progress(?:ion|ive)|cut[- ]?downs?)(?:[ \t]+(?:long[ \t]+)?run)?(?![\w-])/iy;
const STANDING = /(?:standing|static|full|complete)[ \t]+(?:rest|recovery)\b/iy;
const WALK_PHRASES = /walk(?:ing)?[ \t]+(?:recovery|rest)\b|walking\b/iy;
const FILLER =
  /(?:of|pace|effort|then|each|reps?|repeats?|repetitions?|intervals?|miles?[ \t]+pace)(?![\w-])/iy;
/** What is run as a race: at the pace of its distance, unless the text says another. */
const RACE = /(?:parkrun|race(?:[ \t]+day)?|time[ -]trial|tt)(?![\w-])(?![ \t]*(?:pace|effort))[ \t]*:?/iy;
/** `4 x mile @T`: a repetition named by its unit alone. */
const BARE_UNIT = /(miles?|km|k)(?=[ \t]*(?:[,;@\n]|at\b|w\/|with\b|rep|$))/iy;
/** `2min between`, `90s rest between sets`: says that a length is the recovery. */
const BETWEEN =
  /(?:in[ \t]+)?between(?:[ \t]+(?:sets?|reps?|repeats?|repetitions?|intervals?|each))?(?!\w)/iy;
const CADENCE = /\d+(?:[ \t]*-[ \t]*\d+)?[ \t]*(?:rpm|spm)\b/iy;
const PLACE = /(back|down|uphill|downhill|up|hills?)(?![\w-])/iy;
const END =
  /(?=[\n,;()/]|\+[ \t]|[-–—][ \t]|[x×*][ \t]*\d|:[ \t]*(?:last|final|with)\b|$)|(?=(?:the[ \t]+)?(?:last|final)[ \t]+\d)|(?=with\b|w\/|w[ \t]+\d|r[ \t]*[=:]|off[ \t]+\d)/iy;
/** Where the recovery of a repetition begins without a comma: `10' @T 2' jog`, `1000m @5k rec 2min`. */
const RECOVERY_FOLLOWS = /(?=(?:(?:rec(?:overy)?|rest|jog|walk|float)[ \t]*:?[ \t]*)?\d)/iy;

type Parts = {
  length: StepLength | null;
  kind: StepKind | null;
  wordKind: StepKind | null;
  effort: Target | null;
  target: Target | null;
  end: Target | null;
  split: Split | null;
  progressive: boolean;
  /** `10km race`; a named distance, `half marathon`, is one where the text says nothing else. */
  race: boolean | "named";
  repetition: boolean;
  note: string | null;
};

/**
 * Reads one step: a length, words and a target in any order, an optional ramp and a note in quotes. A repetition ends
 * where its recovery begins, also without a comma.
 */
export function readStep(cursor: Cursor, repetition = false): Step | Failure {
  const parts: Parts = {
    length: null,
    kind: null,
    wordKind: null,
    effort: null,
    target: null,
    end: null,
    split: null,
    progressive: false,
    race: false,
    repetition,
    note: null,
  };
  const start = cursor.at;
  for (;;) {
    skipSpaces(cursor);
    if (take(cursor, END)) break;
    if (repetition && isWhole(parts) && take(cursor, RECOVERY_FOLLOWS) && !targetFollows(cursor)) break;
    const fault = readPart(cursor, parts);
    if (fault) return fault;
  }
  if (parts.split) {
    const target = targetOfSplit(cursor, parts.split, { length: parts.length, start });
    if (isFailure(target)) return target;
    parts.target = target;
  }
  if (parts.progressive) progress(parts);
  if (parts.race) race(parts);
  return hasContent(parts) ? stepOf(parts) : failure(cursor, EXPECTED_PART, start);
}

function progress(parts: Parts): void {
  if (parts.target || parts.end) addNote(parts, "progression");
  else {
    parts.effort = { kind: "effort", effort: "easy" };
    parts.end = { kind: "effort", effort: "tempo" };
  }
}

function race(parts: Parts): void {
  const said = parts.target ?? parts.effort ?? (parts.race === true ? null : (parts.kind ?? parts.wordKind));
  if (!said && parts.length?.kind === "distance") parts.target = raceTarget(parts.length.distanceM);
  else if (parts.race === true) addNote(parts, "race");
}

function isWhole(parts: Parts): boolean {
  return parts.length !== null && Boolean(parts.target ?? parts.effort ?? parts.split);
}

/** Whether a target stands here, as in `400m hard 3:30/km`. Moves nothing. */
function targetFollows(cursor: Cursor): boolean {
  const start = cursor.at;
  const target = readTarget(cursor);
  cursor.at = start;
  return target !== null;
}

function hasContent(parts: Parts): boolean {
  return Boolean(
    parts.length ??
      parts.kind ??
      parts.wordKind ??
      parts.effort ??
      parts.target ??
      (parts.race || parts.progressive || null),
  );
}

type Reader = (cursor: Cursor, parts: Parts) => boolean | Failure;

const READERS: readonly Reader[] = [
  readNote,
  readKind,
  readRamp,
  readSplitPart,
  readTargetPart,
  readLengthPart,
  readWord,
];

/** Reads whichever part stands here into `parts`; returns a failure when none does. */
function readPart(cursor: Cursor, parts: Parts): Failure | null {
  const foreign = foreignPart(cursor);
  if (foreign) return foreign;
  for (const read of READERS) {
    const outcome = read(cursor, parts);
    if (outcome === true) return null;
    if (outcome !== false) return outcome;
  }
  return unreadablePart(cursor);
}

function readNote(cursor: Cursor, parts: Parts): boolean {
  const quoted = take(cursor, NOTE);
  const text = quoted ? unescapeNote(quoted[1] ?? "") : (take(cursor, COMMENT)?.[1]?.trim() ?? null);
  if (text === null) return false;
  addNote(parts, text.slice(0, 500));
  return true;
}

function readKind(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  if (take(cursor, PHRASES)) return setEffort(cursor, parts, { kind: "effort", effort: "recovery" }, start);
  if (take(cursor, LONG_RUN)) return setEffort(cursor, parts, { kind: "effort", effort: "easy" }, start);
  if (take(cursor, FARTLEK)) {
    addNote(parts, "fartlek");
    return setEffort(cursor, parts, BY_FEEL, start);
  }
  if (take(cursor, PROGRESSION)) {
    parts.progressive = true;
    return true;
  }
  const race = take(cursor, RACE);
  if (race) {
    parts.race = true;
    if (/^p/i.test(race[0])) parts.length ??= { kind: "distance", distanceM: 5000 };
    return true;
  }
  if (take(cursor, STANDING)) {
    parts.wordKind = "rest";
    return true;
  }
  if (take(cursor, WALK_PHRASES)) return setEffort(cursor, parts, { kind: "effort", effort: "walk" }, start);
  const prefix = take(cursor, KIND_PREFIX);
  const word = prefix ?? take(cursor, KIND_WORD);
  if (!word) return false;
  const kind = kindOf(word[1] ?? "");
  if (prefix) {
    if (parts.kind) return failure(cursor, "one kind of step", start);
    parts.kind = kind;
    return true;
  }
  // "easy run" and "recovery run" name one thing: the plainer word gives way.
  parts.wordKind = parts.wordKind && kind === "steady" ? parts.wordKind : kind;
  return true;
}

function kindOf(word: string): StepKind {
  const plain = word.toLowerCase().replace(/[- ]/g, "");
  if (plain === "warmup" || plain === "wup" || plain === "wu") return "warmup";
  if (plain === "cooldown" || plain === "warmdown" || plain === "cd") return "cooldown";
  if (plain === "rec") return "recovery";
  if (plain === "standing") return "rest";
  if (plain === "run" || plain === "running" || plain === "steady") return "steady";
  return plain as StepKind;
}

function readRamp(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  if (!readRampSign(cursor)) return false;
  if (!(parts.target ?? parts.effort)) return failure(cursor, "a target before the ramp's sign", start);
  if (parts.end) return failure(cursor, "one ramp a step", start);
  const end = readTarget(cursor) ?? readEffort(cursor);
  if (end === null) return failure(cursor, "the target the ramp ends at, such as @m or zone 4");
  if (isFailure(end)) return end;
  parts.end = end;
  return true;
}

function readSplitPart(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  const split = readSplit(cursor);
  if (split === null) return false;
  if (isFailure(split)) return split;
  if (parts.target || parts.split) return failure(cursor, "one target a step", start);
  parts.split = split;
  return true;
}

function readTargetPart(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  const target = readTarget(cursor);
  if (target === null) return false;
  if (isFailure(target)) return target;
  if (target.kind === "effort") return setEffort(cursor, parts, target, start);
  if (parts.target || parts.split)
    return failure(cursor, "one target a step (a ramp is written @e > @m)", start);
  parts.target = target;
  return true;
}

function readLengthPart(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  const unit = parts.repetition && !parts.length ? take(cursor, BARE_UNIT)?.[1] : undefined;
  const length = unit ? readLength({ text: `1${unit}`, at: 0 }) : readLength(cursor);
  if (length === null) return false;
  if (isFailure(length)) return length;
  if (parts.length) return failure(cursor, "one length a step (a comma starts the next step)", start);
  if (!unit && /[a-z]/i.test(cursor.text[start] ?? "") && length.kind === "distance") parts.race ||= "named";
  parts.length = length;
  return true;
}

function readWord(cursor: Cursor, parts: Parts): boolean | Failure {
  const start = cursor.at;
  const effort = readEffort(cursor);
  if (effort) return setEffort(cursor, parts, effort, start);
  const place = take(cursor, PLACE);
  if (place) {
    addNote(parts, (place[1] ?? "").toLowerCase());
    return true;
  }
  if (take(cursor, BETWEEN)) {
    parts.wordKind ??= "recovery";
    return true;
  }
  // `Tempo: 20min`: what a step is, said before its length.
  if (!parts.length && hasContent(parts) && take(cursor, /:(?=[ \t])/y)) return true;
  const cadence = take(cursor, CADENCE);
  if (cadence) addNote(parts, cadence[0]);
  return cadence !== null || take(cursor, FILLER) !== null;
}

function setEffort(cursor: Cursor, parts: Parts, effort: Target, start: number): boolean | Failure {
  if (parts.effort) return failure(cursor, "one effort a step (a ramp is written easy > tempo)", start);
  parts.effort = effort;
  return true;
}

function addNote(parts: Parts, text: string): void {
  parts.note = parts.note === null ? text : `${parts.note} ${text}`.slice(0, 500);
}

/** `200m float @MP`: where a target stands beside the word, the word says what kind of step it is. */
function stepOf(parts: Parts): Step {
  const target = parts.target ?? parts.effort;
  const kind =
    parts.kind ?? parts.wordKind ?? defaultKindOf(parts.target && parts.effort ? parts.effort : target);
  return {
    type: "step",
    kind,
    length: parts.length ?? { kind: "open" },
    target,
    ...(parts.end ? { targetEnd: parts.end } : {}),
    ...(parts.note === null ? {} : { note: parts.note }),
  };
}
