import { AppError } from "@repo/core/errors";
import type { Block, Step, StepKind, StepLength, Target } from "@repo/core/workouts";
import type { FileWarning } from "../activity-file.ts";
import { parseXml } from "../xml.ts";
import { child, children, number, text, type XmlNode } from "../xml-node.ts";
import { paceRangeOf } from "./pace-range-of.ts";
import type { WorkoutFile } from "./workout-file.ts";

/** Deeper than this nobody nests repeats; a damaged file might. */
const DEEPEST = 8;

/**
 * Reads the first workout of a TCX file. A step named "Warmup" or "Cooldown" is one, whatever its intensity says.
 *
 * @throws {AppError} INVALID when the file holds no workout
 */
export function readTcxWorkout(bytes: Uint8Array): WorkoutFile {
  const warnings: FileWarning[] = [];
  const root = child(parseXml(bytes, warnings), "TrainingCenterDatabase");
  const workout = child(child(root, "Workouts"), "Workout");
  const blocks = children(workout, "Step").flatMap((step) => blocksOf(step, warnings, 0));
  if (blocks.length > 0) return { format: "tcx", title: text(workout, "Name"), blocks, warnings };
  throw new AppError("INVALID", "This TCX file holds no workout. Choose a workout file, not an activity.");
}

function blocksOf(node: XmlNode, warnings: FileWarning[], depth: number): Block[] {
  if (depth > DEEPEST) throw new AppError("INVALID", "This TCX workout nests repeats more than eight deep.");
  if (typeOf(node) !== "Repeat_t") return [stepOf(node, warnings)];
  const steps = children(node, "Child").flatMap((inner) => blocksOf(inner, warnings, depth + 1));
  const times = Math.min(200, Math.max(1, Math.round(number(node, "Repetitions") ?? 1)));
  return steps.length > 0 ? [{ type: "repeat", times, steps }] : [];
}

function stepOf(node: XmlNode, warnings: FileWarning[]): Step {
  const name = text(node, "Name");
  const length = lengthOf(child(node, "Duration"));
  if (length.remark) {
    const where = `step ${text(node, "StepId") ?? "?"}`;
    warnings.push({ code: "not-running", text: `${where}: ${length.remark} is kept as a note` });
  }
  const note = [name, length.remark].filter((part) => part !== null).join("; ");
  return {
    type: "step",
    kind: kindOf(name ?? "", text(node, "Intensity")),
    length: length.value,
    target: targetOf(child(node, "Target")),
    ...(note === "" ? {} : { note: note.slice(0, 500) }),
  };
}

function kindOf(name: string, intensity: string | null): StepKind {
  if (/^\s*warm[- ]?up/i.test(name)) return "warmup";
  if (/^\s*(cool|warm)[- ]?down/i.test(name)) return "cooldown";
  return intensity === "Resting" ? "recovery" : "work";
}

function lengthOf(node: XmlNode): { value: StepLength; remark: string | null } {
  const [seconds, metres, bpm] = [
    number(node, "Seconds"),
    number(node, "Meters"),
    bpmOf(child(node, "HeartRate")),
  ];
  if (seconds !== null && seconds > 0) return { value: { kind: "time", durationS: seconds }, remark: null };
  if (metres !== null && metres > 0) return { value: { kind: "distance", distanceM: metres }, remark: null };
  const open = { kind: "open" } as const;
  const type = typeOf(node);
  if (bpm !== null)
    return { value: open, remark: `until heart rate ${/Below/.test(type) ? "below" : "above"} ${bpm}` };
  return {
    value: open,
    remark: type === "CaloriesBurned_t" ? `until ${number(node, "Calories") ?? "?"} kcal` : null,
  };
}

function targetOf(node: XmlNode): Target | null {
  const [speed, heart] = [child(node, "SpeedZone"), child(node, "HeartRateZone")];
  const zone = number(speed, "Number") ?? number(heart, "Number");
  if (zone !== null && zone >= 1 && zone <= 7) return { kind: "zone", low: zone, high: zone };
  const [slow, fast] = [number(speed, "LowInMetersPerSecond"), number(speed, "HighInMetersPerSecond")];
  if (slow !== null && fast !== null) return paceRangeOf(slow, fast);
  const [low, high] = [bpmOf(child(heart, "Low")), bpmOf(child(heart, "High"))];
  if (low === null || high === null || !(low > 0 && high >= low)) return null;
  return /PercentMax/.test(typeOf(child(heart, "Low")))
    ? { kind: "hr", basis: "max", low: low / 100, high: high / 100 }
    : { kind: "hr", basis: "bpm", low, high };
}

function bpmOf(node: XmlNode): number | null {
  return number(node, "Value");
}

function typeOf(node: XmlNode): string {
  const type = node["@type"];
  return typeof type === "string" ? type : "";
}
