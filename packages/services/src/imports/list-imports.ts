import {
  countImportFiles,
  getAthlete,
  type ImportFileRow,
  listImportBatches,
  listImportFiles,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { LogRemark } from "@repo/services/files";
import type { AddedFile } from "@repo/services/training";

const SHOWN = 12;
/** Of an archive of thousands, those that need a look and then the first; the counts say the rest. */
const FILES_SHOWN = 200;
/** Of a long log; the message counts them all. */
const LINES_SHOWN = 60;

/** The latest imports of an athlete, each with its counts and what became of its files. */
export async function listImports(ctx: ServiceContext) {
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete) return [];
  const batches = await listImportBatches(ctx.db, athlete.athleteId, SHOWN);
  const counts = await countImportFiles(
    ctx.db,
    athlete.athleteId,
    batches.map(({ id }) => id),
  );
  const shown = [];
  for (const { id, state, label, total, createdAt } of batches) {
    const files = await listImportFiles(ctx.db, athlete.athleteId, id);
    const count = (outcome: ImportFileRow["state"]) =>
      counts.find((row) => row.batchId === id && row.state === outcome)?.count ?? 0;
    const asked = state === "undone" ? [] : files.filter(twinOf);
    shown.push({
      id,
      state,
      label,
      total,
      read: files.length,
      added: count("added"),
      updated: count("updated"),
      // Each file is counted once: one that somebody is asked about is neither here already nor new yet.
      duplicates: count("duplicate") - asked.filter((file) => file.state === "duplicate").length,
      failed: count("failed"),
      twins: asked.length,
      createdAt,
      files: [...files]
        .sort(byNeed)
        .slice(0, FILES_SHOWN)
        .map((file) => ({ ...shownFile(file), ...(state === "undone" ? { twin: null } : {}) })),
      moreFiles: Math.max(0, files.length - FILES_SHOWN),
    });
  }
  return shown;
}

function shownFile(file: ImportFileRow) {
  const { position, entry, label: name, state: outcome, isPartial, message, activityId } = file;
  const { remarks = [], remarkCount = 0 } = (file.detail ?? {}) as Detail;
  const lines = remarks.slice(0, LINES_SHOWN).map(({ line, text }) => ({ line, text }));
  const moreLines = remarkCount - lines.length;
  return {
    position,
    entry,
    name,
    outcome,
    isPartial,
    message,
    activityId,
    lines,
    moreLines,
    twin: twinOf(file),
  };
}

/** What needs somebody first: not usable, in doubt, partly read; the others as they came. */
function byNeed(a: ImportFileRow, b: ImportFileRow): number {
  return needOf(a) - needOf(b) || a.position - b.position || a.entry - b.entry;
}

function needOf(file: ImportFileRow): number {
  if (file.state === "failed") return 0;
  if (twinOf(file)) return 1;
  return file.isPartial ? 2 : 3;
}

type Detail = {
  isSettled?: boolean;
  twins?: number;
  originalId?: string | null;
  sessions?: AddedFile["sessions"];
  remarks?: LogRemark[];
  remarkCount?: number;
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
