import { AppError } from "@repo/core/errors";
import { createDueNights, judgeWaiting, type NightSummary, runNights } from "@repo/services/night";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

const REPORT_EVERY_MS = 2_000;

/** `mesocycle nightly`: runs now what the worker would run at an instant. */
export const nightly: Command = {
  help: `mesocycle nightly [--at INSTANT]
  --at INSTANT  as if it were this instant (ISO 8601 with zone, such as 2026-11-22T04:00:00Z); without it, now
Writes the nights that are due into the ledger and does them: load, judgement, warnings, in date order. Safe to
repeat: nights that are done stay done. How far it is goes to standard error. Prints JSON: at, created, athletes, done,
opened, closed, failed, inChunks (athletes whose night followed from their state).
Exit codes: 0 all done, 1 a night failed (it is tried again), 2 an instant that cannot be read, 64 wrong words.`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, { at: { type: "string" } });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const now = values.at === undefined ? io.now : readInstant(values.at);
    return await withDatabase(io, "WORKER_DATABASE_URL", async (db) => {
      const { created } = await createDueNights(db, { now });
      let toldAt = Date.now();
      const onProgress = ({ athletes, done }: NightSummary) => {
        if (Date.now() - toldAt < REPORT_EVERY_MS) return;
        toldAt = Date.now();
        io.err(`${done} nights of ${athletes} ${athletes === 1 ? "athlete" : "athletes"}\n`);
      };
      const summary = await runNights(db, { now, onProgress });
      const { judged } = await judgeWaiting(db, { now, limit: 100_000 });
      io.out(`${JSON.stringify({ at: now.toISOString(), created, ...summary, judged }, null, 2)}\n`);
      return summary.failed.length > 0 ? EXIT.failed : EXIT.ok;
    });
  },
};

function readInstant(text: string): Date {
  const instant = new Date(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime())) {
    const expected = "an instant such as 2026-11-22T04:00:00Z";
    throw new AppError("INVALID", `--at: found ${JSON.stringify(text)}, expected ${expected}.`);
  }
  return instant;
}
