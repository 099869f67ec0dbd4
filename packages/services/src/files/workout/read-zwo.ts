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
import { parseXml } from "../xml.ts";
import { child, text, type XmlNode } from "../xml-node.ts";
import type { WorkoutFile } from "./workout-file.ts";

type Attributes = Readonly<Record<string, string | undefined>>;
type Element = { name: string; given: Attributes };
type Reading = { isRun: boolean; inMetres: boolean };

const ELEMENTS = "Warmup Cooldown Ramp SteadyState FreeRide Freeride MaxEffort IntervalsT".split(" ");

const KINDS: Readonly<Record<string, StepKind>> = { Warmup: "warmup", Cooldown: "cooldown" };
const INTENSITIES: Readonly<Record<string, StepKind>> = {
  warmup: "warmup",
  cooldown: "cooldown",
  recovery: "recovery",
  rest: "rest",
  active: "work",
  interval: "work",
};

/**
 * Reads a ZWO file. Powers of a run are shares of threshold pace; those of a ride are named and not read. A file of our
 * own carries its text and comes back as the very same workout.
 *
 * @throws {AppError} INVALID when the file holds no steps
 */
export function readZwo(bytes: Uint8Array): WorkoutFile {
  const warnings: FileWarning[] = [];
  const elements: Element[] = [];
  // The elements of one name are a list of their own, so their order is taken down as they end.
  const keep = (name: string) => [
    name,
    (node: XmlNode) => elements.push({ name, given: node as Attributes }),
  ];
  const root = child(parseXml(bytes, warnings, Object.fromEntries(ELEMENTS.map(keep))), "workout_file");
  const title = text(root, "name");
  const written = text(root, "author") === "Mesocycle" ? parseWorkout(text(root, "description") ?? "") : null;
  if (written?.ok) return { format: "zwo", title, blocks: written.blocks, warnings };
  const blocks = blocksOf(elements, root, warnings);
  warnings.push(...leftOut(elements, root));
  if (blocks.length > 0) return { format: "zwo", title, blocks, warnings };
  throw new AppError("INVALID", "This ZWO file holds no steps. Export the workout again.");
}

/** Words for an athlete on a screen while riding or running: nothing that a plan holds. */
const MESSAGES = /^(textevent|textnotification)$/i;

/** What of a workout is not taken over: parts that nobody described, repeats without a length, messages on the way. */
function leftOut(elements: readonly Element[], root: XmlNode): FileWarning[] {
  const names = Object.keys(child(root, "workout")).filter((name) => /^[a-z]/i.test(name));
  const unknown = names.filter((name) => !ELEMENTS.includes(name) && !MESSAGES.test(name));
  const warnings = unknown.map((name) => ({
    code: "unknown-part",
    text: `its part “${name.slice(0, 40)}” is none that is known, and was left out`,
  }));
  if (elements.some(({ name, given }) => name === "IntervalsT" && !(Number(given["@OnDuration"]) > 0)))
    warnings.push({
      code: "unknown-length",
      text: "repeats that do not say how long they are were left out",
    });
  const said = (each: object) => Object.keys(each).some((name) => MESSAGES.test(name));
  if (said(child(root, "workout")) || elements.some(({ given }) => said(given)))
    warnings.push({ code: "messages", text: "the messages it shows on the way are not taken over" });
  return warnings;
}

function blocksOf(elements: readonly Element[], root: XmlNode, warnings: FileWarning[]): Block[] {
  const sport = text(root, "sportType");
  const reading: Reading = { isRun: sport === "run", inMetres: text(root, "durationType") === "distance" };
  if (!reading.isRun) {
    warnings.push({
      code: "not-running",
      text: `its sport is ${sport ?? "not said"}, so its powers are watts: they are not read as paces`,
    });
  }
  return elements.flatMap((element) => blockOf(element, reading) ?? []);
}

function blockOf({ name, given }: Element, reading: Reading): Block | null {
  if (name === "IntervalsT") return intervalsOf(given, reading);
  const [low, high] = [given["@PowerLow"] ?? given["@Power"], given["@PowerHigh"]];
  const [from, to] = [shareOf(low, reading), shareOf(high, reading)];
  const zone = Number(given["@hrTargetZone"]);
  const target: Target | null = zone >= 1 && zone <= 7 ? { kind: "zone", low: zone, high: zone } : from;
  const isRamp = from !== null && to !== null && low !== high;
  return {
    type: "step",
    kind: kindOf(name, given["@intensity"] ?? ""),
    length: lengthOf(given, reading),
    target,
    ...(isRamp ? { targetEnd: to } : {}),
    ...noteOf(given, reading),
  };
}

function kindOf(name: string, intensity: string): StepKind {
  return KINDS[name] ?? INTENSITIES[intensity] ?? (/^free/i.test(name) ? "steady" : "work");
}

function intervalsOf(given: Attributes, reading: Reading): Block | null {
  const [on, off] = [Number(given["@OnDuration"]), Number(given["@OffDuration"])];
  if (!(on > 0)) return null;
  const step = (kind: StepKind, size: number, power: string | undefined): Step => ({
    type: "step",
    kind,
    length: sized(size, reading),
    target: shareOf(power, reading),
  });
  const recovery = off > 0 ? [step("recovery", off, given["@OffPower"])] : [];
  const times = Math.min(200, Math.max(1, Math.round(Number(given["@Repeat"]) || 1)));
  return { type: "repeat", times, steps: [step("work", on, given["@OnPower"]), ...recovery] };
}

function sized(size: number, { inMetres }: Reading): StepLength {
  return inMetres ? { kind: "distance", distanceM: size } : { kind: "time", durationS: size };
}

/** The length the step had before it was put into seconds, where the file still tells. */
function lengthOf(given: Attributes, reading: Reading): StepLength {
  const metres = Number(given["@originalDurationMeters"]);
  if (given["@originalDurationType"] === "distance" && metres > 0)
    return { kind: "distance", distanceM: metres };
  if (/^(open|heart_rate|power|calories)/.test(given["@originalDurationType"] ?? "")) return { kind: "open" };
  const size = Number(given["@Duration"]);
  return size > 0 && size <= 86_400 ? sized(size, reading) : { kind: "open" };
}

function noteOf(given: Attributes, reading: Reading): { note?: string } {
  const [type, bpm] = [given["@originalDurationType"] ?? "", given["@originalDurationBpm"]];
  const until = type.startsWith("heart_rate")
    ? `until heart rate ${/less/.test(type) ? "below" : "above"} ${bpm}`
    : null;
  const power = !reading.isRun && given["@powerZone"] ? `power zone ${given["@powerZone"]}` : null;
  const note = [given["@name"], until, power].filter(Boolean).join("; ").slice(0, 500);
  return note === "" ? {} : { note };
}

function shareOf(power: string | undefined, { isRun }: Reading): Target | null {
  const share = Number(power) * 100;
  if (!isRun || !(share > 0 && share <= 250)) return null;
  const rounded = Math.round(share * 10) / 10;
  return { kind: "pct-threshold-pace", low: rounded, high: rounded };
}
