import { METRES_PER_MILE } from "@repo/core/units";
import { type Cursor, type Failure, failure, isFailure, take } from "./cursor.ts";
import type { Block, Step, StepLength } from "./schema.ts";
import { readStep } from "./step-text.ts";

const LAST = /:?[ \t]*(?:with[ \t]+|w\/[ \t]*)?(?:the[ \t]+)?(?:last|final)[ \t]+/iy;
const BARE_NUMBER =
  /(\d+(?:\.\d+)?)(?=[ \t]+(?:@|at\b|in\b|[a-z]))(?![ \t]*(?:km?|mi|miles?|m|min\w*|s|sec\w*|h|hours?)\b)/iy;
/** `8mi w/ 4 @tempo`, never `w/ 2min jog`, which belongs to repetitions. */
const WITH =
  /(?:(?:with|w\/)[ \t]*(?:the[ \t]+)?(?:middle[ \t]+)?|(?:the[ \t]+)?middle[ \t]+)(?=\d)(?!\d{1,3}[ \t]*(?:[x×*]|strides?\b))/iy;
const EASY = { kind: "effort", effort: "easy" } as const;
const MIDDLE = "a quick part of the run in its unit, and shorter than it, such as 8mi w/ 4mi @tempo";
const SAME_UNIT =
  "a length in the unit of the run it ends, and shorter than it, such as 12mi easy, last 3mi @HM";

/**
 * Reads the quick end of the run before it, `12mi easy, last 3mi @HM`, into the run cut short and its end; null: no
 * such end stands here.
 */
export function readFinish(cursor: Cursor, before: Block | undefined): [Step, Step] | Failure | null {
  const start = cursor.at;
  if (!take(cursor, LAST)) return null;
  if (before?.type !== "step") return failure(cursor, "a run before its last part", start);
  const from = cursor.at;
  const bare = take(cursor, BARE_NUMBER);
  const finish = readStep(cursor);
  if (isFailure(finish)) return finish;
  const length = bare ? inUnitOf(before.length, Number(bare[1])) : finish.length;
  const rest = length ? lengthWithout(before.length, length) : null;
  if (rest === null || length === null) return failure(cursor, SAME_UNIT, from);
  return [asEasy({ ...before, length: rest }), { ...finish, length }];
}

/**
 * Reads the quick part inside the run before it, `8mi w/ 4 @tempo`, which coaches run in its middle: easy for half of
 * what is left, the part, easy for the other half. Null: no such part stands here.
 */
export function readMiddle(cursor: Cursor, before: Block | undefined): [Step, Step, Step] | Failure | null {
  const start = cursor.at;
  if (before?.type !== "step" || !take(cursor, WITH)) return null;
  const middle = readPart(cursor, before, start);
  if (isFailure(middle)) cursor.at = start;
  return middle;
}

/** The quick part itself, `4 @tempo`, in the middle of the run before it; `start` is where its text begins. */
export function readPart(cursor: Cursor, before: Step, start: number): [Step, Step, Step] | Failure {
  const bare = take(cursor, BARE_NUMBER);
  const part = readStep(cursor);
  const length = isFailure(part) ? null : bare ? inUnitOf(before.length, Number(bare[1])) : part.length;
  const rest = length ? lengthWithout(before.length, length) : null;
  if (isFailure(part)) return part;
  if (length === null || rest === null || part.kind !== "work") return failure(cursor, MIDDLE, start);
  const easy: Step = { ...asEasy({ ...before, target: before.target ?? EASY }), length: halfOf(rest) };
  return [easy, { ...part, length }, easy];
}

function halfOf(length: StepLength): StepLength {
  if (length.kind === "time") return { kind: "time", durationS: length.durationS / 2 };
  return length.kind === "distance" ? { kind: "distance", distanceM: length.distanceM / 2 } : length;
}

/** `12mi, last 3mi @HM`: what comes before the quick end is plain running. */
export function asEasy(step: Step): Step {
  const isEasy = step.target === null || step.target === EASY;
  return step.kind === "work" && isEasy ? { ...step, kind: "steady" } : step;
}

function inUnitOf(length: StepLength, value: number): StepLength | null {
  if (length.kind === "open") return null;
  if (length.kind === "time") return { kind: "time", durationS: value * 60 };
  const isMiles = isMilesOf(length.distanceM);
  return { kind: "distance", distanceM: value * (isMiles ? METRES_PER_MILE : 1000) };
}

function lengthWithout(whole: StepLength, part: StepLength): StepLength | null {
  if (whole.kind === "time" && part.kind === "time" && part.durationS < whole.durationS) {
    return { kind: "time", durationS: whole.durationS - part.durationS };
  }
  if (whole.kind === "distance" && part.kind === "distance" && part.distanceM < whole.distanceM) {
    return { kind: "distance", distanceM: metresWithout(whole.distanceM, part.distanceM) };
  }
  return null;
}

/** Miles as coaches count them, to a hundredth. */
function hundredthsOf(distanceM: number): number | null {
  const hundredths = (distanceM / METRES_PER_MILE) * 100;
  const rounded = Math.round(hundredths);
  return rounded > 0 && Math.abs(hundredths - rounded) < 1e-7 ? rounded : null;
}

export function isMilesOf(distanceM: number): boolean {
  return hundredthsOf(distanceM) !== null;
}

/** Miles less miles are miles: subtracting metres would leave a crumb that no text spells. */
function metresWithout(wholeM: number, partM: number): number {
  const hundredths = hundredthsOf(wholeM - partM);
  return hundredths === null ? wholeM - partM : (hundredths / 100) * METRES_PER_MILE;
}
