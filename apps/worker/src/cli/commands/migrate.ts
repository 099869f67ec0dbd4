import { getSchemaVersion } from "@repo/db/queries";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle migrate`: the database as this version wants it. */
export const migrate: Command = {
  help: `mesocycle migrate
Brings the database (the embedded one, or the one of DATABASE_URL) to the schema of this version: tables, roles,
privileges. Safe to repeat and while the site runs; a database of a newer version is refused. Every other command
does the same before it begins. Prints JSON: migrations applied, and when the last was made.
Exit codes: 0 up to date, 1 it could not be done.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const version = await withDatabase(io, "OWNER_DATABASE_URL", getSchemaVersion);
    io.out(`${JSON.stringify(version, null, 2)}\n`);
    return EXIT.ok;
  },
};
