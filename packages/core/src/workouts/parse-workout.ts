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
import { isIntervalsIcuText, parseIntervalsIcu } from "./parse-intervals-icu.ts";
import type { Block, Repeat, Step } from "./schema.ts";
import { readStep } from "./step-text.ts";

/** A workout read from text, with the title where the dialect carries one; or every fault with its place. */
export type ParsedWorkout =
  | { ok: true; blocks: Block[]; title?: string }
  | { ok: false; errors: WorkoutTextError[] };

/** Longest text, deepest nesting and most steps (repeats written out) that are read. */
export const LONGEST_TEXT = 10_000;
/** Most steps a workout may have with its repeats written out. */
export const MOST_STEPS = 2_000;
const DEEPEST = 8;

const TIMES = /(\d{1,4})[ \t]*(?:(?:sets?|reps?|rounds?)[ \t]+(?:of\b|[x×*])|[x×*]|times\b)[ \t]*/iy;
/** A heading that only says which part follows. */
const HEADING = /(?:main(?: set)?|workout|session|set)[ \t]*:[ \t]*/iy;
/** A dash or dot that only marks an entry of a list. */
const BULLET = /[-*•–][ \t]+/y;
/** What ties a recovery to the repetition before it. */
const JOINED = /(?:with\b|w\/|\/|,?[ \t]*r[ \t]*=)[ \t]*/iy;
/** A length alone between repetitions is their recovery up to here; longer ones are steps of their own. */
const LONGEST_BARE_RECOVERY = { distanceM: 1000, durationS: 600 } as const;
/** After so many faults a list of them helps nobody. */
const MOST_ERRORS = 20;
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
  const plain = text.replace(/\r\n?/g, "\n");
  const parsed = isIntervalsIcuText(plain) ? parseIntervalsIcu(plain) : parseOwn(plain);
  if (!parsed.ok) return parsed;
  const steps = countSteps(parsed.blocks);
  if (steps <= MOST_STEPS) return parsed;
  const expected = `at most ${MOST_STEPS} steps, repeats written out`;
  return { ok: false, errors: [{ line: 1, column: 1, found: `${steps} steps`, expected }] };
}

/** How many steps blocks hold with every repeat written out. */
export function countSteps(blocks: readonly Block[]): number {
  return blocks.reduce(
    (total, block) => total + (block.type === "step" ? 1 : block.times * countSteps(block.steps)),
    0,
  );
}

function parseOwn(text: string): ParsedWorkout {
  const cursor: Cursor = { text, at: 0 };
  const blocks: Block[] = [];
  const errors: WorkoutTextError[] = [];
  for (;;) {
    take(cursor, SEPARATORS);
    take(cursor, BULLET);
    if (take(cursor, HEADING)) continue;
    if (cursor.at >= text.length || errors.length >= MOST_ERRORS) break;
    const start = cursor.at;
    const block = readBlock(cursor, 0);
    if (!isFailure(block)) {
      blocks.push(block);
      continue;
    }
    errors.push(locate(text, block));
    // A fault inside a bracket that spans lines would make the rest of the bracket look wrong too.
    if (opensBracket(text.slice(start, block.at))) break;
    cursor.at = Math.max(block.at, cursor.at);
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

function opensBracket(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\\n]|\\[^\n])*"/g, "");
  return (bare.match(/\(/g)?.length ?? 0) > (bare.match(/\)/g)?.length ?? 0);
}

function readBlock(cursor: Cursor, depth: number, repetition = false): Block | Failure {
  const start = cursor.at;
  const match = take(cursor, TIMES);
  if (!match) {
    const open = cursor.text[cursor.at] === "(";
    return open ? failure(cursor, "how often, such as 3 x (") : readStep(cursor, repetition);
  }
  const times = Number(match[1]);
  if (times < 1 || times > 200) return failure(cursor, "1 to 200 repetitions", start);
  if (depth >= DEEPEST) return failure(cursor, `at most ${DEEPEST} repeats inside each other`, start);
  const steps = take(cursor, /\(/y) ? readBracket(cursor, depth + 1) : readBareRepeat(cursor, depth + 1);
  return isFailure(steps) ? steps : ({ type: "repeat", times, steps } satisfies Repeat);
}

/** The blocks up to the closing bracket, which is read too. */
function readBracket(cursor: Cursor, depth: number): Block[] | Failure {
  const blocks: Block[] = [];
  for (;;) {
    take(cursor, SEPARATORS);
    take(cursor, /\/[ \t]*/y);
    if (take(cursor, /\)/y)) break;
    if (cursor.at >= cursor.text.length) return failure(cursor, "a closing bracket )");
    const block = readBlock(cursor, depth);
    if (isFailure(block)) return block;
    blocks.push(block);
    if (blocks.length > 100) return failure(cursor, "at most 100 parts in one repeat");
  }
  return blocks.length > 0 ? blocks : failure(cursor, "at least one step in the brackets", cursor.at - 1);
}

/** `8 x 400m @5k, 200m jog`: without brackets, one step and the recovery that follows it on the same line. */
function readBareRepeat(cursor: Cursor, depth: number): Block[] | Failure {
  const first = readBlock(cursor, depth, true);
  if (isFailure(first)) return first;
  skipSpaces(cursor);
  const opened = cursor.at;
  if (take(cursor, /\(/y)) {
    const rest = readBracket(cursor, depth);
    if (isFailure(rest)) return rest;
    const bare = isBareLength(cursor.text.slice(opened + 1, cursor.at - 1));
    return [first, ...(bare ? rest.map(asRecovery) : rest)];
  }
  const recovery = readRecovery(cursor);
  return recovery === null ? [first] : isFailure(recovery) ? recovery : [first, recovery];
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

/** Work without a word or a target says nothing of itself: beside a repetition it is the recovery. */
function asRecovery<B extends Block>(block: B): B {
  const bare = block.type === "step" && block.kind === "work" && block.target === null;
  return bare ? { ...block, kind: "recovery" } : block;
}

/** Whether a step's text is a length alone, with no word that would say what it is for. */
function isBareLength(text: string): boolean {
  const words = text.replace(/[\d\s.:'"’′”″]+/g, " ").trim();
  return /^(?:|km|k|mi|miles?|m|s|secs?|seconds?|mins?|minutes?|min s|min sec|m s)$/i.test(words);
}

function isShort({ length }: Step): boolean {
  if (length.kind === "open") return false;
  const { distanceM, durationS } = LONGEST_BARE_RECOVERY;
  return length.kind === "distance" ? length.distanceM <= distanceM : length.durationS <= durationS;
}
