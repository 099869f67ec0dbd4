import { parseClock } from "@repo/core/units";
import { type Cursor, type Failure, failure, take } from "./cursor.ts";
import type { StepLength, Target } from "./schema.ts";

/** The time one repetition shall take, in seconds, fast end first. */
export type Split = { fastS: number; slowS: number };

const CLOCK = "(\\d{1,2}:\\d\\d(?:\\.\\d+)?)";
const SECONDS = "(\\d{1,4}(?:\\.\\d+)?)";
const DASH = "[ \\t]*[-–][ \\t]*";
/** `400m in 80s`, `400m @ 78-80s`, `400m in 1:20`, `400m in 80`; never `@4:00/km`, which is a pace. */
const SPLIT = new RegExp(
  "(?:in[ \\t]+|at[ \\t]+|@[ \\t]*)(?![\\d:.\\-– \\t]*(?:min)?\\/)" +
    `(?:${CLOCK}(?:${DASH}${CLOCK})?|${SECONDS}(?:${DASH}${SECONDS})?[ \\t]*(?:s|secs?|seconds?)|(?<=in[ \\t]+)(\\d{2,3})(?![ \\t]*(?:(?!w\\/|with\\b|jog|walk|rest|rec)[a-z]|[%'’:]|[-–][ \\t]*\\d)))(?![\\w/.])`,
  "iy",
);

/** Reads the time of one repetition here; null: none stands here. */
export function readSplit(cursor: Cursor): Split | Failure | null {
  const start = cursor.at;
  const match = take(cursor, SPLIT);
  if (!match) return null;
  const from = match[1] ?? match[3] ?? match[5] ?? "";
  const [first, second] = [parseClock(from), parseClock(match[2] ?? match[4] ?? from)];
  if (first === null || second === null || !(first > 0 && second > 0)) {
    return failure(cursor, "a time such as 90s or 1:30, seconds below 60", start);
  }
  return { fastS: Math.min(first, second), slowS: Math.max(first, second) };
}

/** The pace a repetition's time makes over its distance; a failure without one, or for an impossible pace. */
export function targetOfSplit(
  cursor: Cursor,
  split: Split,
  step: { length: StepLength | null; start: number },
): Target | Failure {
  if (step.length?.kind !== "distance") {
    return failure(cursor, "a distance for the time, such as 400m in 90s", step.start);
  }
  const perKm = 1000 / step.length.distanceM;
  const [fastSPerKm, slowSPerKm] = [split.fastS * perKm, split.slowS * perKm];
  if (fastSPerKm >= 60 && slowSPerKm <= 3_600) return { kind: "pace-range", fastSPerKm, slowSPerKm };
  const expected = "a time that makes a pace between 1:00/km and 60:00/km (a pace itself is written 4:00/km)";
  return failure(cursor, expected, step.start);
}
