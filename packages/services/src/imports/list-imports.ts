import { getAthlete, listImportBatches, listImportFiles } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

const SHOWN = 12;

/** The latest imports of an athlete, each with what became of its files. */
export async function listImports(ctx: ServiceContext) {
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete) return [];
  const batches = await listImportBatches(ctx.db, athlete.athleteId, SHOWN);
  const shown = [];
  for (const { id, state, label, total, added, updated, duplicates, failed, createdAt } of batches) {
    const files = await listImportFiles(ctx.db, athlete.athleteId, id);
    shown.push({
      id,
      state,
      label,
      total,
      added,
      updated,
      duplicates,
      failed,
      createdAt,
      files: files.map(({ position, label: name, state: outcome, isPartial, message, activityId }) => ({
        position,
        name,
        outcome,
        isPartial,
        message,
        activityId,
      })),
    });
  }
  return shown;
}
