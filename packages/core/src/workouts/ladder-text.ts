import { type Cursor, type Failure, failure, isFailure, take } from "./cursor.ts";
import { readLength } from "./length-text.ts";
import type { Block, Step, StepKind, StepLength, Target } from "./schema.ts";
import { readStep } from "./step-text.ts";
import { defaultKindOf, readEffort } from "./target-text.ts";

const NAME = /(?:pyramid|ladder)(?![\w-])[ \t]*:?[ \t]*/iy;
const RUNG = "\\d+(?:\\.\\d+)?";
/** Three numbers or more, each with the same unit or the unit once at the end: `1-2-3-2-1 min`, `400/800/400m`. */
const RUNGS = new RegExp(
  `(${RUNG})(km|k|mi|min|m|s|['’′])?((?:[ \\t]*[-–/][ \\t]*${RUNG}\\2|,${RUNG}\\2){2,})(?![\\d:.])(?!\\/[a-z])`,
  "iy",
);
const UNIT =
  /[ \t]*-?[ \t]*(kilomet(?:er|re)s?|km|k|miles?|mi|minutes?|mins?|min|met(?:er|re)s?|m|seconds?|secs?|sec|s|['’′])(?![\w-])/iy;
const NOTHING = /(?=[ \t]*(?:[,;)\n]|$))/y;
/** `equal rest`, `jog as long as the work`: every rung is followed by its own length again. */
const EQUAL =
  /[ \t]*,?[ \t]*(?:with[ \t]+|w\/[ \t]*)?(?:(?:equal|same)[ \t]+(rest|recovery|jog|walk)(?:[ \t]+between)?|(rest|recovery|jog|walk)[ \t]+(?:=|equal(?:[ \t]+to)?|as[ \t]+long[ \t]+as)(?:[ \t]+(?:the[ \t]+)?(?:work|it))?)(?![\w-])/iy;

type Between = { kind: StepKind; target: Target | null; length: StepLength | "equal" };

/**
 * Reads a ladder or pyramid here, `1-2-3-2-1 min @5k, equal jog`, into its steps with the recovery between them; null:
 * none stands here. `readRecovery` reads what follows the rungs on their line.
 */
export function readLadder(
  cursor: Cursor,
  readRecovery: (cursor: Cursor) => Step | Failure | null,
): Block[] | Failure | null {
  const start = cursor.at;
  const named = take(cursor, NAME) !== null;
  const lengths = readRungs(cursor);
  if (lengths === null) {
    cursor.at = start;
    return named ? failure(cursor, "the rungs after it, such as 1-2-3-2-1 min") : null;
  }
  if (isFailure(lengths)) return lengths;
  const work = readWork(cursor);
  if (isFailure(work)) return work;
  const between = readBetween(cursor, readRecovery);
  if (between && isFailure(between)) return between;
  return climb(lengths, work, between);
}

function readRungs(cursor: Cursor): StepLength[] | Failure | null {
  const start = cursor.at;
  const match = take(cursor, RUNGS);
  if (!match) return null;
  const unit = match[2] ?? take(cursor, UNIT)?.[1] ?? "";
  const numbers = [...match[0].matchAll(/\d+(?:\.\d+)?/g)].map((number) => number[0]);
  const lengths = numbers.map((number) => readLength({ text: `${number}${unit}`, at: 0 }));
  const usable = lengths.filter((length) => length !== null && !isFailure(length)) as StepLength[];
  if (usable.length === lengths.length) return usable;
  return failure(cursor, "a unit after the ladder, such as 1-2-3-2-1 min or 400-800-400 m", start);
}

/** What every rung is run at; a ladder without a target is plain work. */
function readWork(cursor: Cursor): Pick<Step, "kind" | "target" | "note"> | Failure {
  if (take(cursor, NOTHING)) return { kind: "work", target: null };
  const start = cursor.at;
  const step = readStep(cursor);
  if (isFailure(step)) return step;
  if (step.length.kind !== "open") return failure(cursor, "a comma before the recovery", start);
  return { kind: step.kind, target: step.target, ...(step.note ? { note: step.note } : {}) };
}

function readBetween(
  cursor: Cursor,
  readRecovery: (cursor: Cursor) => Step | Failure | null,
): Between | Failure | null {
  const equal = take(cursor, EQUAL);
  if (!equal) return readRecovery(cursor);
  const word = (equal[1] ?? equal[2] ?? "").toLowerCase();
  const target = readEffort({ text: word, at: 0 });
  const kind = target ? defaultKindOf(target) : word === "rest" ? "rest" : "recovery";
  return { kind, target, length: "equal" };
}

/** The rungs in turn, each but the last followed by the recovery. */
function climb(
  lengths: readonly StepLength[],
  work: Pick<Step, "kind" | "target" | "note">,
  between: Between | null,
): Block[] {
  return lengths.flatMap((length, index): Block[] => {
    const { kind: workKind, ...rest } = work;
    const rung: Block = { type: "step", kind: workKind, length, ...rest };
    if (between === null || index === lengths.length - 1) return [rung];
    const { kind, target } = between;
    const pause = between.length === "equal" ? length : between.length;
    return [rung, { type: "step", kind, length: pause, target }];
  });
}
