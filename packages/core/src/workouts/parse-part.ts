import { type Cursor, type Failure, isFailure, skipSpaces } from "./cursor.ts";
import { formatTarget } from "./format-target.ts";
import { formatLength, readLength } from "./length-text.ts";
import type { Step, StepLength, Target } from "./schema.ts";
import { readEffort, readRampSign, readTarget } from "./target-text.ts";

/** A part of a step read from a field of its own, or what could have stood there. */
export type ParsedPart<T> = { ok: true; value: T } | { ok: false; expected: string };

/** A target, and where a ramp ends; both null where nothing is asked for. */
export type StepTarget = { target: Target | null; targetEnd: Target | null };

const EXPECTED_LENGTH = "a length such as 400m, 1.5km, 1mi, 90s, 8min or lap press";
const EXPECTED_TARGET = "a target such as @5k, @MP+20, @4:00-4:10/km, zone 2, RPE 8-9, 75-80% HRmax or easy";

/** Reads a step's length alone: `400m`, `8min`, `lap press`. */
export function parseStepLength(text: string): ParsedPart<StepLength> {
  const cursor = { text: text.trim(), at: 0 };
  const length = readLength(cursor);
  if (length && isFailure(length)) return { ok: false, expected: length.expected };
  if (!length || cursor.at < cursor.text.length) return { ok: false, expected: EXPECTED_LENGTH };
  return { ok: true, value: length };
}

/** Reads a step's target alone, with its ramp (`easy > tempo`); an empty text is no target. */
export function parseStepTarget(text: string): ParsedPart<StepTarget> {
  const cursor: Cursor = { text: text.trim(), at: 0 };
  if (cursor.text === "") return { ok: true, value: { target: null, targetEnd: null } };
  const target = readOne(cursor);
  if (!target || isFailure(target)) return refused(target);
  skipSpaces(cursor);
  let targetEnd: Target | null = null;
  if (readRampSign(cursor)) {
    const end = readOne(cursor);
    if (!end || isFailure(end)) return refused(end);
    targetEnd = end;
  }
  skipSpaces(cursor);
  if (cursor.at < cursor.text.length) return refused(null);
  return { ok: true, value: { target, targetEnd } };
}

function readOne(cursor: Cursor): Target | Failure | null {
  return readTarget(cursor) ?? readEffort(cursor);
}

function refused(fault: Failure | null): { ok: false; expected: string } {
  return { ok: false, expected: fault?.expected ?? EXPECTED_TARGET };
}

/** A step's length in its canonical spelling; {@link parseStepLength} reads it back. */
export function formatStepLength(length: StepLength): string {
  return formatLength(length);
}

/** A step's target and ramp in their canonical spelling; {@link parseStepTarget} reads them back. */
export function formatStepTarget({ target, targetEnd }: Pick<Step, "target" | "targetEnd">): string {
  if (!target) return "";
  return targetEnd ? `${formatTarget(target)} > ${formatTarget(targetEnd)}` : formatTarget(target);
}
