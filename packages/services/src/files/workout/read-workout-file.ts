import { AppError } from "@repo/core/errors";
import { countSteps, MOST_STEPS } from "@repo/core/workouts";
import { unpack } from "../unpack.ts";
import { readFitWorkout } from "./read-fit-workout.ts";
import { readTcxWorkout } from "./read-tcx-workout.ts";
import { readZwo } from "./read-zwo.ts";
import type { WorkoutFile } from "./workout-file.ts";

/**
 * Reads a structured workout by what the file holds: FIT, TCX or ZWO, gzipped or not.
 *
 * @throws {AppError} INVALID with a sentence that names the fault and the fix
 */
export function readWorkoutFile(bytes: Uint8Array): WorkoutFile {
  const content = unpack(bytes);
  const workout = readerOf(content)(content);
  if (countSteps(workout.blocks) <= MOST_STEPS) return workout;
  throw new AppError("INVALID", `This workout has more than ${MOST_STEPS} steps, repeats written out.`);
}

function readerOf(content: Uint8Array): (content: Uint8Array) => WorkoutFile {
  if (content.length >= 12 && String.fromCharCode(...content.subarray(8, 12)) === ".FIT")
    return readFitWorkout;
  const head = new TextDecoder("latin1").decode(content.subarray(0, 4_096)).replaceAll("\u0000", "");
  if (/<\s*(\w+:)?TrainingCenterDatabase/.test(head)) return readTcxWorkout;
  if (/<\s*workout_file/i.test(head)) return readZwo;
  throw new AppError(
    "INVALID",
    "This file is no workout in FIT, TCX or ZWO. Export the workout in one of these formats.",
  );
}
