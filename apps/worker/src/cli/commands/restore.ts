import { existsSync } from "node:fs";
import { AppError } from "@repo/core/errors";
import { readBackup } from "@repo/db/backup";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { databaseUrl } from "../database.ts";

/** `mesocycle restore FILE`: a backup into a fresh database. */
export const restore: Command = {
  help: `mesocycle restore FILE
  FILE  a file that "mesocycle backup" wrote, by this version or an older one
Brings everything into a fresh database (a new data folder, or an empty one of DATABASE_URL with a superuser): all of
it, with equal row counts and sums, or nothing. A database that holds accounts is refused and left alone.
Exit codes: 0 restored, 1 it could not be done (the sentence says why), 2 no such file, 64 wrong words.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const file = onlyPositional(positionals, "FILE");
    if (!existsSync(file)) throw new AppError("INVALID", `${file} cannot be read: there is no such file.`);
    const { tables, madeAt } = await readBackup(databaseUrl(io, "OWNER_DATABASE_URL"), file);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    io.out(`${JSON.stringify({ madeAt, tables: tables.length, rows }, null, 2)}\n`);
    return EXIT.ok;
  },
};
