import { AppError } from "@repo/core/errors";
import {
  type Block,
  parseWorkout,
  type Step,
  type StepKind,
  type StepLength,
  type Target,
} from "@repo/core/workouts";
import type { FileWarning } from "../activity-file.ts";
import { decodeFit, type FitMessage } from "../fit/messages.ts";
import { DEVELOPMENT_MAKER, MESG } from "../fit/profile.ts";
import { first, numberOf, textOf } from "../fit/values.ts";
import { paceRangeOf } from "./pace-range-of.ts";
import type { WorkoutFile } from "./workout-file.ts";

const KINDS: Record<number, StepKind> = {
  0: "work",
  1: "rest",
  2: "warmup",
  3: "cooldown",
  4: "recovery",
  5: "work",
};
const REPEAT = 6;
/** Heart rates of FIT workouts are beats a minute + 100; below that they are percent of maximum. */
const BPM_OFFSET = 100;

/** What a step holds that is no running, as words for its note. */
type Read<T> = { value: T; remarks: string[] };
type Placed = { from: number; block: Block };

/**
 * Reads a FIT workout file. Repeats keep their nesting; what a step says beside running (power, calories, a heart rate
 * to wait for) is named in its note and in the warnings.
 *
 * @throws {AppError} INVALID when the file holds no workout steps
 */
export function readFitWorkout(bytes: Uint8Array): WorkoutFile {
  const parts = decodeFit(bytes, new Set([MESG.fileId, MESG.workout, MESG.workoutStep]));
  const messages = parts[0]?.messages ?? [];
  const records = messages
    .filter((message) => message.num === MESG.workoutStep)
    .sort((a, b) => (numberOf(a, 254) ?? 0) - (numberOf(b, 254) ?? 0));
  if (records.length === 0) {
    throw new AppError(
      "INVALID",
      "This FIT file holds no workout steps. Choose a workout file, not an activity.",
    );
  }
  const warnings: FileWarning[] = [];
  const own = numberOf(first(messages, MESG.fileId) ?? (records[0] as FitMessage), 1) === DEVELOPMENT_MAKER;
  const placed: Placed[] = [];
  for (const [index, record] of records.entries()) {
    if (numberOf(record, 1) === REPEAT) nest(placed, record);
    else placed.push({ from: index, block: stepOf(record, { own, warnings, index }) });
  }
  const workout = first(messages, MESG.workout);
  const title = workout ? textOf(workout, 8) : null;
  return { format: "fit", title, blocks: placed.map(({ block }) => block), warnings };
}

/** A repeat takes back the steps from the one it names on. */
function nest(placed: Placed[], record: FitMessage): void {
  const [from, times] = [numberOf(record, 2) ?? 0, numberOf(record, 4) ?? 1];
  const start = placed.findIndex((one) => one.from >= from);
  const inner = start === -1 ? [] : placed.splice(start);
  if (inner.length === 0) return;
  const steps = inner.map(({ block }) => block);
  const bounded = Math.min(200, Math.max(1, times));
  placed.push({ from: inner[0]?.from ?? from, block: { type: "repeat", times: bounded, steps } });
}

function stepOf(record: FitMessage, context: { own: boolean; warnings: FileWarning[]; index: number }): Step {
  const length = lengthOf(record);
  const written = context.own ? writtenStep(textOf(record, 8), length.value) : null;
  if (written) return written;
  const target = targetOf(record);
  const remarks = [...length.remarks, ...target.remarks];
  for (const remark of remarks) {
    context.warnings.push({
      code: "not-running",
      text: `step ${context.index + 1}: ${remark} is kept as a note`,
    });
  }
  const name = textOf(record, 0);
  const note = [...(name ? [name] : []), ...remarks].join("; ").slice(0, 500);
  return {
    type: "step",
    kind: KINDS[numberOf(record, 7) ?? 0] ?? "work",
    length: length.value,
    target: target.value,
    ...(note === "" ? {} : { note }),
  };
}

/** Our own files carry each step in the text language: an intent that a range in m/s cannot say. */
function writtenStep(text: string | null, length: StepLength): Step | null {
  const parsed = text ? parseWorkout(text) : null;
  const [step, ...more] = parsed?.ok ? parsed.blocks : [];
  if (step?.type !== "step" || more.length > 0) return null;
  return isAsLong(step.length, length) ? step : null;
}

function isAsLong(one: StepLength, other: StepLength): boolean {
  if (one.kind === "time" && other.kind === "time") return Math.abs(one.durationS - other.durationS) < 0.01;
  if (one.kind === "distance" && other.kind === "distance")
    return Math.abs(one.distanceM - other.distanceM) < 0.05;
  return one.kind === other.kind;
}

function lengthOf(record: FitMessage): Read<StepLength> {
  const [type, value] = [numberOf(record, 1), numberOf(record, 2) ?? 0];
  const open = { kind: "open" } as const;
  if (type === 0 && value > 0) return { value: { kind: "time", durationS: value / 1000 }, remarks: [] };
  if (type === 1 && value > 0) return { value: { kind: "distance", distanceM: value / 100 }, remarks: [] };
  if (type === 2 || type === 3) {
    return { value: open, remarks: [`until heart rate ${type === 2 ? "below" : "above"} ${beats(value)}`] };
  }
  if (type === 4) return { value: open, remarks: [`until ${value} kcal`] };
  if (type === 14 || type === 15)
    return { value: open, remarks: [`until power ${type === 14 ? "below" : "above"} a limit`] };
  return { value: open, remarks: [] };
}

function targetOf(record: FitMessage): Read<Target | null> {
  const type = numberOf(record, 3);
  const [zone, low, high] = [numberOf(record, 4) ?? 0, numberOf(record, 5) ?? 0, numberOf(record, 6) ?? 0];
  if (type === 0 && low > 0 && high > 0) return { value: paceRangeOf(low / 1000, high / 1000), remarks: [] };
  if (type === 1 && zone >= 1 && zone <= 7)
    return { value: { kind: "zone", low: zone, high: zone }, remarks: [] };
  if (type === 1 && low > 0 && high > 0) return { value: ofBeats(low, high), remarks: [] };
  if (type === 0 && zone >= 1 && zone <= 7)
    return { value: { kind: "zone", low: zone, high: zone }, remarks: [] };
  if (type === 3) return { value: null, remarks: ["a cadence"] };
  if (type === 4 || type === 7 || type === 8 || type === 9 || type === 10) {
    return { value: null, remarks: [zone > 0 ? `power zone ${zone}` : "a power"] };
  }
  return { value: null, remarks: [] };
}

function ofBeats(first: number, second: number): Target {
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return low > BPM_OFFSET
    ? { kind: "hr", basis: "bpm", low: low - BPM_OFFSET, high: high - BPM_OFFSET }
    : { kind: "hr", basis: "max", low: low / 100, high: Math.min(high, 100) / 100 };
}

function beats(value: number): string {
  return value > BPM_OFFSET ? `${value - BPM_OFFSET} bpm` : `${value} % of maximum`;
}
