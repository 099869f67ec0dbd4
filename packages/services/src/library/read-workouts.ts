import { AppError } from "@repo/core/errors";
import { valueOrNull } from "@repo/core/estimate";
import { estimateWorkoutLoad } from "@repo/core/load";
import { NO_PACING } from "@repo/core/paces";
import { typeset } from "@repo/core/report";
import {
  type Block,
  formatWorkout,
  guessKind,
  parseWorkout,
  resolveWorkout,
  summariseSteps,
  type WorkoutKind,
} from "@repo/core/workouts";
import { readWorkoutFile } from "@repo/services/files";
import type { z } from "zod";
import { MOST_FILE_BYTES, type ReadWorkoutsInput } from "./library-inputs.ts";

/** A workout of another program, before it is kept. */
export type BroughtWorkout = {
  /** The file's name, or which of the pasted texts it is. */
  from: string;
  format: "fit" | "tcx" | "zwo" | "text";
  title: string;
  /** Told by the hardest steps; a person confirms it. */
  kind: WorkoutKind;
  hard: boolean;
  text: string;
  /** Without an athlete's paces; null: cannot be told. */
  durationS: number | null;
  load: number | null;
  /** What could not be taken over, a sentence each. */
  notUnderstood: string[];
};

/** What was read, and what could not be, each with its reason. */
export type BroughtWorkouts = { workouts: BroughtWorkout[]; refused: { from: string; reason: string }[] };

/** A line of dashes parts pasted workouts. */
const PARTING = /^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$/m;
const PASTED = "Pasted text";
const TEXT_FILE = /\.(?:txt|md|text)$/i;

/** Reads workouts from files (FIT, TCX, ZWO, text) and from pasted text. One that cannot be read stops no other. */
export function readWorkouts({ files, text }: z.output<typeof ReadWorkoutsInput>): BroughtWorkouts {
  const brought: BroughtWorkouts = { workouts: [], refused: [] };
  for (const { name, base64 } of files) {
    const bytes = Buffer.from(base64, "base64");
    take(brought, name, () => (TEXT_FILE.test(name) ? ofText(bytes.toString("utf8")) : ofFile(bytes)));
  }
  const parts = text.split(PARTING).filter((part) => part.trim() !== "");
  parts.forEach((part, at) => {
    take(brought, parts.length > 1 ? `${PASTED} ${at + 1}` : PASTED, () => ofText(part));
  });
  return brought;
}

/** The line of repetitions, else the first that is neither warm-up nor cool-down, as it is printed. */
function mainPart(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const main = lines.find((line) => /^\d+ x /.test(line)) ?? lines.find((line) => !/-up|-down/.test(line));
  return typeset(main ?? lines[0] ?? text);
}

type Read = Pick<BroughtWorkout, "format" | "notUnderstood"> & { title: string | null; blocks: Block[] };

function take(brought: BroughtWorkouts, from: string, read: () => Read): void {
  try {
    const { format, title, blocks, notUnderstood } = read();
    const steps = resolveWorkout(blocks, NO_PACING);
    const text = formatWorkout(blocks);
    // A file has a name of its own; of a pasted text its main part is the best one.
    const name = from.startsWith(PASTED) ? mainPart(text) : from.replace(/\.[a-z]{2,4}(\.gz)?$/i, "");
    brought.workouts.push({
      from,
      format,
      title: (title?.trim() || name).slice(0, 300),
      ...guessKind(blocks),
      text,
      durationS: summariseSteps(steps).durationS,
      load: valueOrNull(estimateWorkoutLoad(steps, NO_PACING)),
      notUnderstood,
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    brought.refused.push({ from, reason: thrown.message });
  }
}

function ofFile(bytes: Uint8Array): Read {
  if (bytes.length > MOST_FILE_BYTES) {
    throw new AppError("INVALID", "This file is larger than any workout. Export the workout alone.");
  }
  const { format, title, blocks, warnings } = readWorkoutFile(bytes);
  return { format, title, blocks, notUnderstood: warnings.map(({ text }) => text) };
}

/** Our own language or the one of intervals.icu; a first line before a blank one is the title. */
function ofText(text: string): Read {
  const whole = parseWorkout(text.trim());
  if (whole.ok)
    return { format: "text", title: whole.title ?? null, blocks: whole.blocks, notUnderstood: [] };
  const [first = "", ...rest] = text.trim().split("\n");
  const under = parseWorkout(rest.join("\n").trim());
  if (under.ok)
    return { format: "text", title: under.title ?? first, blocks: under.blocks, notUnderstood: [] };
  throw new AppError(
    "INVALID",
    whole.errors
      .slice(0, 3)
      .map(({ line, found, expected }) => `Line ${line}: found “${found}”, expected ${expected}.`)
      .join(" "),
  );
}
