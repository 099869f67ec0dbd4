import { asRecovery, asRun, isBareLength, isShort } from "./bare-recovery.ts";
import {
  type Cursor,
  type Failure,
  failure,
  isFailure,
  locate,
  skipSpaces,
  take,
  type WorkoutTextError,
} from "./cursor.ts";
import { readLadder } from "./ladder-text.ts";
import { isIntervalsIcuText, parseIntervalsIcu } from "./parse-intervals-icu.ts";
import { readQuickPart } from "./quick-part.ts";
import { readRepeatName } from "./repeat-name.ts";
import type { Block, Repeat, Step, Target } from "./schema.ts";
import { readStep } from "./step-text.ts";
import { readTarget } from "./target-text.ts";
import { withTarget } from "./with-target.ts";

/** A workout read from text, with the title where the dialect carries one; or every fault with its place. */
export type ParsedWorkout =
  | { ok: true; blocks: Block[]; title?: string }
  | { ok: false; errors: WorkoutTextError[] };

/** Longest text, deepest nesting and most steps (repeats written out) that are read. */
export const LONGEST_TEXT = 10_000;
/** Most steps a workout may have with its repeats written out. */
export const MOST_STEPS = 2_000;
/** Most repeats inside each other. */
export const DEEPEST = 8;

const TIMES = /(\d{1,4})[ \t]*(?:(?:sets?|reps?|rounds?)[ \t]+(?:of\b|[x×*])|[x×*]|times\b)[ \t]*/iy;
/** `8-12 x 400m`: a choice for the coach, not for the program. */
const TIMES_RANGE = /\d{1,3}[ \t]*[-–][ \t]*\d{1,3}[ \t]*(?:[x×*]|times\b|reps?\b|sets?\b)/iy;
/** `(400m @5k, 200m @MP) x 8` and `1min hard / 2min jog x 6`. */
const TIMES_AFTER = /[ \t]*,?[ \t]*[x×*][ \t]*(\d{1,3})(?![\d.]|[ \t]*[a-z])/iy;
/** `4 strides`, `6 strides of 20s`: each of twenty seconds where no length is written (M18: 15 to 30 s). */
const STRIDES = /(\d{1,2})[ \t]+(?=strides?\b)/iy;
const STRIDE_S = 20;
/** `10 x 30/30`: seconds on and off. */
const ON_OFF = /(\d{2})[ \t]*\/[ \t]*(\d{2})s?(?![\d:.'"’′]|[ \t]*(?!x[ \t]*\d)[a-z])/iy;
/** A heading that only says which part follows. */
const HEADING = /(?:main(?: set)?|ms|workout|session|set)[ \t]*:[ \t]*/iy;
/** A dash or dot that only marks an entry of a list. */
const BULLET = /[-*•–][ \t]+/y;
/** What ties a recovery to the repetition before it. */
const JOINED = /(?:with\b|w\/|w(?=[ \t]+\d)|\/|,?[ \t]*r[ \t]*[=:]|off(?=[ \t]+\d))[ \t]*/iy;
/** After so many faults a list of them helps nobody. */
const MOST_ERRORS = 20;
/** `5mi easy w/ 6 x 20s strides`: what follows a run, tied to it by a word. */
const RUN_WITH = /(?:with\b|w\/)[ \t]*(?=\d{1,3}[ \t]*(?:[x×*]|strides?\b))/iy;
const SEPARATORS = /(?:[\s,;]+|\+(?=\s)|then\b)*/iy;

/**
 * Reads a workout from text: `8 x 400m @5k, 200m jog`, nested repeats in brackets, one line a part; also the
 * intervals.icu dialect (lines that start with a dash). Errors carry line, column, what was found and what was expected.
 */
export function parseWorkout(text: string): ParsedWorkout {
  if (text.length > LONGEST_TEXT) {
    const found = `${text.length} characters`;
    return {
      ok: false,
      errors: [{ line: 1, column: 1, found, expected: `at most ${LONGEST_TEXT} characters` }],
    };
  }
  const plain = withRoundBrackets(text.replace(/\r\n?/g, "\n"));
  const parsed = isIntervalsIcuText(plain) ? parseIntervalsIcu(plain) : parseOwn(plain);
  if (!parsed.ok) return parsed;
  const steps = countSteps(parsed.blocks);
  if (steps <= MOST_STEPS) return parsed;
  const expected = `at most ${MOST_STEPS} steps, repeats written out`;
  return { ok: false, errors: [{ line: 1, column: 1, found: `${steps} steps`, expected }] };
}

/** Square and curly brackets mean the same as round ones, but inside a note. Every sign keeps its place. */
function withRoundBrackets(text: string): string {
  const round: Record<string, string> = { "[": "(", "{": "(", "]": ")", "}": ")" };
  return text.replace(/"(?:[^"\\\n]|\\[^\n])*"|#[^\n]*|[[\]{}]/g, (part) => round[part] ?? part);
}

/** How many steps blocks hold with every repeat written out. */
export function countSteps(blocks: readonly Block[]): number {
  return blocks.reduce(
    (total, block) => total + (block.type === "step" ? 1 : block.times * countSteps(block.steps)),
    0,
  );
}

function parseOwn(text: string): ParsedWorkout {
  if (REST_DAY.test(text)) return { ok: true, blocks: [REST] };
  const cursor: Cursor = { text, at: 0 };
  const blocks: Block[] = [];
  const errors: WorkoutTextError[] = [];
  for (;;) {
    take(cursor, SEPARATORS);
    take(cursor, BULLET);
    if (take(cursor, HEADING)) continue;
    if (cursor.at >= text.length || errors.length >= MOST_ERRORS) break;
    const start = cursor.at;
    const fault = readTop(cursor, blocks);
    if (fault === null) continue;
    errors.push(locate(text, fault));
    // A fault inside a bracket that spans lines would make the rest of the bracket look wrong too.
    if (opensBracket(text.slice(start, fault.at))) break;
    cursor.at = Math.max(fault.at, cursor.at);
    take(cursor, /[^\n]*/y);
  }
  if (blocks.length === 0 && errors.length === 0) {
    errors.push({
      line: 1,
      column: 1,
      found: "nothing",
      expected: "at least one step, such as 8 x 400m @5k, 200m jog",
    });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, blocks };
}

/** A day without running, as plans write it. */
const REST_DAY = /^\s*(?:(?:complete |full )?rest(?: day)?|day off|off(?: day)?)\s*[.!]?\s*$/i;
const REST: Step = { type: "step", kind: "rest", length: { kind: "open" }, target: null };

function opensBracket(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\\n]|\\[^\n])*"/g, "");
  return (bare.match(/\(/g)?.length ?? 0) > (bare.match(/\)/g)?.length ?? 0);
}

