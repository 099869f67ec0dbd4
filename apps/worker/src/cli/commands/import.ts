import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "@repo/core/errors";
import { type Db, newId, withActor } from "@repo/db";
import { getAthlete, insertAthlete } from "@repo/db/queries";
import { beginImport, importLocalFiles } from "@repo/services/imports";
import { accountOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, type CommandIo, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle import`: recordings, logs, exports and histories into an athlete's account. */
export const importFiles: Command = {
  help: `mesocycle import FILE… --athlete EMAIL
  FILE  .fit, .tcx, .gpx (also .gz); a service's export (.zip, also zips in it); a log of many sessions or of check-ins
        (.csv, .tsv, .json); or a mesocycle/athlete-history (.json)
Each file is taken whole or not at all; one that cannot be used is named and the others go on. A file read twice adds
nothing. What the night judges from it appears when the worker has run. Prints JSON: what became of each file; of an
archive also of each file in it.
Exit codes: 0 all read, 1 some could not be used, 2 no such account or file, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { athlete: { type: "string" } });
    if (positionals.length === 0) throw new UsageError("FILE is missing");
    const missing = positionals.find((path) => !existsSync(path) || !statSync(path).isFile());
    if (missing !== undefined) throw new AppError("INVALID", `${missing}: there is no such file.`);
    const user = await accountOf(io, values.athlete);
    const as = { userId: user.id, timeZone: user.timeZone, now: io.now };
    return await withDatabase(io, "WEB_DATABASE_URL", (web) => importPaths(web, as, positionals, io));
  },
};

type As = { userId: string; timeZone: string; now: Date };

async function importPaths(web: Db, as: As, paths: readonly string[], io: CommandIo): Promise<number> {
  const batchId = newId();
  const actor = { userId: as.userId };
  await withActor(web, actor, async (db) => {
    // An account that nobody trains with yet becomes an athlete's.
    if (!(await getAthlete(db, as.userId))) await insertAthlete(db, as.userId, as.timeZone);
    await beginImport({ db, actor, now: as.now }, { batchId, label: "command line", total: paths.length });
  });
  const { files } = await importLocalFiles(
    web,
    { batchId, athleteId: as.userId, files: paths.map((path) => ({ path, name: basename(path) })) },
    {
      now: () => as.now,
      onFailure: (error) => io.err(`${error instanceof Error ? error.message : error}\n`),
    },
  );
  const read = files.map((file) => ({
    file: file.entry === 0 ? (paths[file.position] ?? file.label) : `${paths[file.position]} › ${file.label}`,
    state: file.state,
    message: file.message,
    detail: file.detail,
  }));
  io.out(`${JSON.stringify({ files: read }, null, 2)}\n`);
  const unusable = read.filter(({ state }) => state === "failed");
  for (const { file, message } of unusable) io.err(`${file}: ${message}\n`);
  return unusable.length > 0 ? EXIT.failed : EXIT.ok;
}
