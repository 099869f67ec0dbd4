import type { Block } from "@repo/core/workouts";
import type { FileWarning } from "../activity-file.ts";

/** A structured workout from a file of another program: its steps as blocks, and what they could not say. */
export type WorkoutFile = {
  format: "fit" | "tcx" | "zwo";
  title: string | null;
  blocks: Block[];
  /** What the file holds beside running (power, calories), named; it stands in the step's note too. */
  warnings: FileWarning[];
};
