import { type Db, withActor } from "@repo/db";
import { listOpenImports, listStagedFiles, updateImportBatch } from "@repo/db/queries";
import { type ImportTools, runImport, SILENT_S } from "./run-import.ts";

/** A page that was left while it sent files: what arrived is read after this long. */
const FORGOTTEN_S = 30 * 60;

/**
 * Reads every import that waits, one after the other, each as the athlete whose it is. `night` only finds them; `web`
 * is the account that row-level security holds.
 */
export async function runOpenImports(
  { night, web }: { night: Db; web: Db },
  tools: ImportTools,
): Promise<{ imports: number; files: number }> {
  const open = await listOpenImports(night, { now: tools.now(), silentS: SILENT_S, forgottenS: FORGOTTEN_S });
  const sum = { imports: 0, files: 0 };
  for (const batch of open) {
    if (batch.state === "pending" && !(await takeForgotten(web, batch))) continue;
    const done = await runImport(web, batch, tools);
    if (done === null) continue;
    sum.imports += 1;
    sum.files += done.files;
  }
  return sum;
}

/** What a page left half sent is read as far as it arrived; nothing at all is closed. */
async function takeForgotten(
  web: Db,
  { id, athleteId }: { id: string; athleteId: string },
): Promise<boolean> {
  return await withActor(web, { userId: athleteId }, async (db) => {
    const staged = await listStagedFiles(db, athleteId, id);
    const state = staged.length > 0 ? "running" : "failed";
    await updateImportBatch(db, athleteId, id, { state, workedAt: null });
    return staged.length > 0;
  });
}
