import { getAthlete, type ImportFileRow, listImportBatches, listImportFiles } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { AddedFile } from "@repo/services/training";

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
      files: files.map((file) => ({
        position: file.position,
        name: file.label,
        outcome: file.state,
        isPartial: file.isPartial,
        message: file.message,
        activityId: file.activityId,
        twin: state === "undone" ? null : twinOf(file),
      })),
    });
  }
  return shown;
}

type Detail = {
  isSettled?: boolean;
  twins?: number;
  originalId?: string | null;
  sessions?: AddedFile["sessions"];
};

/** A question still open: what was left out because it looks like something that is here. */
function twinOf({ detail }: ImportFileRow) {
  const { isSettled, twins = 0, originalId, sessions = [] } = (detail ?? {}) as Detail;
  if (isSettled) return null;
  if (twins > 0 && originalId) return { originalId, localDate: null, activityId: null, count: twins };
  const left = sessions.flatMap((session) =>
    session.state === "duplicate" && session.because === "same-session" && session.originalId
      ? [session]
      : [],
  );
  const [first] = left;
  if (!first) return null;
  const { localDate, activityId } = first;
  return { originalId: first.originalId, localDate, activityId, count: left.length };
}