/** Reads the next part of a workout into `blocks`; a failure when it cannot be read. */
function readTop(cursor: Cursor, blocks: Block[]): Failure | null {
  const before = blocks.at(-1);
  const finish = readQuickPart(cursor, before, (at) => readBlocks(at, 1));
  if (finish && !isFailure(finish)) blocks.splice(-1, 1, ...finish);
  if (finish) return isFailure(finish) ? finish : null;
  if (before?.type === "step") take(cursor, RUN_WITH);
  const start = cursor.at;
  const read = readBlocks(cursor, 0);
  if (isFailure(read)) return read;
  const isAlone = blocks.length === 0 && /^\s*$/.test(cursor.text.slice(cursor.at));
  const bare = isBareLength(cursor.text.slice(start, cursor.at));
  blocks.push(...(bare ? read.map((block) => asRun(block, isAlone)) : read));
  return null;
}

/** One part: a step, a repeat, or a ladder, which is several steps. */
function readBlocks(cursor: Cursor, depth: number, repetition = false): Block[] | Failure {
  if (take(cursor, new RegExp(`(?=${TIMES_RANGE.source})`, "iy"))) {
    return failure(cursor, "one number of repetitions, such as 8 x or 12 x");
  }
  const ladder = readLadder(cursor, readRecovery);
  if (ladder) return ladder;
  const name = readRepeatName(cursor);
  if (name) {
    const named = readBlocks(cursor, depth);
    return isFailure(named) ? named : withTarget(named, name.target, name.note);
  }
  const strides = take(cursor, STRIDES);
  if (strides) return readStrides(cursor, Number(strides[1]));
  const start = cursor.at;
  const match = take(cursor, TIMES);
  if (!match) return depth === 0 && !repetition ? readTimesAfter(cursor) : readPlain(cursor, repetition);
  const times = Number(match[1]);
  if (times < 1 || times > 200) return failure(cursor, "1 to 200 repetitions", start);
  if (depth >= DEEPEST) return failure(cursor, `at most ${DEEPEST} repeats inside each other`, start);
  const inBrackets = take(cursor, /\(/y) !== null;
  const steps = inBrackets ? readBracket(cursor, depth + 1) : readBareRepeat(cursor, depth + 1);
  if (isFailure(steps)) return steps;
  if (!inBrackets) return [{ type: "repeat", times, steps }];
  const aimed = withTarget(steps, readTargetOfAll(cursor));
  return depth === 0 ? readSetRest(cursor, times, aimed) : [{ type: "repeat", times, steps: aimed }];
}

/** `3 x (300m, 200m, 100m) @mile`: a target behind the bracket is that of the work in it. */
function readTargetOfAll(cursor: Cursor): Target | null {
  const start = cursor.at;
  skipSpaces(cursor);
  const target = readTarget(cursor);
  if (target && !isFailure(target) && take(cursor, /[ \t]*(?=[\n,;)]|$)/y)) return target;
  cursor.at = start;
  return null;
}

