import { basename } from "node:path";
import { type Db, newId, withActor } from "@repo/db";
import { getAthlete, insertAthlete } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { beginImport, finishImport, importFile } from "@repo/services/imports";
import { importHistory } from "@repo/services/transfer";
import { accountOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, type CommandIo, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";
import { readInput, readJson } from "../input-file.ts";

/** `mesocycle import`: recordings, logs and histories into an athlete's account. */
export const importFiles: Command = {
  help: `mesocycle import FILE… --athlete EMAIL
  FILE  .fit, .tcx, .gpx (also .gz), a log of many sessions (.csv, .tsv), or a mesocycle/athlete-history (.json)
Each file is taken whole or not at all; one that cannot be used is named and the others go on. A file read twice adds
nothing. What the night judges from it appears when the worker has run. Prints JSON: what became of each file.
Exit codes: 0 all read, 1 some could not be used, 2 no such account, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { athlete: { type: "string" } });
    if (positionals.length === 0) throw new UsageError("FILE is missing");
    const user = await accountOf(io, values.athlete);
    const as: As = { userId: user.id, timeZone: user.timeZone, now: io.now };
    return await withDatabase(io, "WEB_DATABASE_URL", async (web) => {
      await begin(web, as);
      const histories = positionals.filter((path) => path.endsWith(".json"));
      const recordings = positionals.filter((path) => !path.endsWith(".json"));
      const read = [
        ...(await readHistories(web, as, histories)),
        ...(await readRecordings(web, as, recordings)),
      ];
      return report(io, read);
    });
  },
};

type As = { userId: string; timeZone: string; now: Date };
type Read = { file: string; state: string; message: string | null; detail?: unknown };

function acting<T>(web: Db, as: As, work: (ctx: ServiceContext) => Promise<T>): Promise<T> {
  const actor = { userId: as.userId };
  return withActor(web, actor, (db) => work({ db, actor, now: as.now }));
}

/** An account that nobody trains with yet becomes an athlete's. */
async function begin(web: Db, as: As): Promise<void> {
  await acting(web, as, async ({ db }) => {
    if (!(await getAthlete(db, as.userId))) await insertAthlete(db, as.userId, as.timeZone);
  });
}

async function readHistories(web: Db, as: As, paths: readonly string[]): Promise<Read[]> {
  const read: Read[] = [];
  for (const path of paths) {
    try {
      const json = await readJson(path);
      const detail = await acting(web, as, (ctx) => importHistory(ctx, json));
      read.push({ file: path, state: "added", message: null, detail });
    } catch (error) {
      read.push({
        file: path,
        state: "failed",
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return read;
}

async function readRecordings(web: Db, as: As, paths: readonly string[]): Promise<Read[]> {
  if (paths.length === 0) return [];
  const batchId = newId();
  await acting(web, as, (ctx) => beginImport(ctx, { batchId, label: "command line", total: paths.length }));
  const read: Read[] = [];
  for (const [position, path] of paths.entries()) {
    const file = await readOne(web, as, { path, position, batchId });
    read.push(file);
  }
  await acting(web, as, (ctx) => finishImport(ctx, batchId));
  return read;
}

async function readOne(
  web: Db,
  as: As,
  { path, position, batchId }: { path: string; position: number; batchId: string },
): Promise<Read> {
  try {
    const bytes = await readInput(path);
    const row = await acting(web, as, (ctx) =>
      importFile(ctx, { batchId, position, name: basename(path), bytes }),
    );
    return { file: path, state: row.state, message: row.message };
  } catch (error) {
    return { file: path, state: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

function report(io: CommandIo, read: readonly Read[]): number {
  io.out(`${JSON.stringify({ files: read }, null, 2)}\n`);
  const failed = read.filter((file) => file.state === "failed" || file.state === "skipped");
  for (const { file, message } of failed) io.err(`${file}: ${message}\n`);
  return failed.length > 0 ? EXIT.failed : EXIT.ok;
}
