import { METRES_PER_MILE } from "@repo/core/units";
import { type Cursor, type Failure, failure, isFailure, take } from "./cursor.ts";
import type { Block, Step, StepLength } from "./schema.ts";
import { readStep } from "./step-text.ts";

const LAST = /(?:with[ \t]+|w\/[ \t]*)?(?:the[ \t]+)?(?:last|final)[ \t]+/iy;
const BARE_NUMBER =
  /(\d+(?:\.\d+)?)(?=[ \t]+(?:@|at\b|in\b|[a-z]))(?![ \t]*(?:km?|mi|miles?|m|min\w*|s|sec\w*|h|hours?)\b)/iy;
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

/** `12mi, last 3mi @HM`: what comes before the quick end is plain running. */
function asEasy(step: Step): Step {
  return step.kind === "work" && step.target === null ? { ...step, kind: "steady" } : step;
}

function inUnitOf(length: StepLength, value: number): StepLength | null {
  if (length.kind === "open") return null;
  if (length.kind === "time") return { kind: "time", durationS: value * 60 };
  const isMiles = Math.abs(((length.distanceM / METRES_PER_MILE) * 4) % 1) < 1e-9;
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

/** Miles less miles are miles: subtracting metres would leave a crumb that no text spells. */
function metresWithout(wholeM: number, partM: number): number {
  const quarters = ((wholeM - partM) / METRES_PER_MILE) * 4;
  const rounded = Math.round(quarters);
  return rounded > 0 && Math.abs(quarters - rounded) < 1e-9
    ? (rounded / 4) * METRES_PER_MILE
    : wholeM - partM;
}