function readPlain(cursor: Cursor, repetition: boolean): Block[] | Failure {
  if (cursor.text[cursor.at] === "(") return failure(cursor, "how often, such as 3 x (");
  const step = readStep(cursor, repetition);
  return isFailure(step) ? step : [step];
}

/** `2 x (4 x 400m @mile, 200m jog), 5min rest`: what follows sets on their line lies between them. */
function readSetRest(cursor: Cursor, times: number, steps: Block[]): Block[] | Failure {
  const last = steps.at(-1);
  const rests = last?.type === "step" && (last.kind === "recovery" || last.kind === "rest");
  skipSpaces(cursor);
  const rest = rests ? null : readRecovery(cursor);
  if (rest && isFailure(rest)) return rest;
  return [{ type: "repeat", times, steps: rest ? [...steps, rest] : steps } satisfies Repeat];
}

function readStrides(cursor: Cursor, times: number): Block[] | Failure {
  const step = readStep(cursor, true);
  if (isFailure(step)) return step;
  const length = step.length.kind === "open" ? { kind: "time" as const, durationS: STRIDE_S } : step.length;
  const recovery = readRecovery(cursor);
  if (recovery && isFailure(recovery)) return recovery;
  return [{ type: "repeat", times, steps: [{ ...step, length }, ...(recovery ? [recovery] : [])] }];
}

