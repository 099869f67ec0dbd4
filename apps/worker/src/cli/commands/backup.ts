import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "@repo/core/errors";
import { writeBackup } from "@repo/db/backup";
import { onlyPositional, readArguments } from "../arguments.ts";
import { type Command, EXIT } from "../command.ts";
import { databaseUrl } from "../database.ts";

/** `mesocycle backup FILE`: the whole database as of one moment, in one file. */
export const backup: Command = {
  help: `mesocycle backup FILE
  FILE  where to write; must not be there yet
Copies every table, originals of uploaded files included, as of one moment, while the site goes on. The file is
compressed, not encrypted, and readable by its owner alone; it appears under its name only when it is whole. Keep
secrets.json of the data folder beside it. Prints the manifest: rows and SHA-256 of each table.
Exit codes: 0 written, 1 it could not be done, 2 the file is there already or its folder is not, 64 wrong words.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    const file = onlyPositional(positionals, "FILE");
    if (existsSync(file)) throw new AppError("INVALID", `${file} is there already; choose another name.`);
    const folder = dirname(file);
    if (!existsSync(folder))
      throw new AppError("INVALID", `There is no folder ${folder}. Make it, or choose another.`);
    const manifest = await writeBackup(databaseUrl(io, "BACKUP_DATABASE_URL"), file, io.now);
    io.out(`${JSON.stringify(manifest, null, 2)}\n`);
    return EXIT.ok;
  },
};
