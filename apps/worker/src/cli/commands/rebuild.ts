import { inTransaction } from "@repo/db/internal";
import { listAthleteIds } from "@repo/db/queries";
import { rebuildLoad } from "@repo/services/load";
import { accountOf } from "../account-of.ts";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

const REPORT_EVERY_MS = 2_000;

/** `mesocycle rebuild`: the load of one athlete or all, computed anew from the first entry on. */
export const rebuild: Command = {
  help: `mesocycle rebuild --athlete EMAIL | --all
Computes load, fitness and fatigue anew from everything that was entered, athlete by athlete, each in one transaction;
the worker judges them again. Nothing that anybody entered changes. Safe to stop and to repeat. How far it is goes to
standard error. Prints JSON: athletes, rebuilt. Exit codes: 0 done, 2 no such account, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      athlete: { type: "string" },
      all: { type: "boolean" },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    if ((values.athlete === undefined) === !values.all)
      throw new UsageError("give either --athlete EMAIL or --all");
    const one = values.all ? null : (await accountOf(io, values.athlete)).id;
    return await withDatabase(io, "WORKER_DATABASE_URL", async (db) => {
      const ids = one === null ? await listAthleteIds(db) : [one];
      let [rebuilt, toldAt] = [0, Date.now()];
      for (const [index, athleteId] of ids.entries()) {
        if (await inTransaction(db, (tx) => rebuildLoad(tx, athleteId, io.now))) rebuilt += 1;
        if (Date.now() - toldAt < REPORT_EVERY_MS) continue;
        toldAt = Date.now();
        io.err(`${index + 1} of ${ids.length} athletes\n`);
      }
      io.out(`${JSON.stringify({ athletes: ids.length, rebuilt }, null, 2)}\n`);
      return EXIT.ok;
    });
  },
};