/** A step, or what is repeated with its number behind it. */
function readTimesAfter(cursor: Cursor): Block[] | Failure {
  if (take(cursor, /\(/y)) {
    const open = cursor.at - 1;
    const steps = readBracket(cursor, 1);
    const times = isFailure(steps) ? null : take(cursor, TIMES_AFTER);
    if (times && !isFailure(steps)) return [{ type: "repeat", times: Number(times[1]), steps }];
    return isFailure(steps) ? steps : failure(cursor, "how often, such as 3 x (", open);
  }
  const start = cursor.at;
  const onOff = readOnOff(cursor);
  const cycles = onOff && take(cursor, TIMES_AFTER);
  if (cycles) return [{ type: "repeat", times: Number(cycles[1]), steps: onOff }];
  cursor.at = start;
  const first = readPlain(cursor, false);
  if (isFailure(first)) return first;
  if (take(cursor, TIMES_AFTER)) return failure(cursor, "the number first, such as 8 x 200m", start);
  const slash = cursor.at;
  const second = take(cursor, /\/[ \t]*/y) ? readPlain(cursor, false) : null;
  const times = second && !isFailure(second) ? take(cursor, TIMES_AFTER) : null;
  if (times && second && !isFailure(second)) {
    return [{ type: "repeat", times: Number(times[1]), steps: [...first, ...second.map(asRecovery)] }];
  }
  cursor.at = slash;
  return first;
}

/** The blocks up to the closing bracket, which is read too. */
function readBracket(cursor: Cursor, depth: number): Block[] | Failure {
  const blocks: Block[] = [];
  for (;;) {
    take(cursor, SEPARATORS);
    const slashed = take(cursor, /\/[ \t]*/y) !== null;
    if (take(cursor, /\)/y)) break;
    if (cursor.at >= cursor.text.length) return failure(cursor, "a closing bracket )");
    const read = readBlocks(cursor, depth);
    if (isFailure(read)) return read;
    blocks.push(...(slashed ? read.map(asRecovery) : read));
    if (blocks.length > 100) return failure(cursor, "at most 100 parts in one repeat");
  }
  return blocks.length > 0 ? blocks : failure(cursor, "at least one step in the brackets", cursor.at - 1);
}

/** `8 x 400m @5k, 200m jog`: without brackets, one step and the recovery that follows it on the same line. */
function readBareRepeat(cursor: Cursor, depth: number): Block[] | Failure {
  const onOff = readOnOff(cursor);
  if (onOff) return onOff;
  const read = readBlocks(cursor, depth, true);
  if (isFailure(read)) return read;
  skipSpaces(cursor);
  const opened = cursor.at;
  if (take(cursor, /\(/y)) {
    const rest = readBracket(cursor, depth);
    if (isFailure(rest)) return rest;
    const bare = isBareLength(cursor.text.slice(opened + 1, cursor.at - 1));
    return [...read, ...(bare ? rest.map(asRecovery) : rest)];
  }
  const recovery = readRecovery(cursor);
  return recovery === null ? read : isFailure(recovery) ? recovery : [...read, recovery];
}

/** `30/30`. */
function readOnOff(cursor: Cursor): Step[] | null {
  const onOff = take(cursor, ON_OFF);
  return onOff && [seconds("hard", Number(onOff[1])), seconds("recovery", Number(onOff[2]))];
}

function seconds(effort: "hard" | "recovery", durationS: number): Step {
  const kind = effort === "hard" ? "work" : "recovery";
  return { type: "step", kind, length: { kind: "time", durationS }, target: { kind: "effort", effort } };
}

function readRecovery(cursor: Cursor): Step | Failure | null {
  const start = cursor.at;
  const joined = take(cursor, JOINED) !== null;
  if (!joined && !take(cursor, /(?:,|[-–—](?=[ \t]))[ \t]*/y) && !take(cursor, /(?=[\dA-Z])/iy)) return null;
  const isStep = take(cursor, TIMES) === null && cursor.text[cursor.at] !== "(";
  const from = cursor.at;
  const step = isStep ? readStep(cursor) : null;
  if (joined && step && isFailure(step)) return step;
  if (step && !isFailure(step)) {
    // `R=2min`, `6 x 800m @5k, 2min`: a length alone after repetitions is their recovery.
    const bare = isBareLength(cursor.text.slice(from, cursor.at)) && isShort(step);
    if (joined || bare) return asRecovery(step);
    if (step.kind === "recovery" || step.kind === "rest") return step;
  }
  cursor.at = start;
  return null;
}
