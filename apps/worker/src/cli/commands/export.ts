import { withActor } from "@repo/db";
import { exportHistory } from "@repo/services/transfer";
import { accountOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

/** `mesocycle export`: an athlete's whole history as one file. */
export const exportAthlete: Command = {
  help: `mesocycle export --athlete EMAIL
Prints everything the athlete owns as a mesocycle/athlete-history, version 1 (send it to a file): profile, activities
with laps, check-ins, results, the season they follow. "mesocycle import" reads it back without loss.
Exit codes: 0 exported, 2 no such account or it has no athlete profile, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { athlete: { type: "string" } });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const { id: userId } = await accountOf(io, values.athlete);
    const history = await withDatabase(io, "WEB_DATABASE_URL", (web) =>
      withActor(web, { userId }, (db) => exportHistory({ db, actor: { userId }, now: io.now })),
    );
    io.out(`${JSON.stringify(history, null, 1)}\n`);
    return EXIT.ok;
  },
};
