import { AppError } from "@repo/core/errors";
import type { Pacing } from "@repo/core/paces";
import { type Block, formatWorkout } from "@repo/core/workouts";
import { getPlannedWorkout } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { writeFitWorkout, writeTcxWorkout, writeZwo } from "@repo/services/files";
import { getPacing } from "@repo/services/plan";
import { z } from "zod";
import { blocksOf } from "./workout-of-day.ts";

export const WorkoutFormat = z.enum(["fit", "tcx", "zwo", "txt"]);
export type WorkoutFormat = z.infer<typeof WorkoutFormat>;

/**
 * A planned workout as a file, in the athlete's own ranges of today: FIT or TCX for a watch, ZWO for a treadmill's
 * program, or the text that a person reads, which every session has.
 *
 * @throws {AppError} NOT_FOUND for a workout that is not the athlete's, INVALID for steps where it has none
 */
export async function exportWorkout(
  ctx: ServiceContext,
  { id, format }: { id: string; format: WorkoutFormat },
): Promise<{ name: string; bytes: Uint8Array }> {
  const athleteId = ctx.actor.userId;
  const row = await getPlannedWorkout(ctx.db, athleteId, id);
  if (!row?.isAssigned) throw new AppError("NOT_FOUND", "This workout is not in your plan any more.");
  const name = `${row.localDate}-${slugOf(row.title)}.${format}`;
  const blocks = blocksOf(row);
  if (format === "txt") {
    const lines = [row.title, row.localDate, "", blocks ? formatWorkout(blocks) : (row.text ?? "")];
    const note = row.coachNote ? ["", row.coachNote] : [];
    return { name, bytes: new TextEncoder().encode(`${[...lines, ...note].join("\n").trimEnd()}\n`) };
  }
  if (!blocks) throw new AppError("INVALID", "This workout has no steps that a watch could count.");
  const { pacing } = await getPacing(ctx, { athleteId });
  return { name, bytes: bytesOf({ title: row.title, blocks, pacing, createdAt: ctx.now }, format) };
}

type Exported = { title: string; blocks: readonly Block[]; pacing: Pacing; createdAt: Date };

function bytesOf(workout: Exported, format: "fit" | "tcx" | "zwo"): Uint8Array {
  if (format === "fit") return writeFitWorkout(workout);
  const described = { ...workout, description: formatWorkout(workout.blocks) };
  return new TextEncoder().encode(format === "tcx" ? writeTcxWorkout(described) : writeZwo(described));
}

function slugOf(title: string): string {
  const plain = title.normalize("NFKD").toLowerCase().replaceAll("×", "x");
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "workout"
  );
}
