// One way of doing a night, in a process of its own: prints what it used as one line of JSON.
import { sql } from "drizzle-orm";
import { createDb, type Db } from "../../../packages/db/src/client.ts";
import { inTransaction } from "../../../packages/db/src/context.ts";
import { copyIn } from "../../../packages/db/src/copy-in.ts";
import { readStoredLoad, standingOn } from "../../../packages/services/src/load/load-state.ts";
import { runNights } from "../../../packages/services/src/night/run-nights.ts";
import { textbookFull, textbookRecent } from "./textbook.ts";

const [mode = "", url = "", count = "0", at = ""] = process.argv.slice(2);
const night = createDb(url, { max: 2, applicationName: `bench-${mode}`, waitForConnectionMs: 120_000 });
const COLUMNS = ["athlete_id", "last_day", "fitness", "fatigue", "form", "load_state"];
const BATCH = 2_000;
let more: Record<string, number> = {};

type Row = {
  athlete_id: string;
  last_day: string;
  load_state: Buffer;
  fitness: number;
  fatigue: number;
  form: number;
};

const MODES: Record<string, (db: Db) => Promise<number>> = {
  /** The same bytes out and in, without a thought. */
  floor: (db) => overStates(db, (rows) => rows.map((row) => COLUMNS.map((name) => row[name as keyof Row]))),
  /** The load of the next day from the state, written back to the state's row. */
  load: (db) =>
    overStates(
      db,
      (rows) =>
        rows.map((row) => {
          const { lastDay, fitness, fatigue, form } = standingOn(
            readStoredLoad(row.load_state),
            at.slice(0, 10),
          );
          return [row.athlete_id, lastDay, fitness, fatigue, form, null];
        }),
      sql`update athlete_states s set last_day = g.last_day, fitness = g.fitness, fatigue = g.fatigue, form = g.form
            from bench_stage g where s.athlete_id = g.athlete_id`,
    ),
  /** Load, judgement, warnings, missed workouts, ledger: what the worker runs. */
  night: async (db) => {
    const { athletes, inChunks, failed } = await runNights(db, { now: new Date(at) });
    if (failed.length > 0) throw new Error(failed[0]?.error);
    more = { inChunks };
    return athletes;
  },
  "textbook-full": (db) => textbookFull(db, Number(count)),
  "textbook-recent": (db) => textbookRecent(db, Number(count)),
};

async function overStates(
  db: Db,
  work: (rows: Row[]) => (string | number | Buffer | null)[][],
  write?: ReturnType<typeof sql>,
): Promise<number> {
  let [after, done] = ["00000000-0000-0000-0000-000000000000", 0];
  while (done < Number(count)) {
    const rows = await inTransaction(db, async (tx) => {
      await tx.execute(sql`create temp table if not exists bench_stage (athlete_id uuid, last_day date, fitness float8,
        fatigue float8, form float8, load_state bytea) on commit delete rows`);
      const read = await tx.execute<Row>(sql`select athlete_id, last_day, fitness, fatigue, form, load_state
        from athlete_states where athlete_id > ${after}::uuid and load_state is not null order by athlete_id limit ${BATCH}`);
      await copyIn(tx, { table: "bench_stage", columns: COLUMNS }, work(read));
      if (write) await tx.execute(write);
      return read;
    });
    if (rows.length === 0) break;
    after = rows.at(-1)?.athlete_id ?? after;
    done += rows.length;
  }
  return done;
}

const run = MODES[mode];
if (!run) throw new Error(`no such mode: ${mode}`);
const startedAt = performance.now();
const before = process.cpuUsage();
const athletes = await run(night);
const used = process.cpuUsage(before);
const result = {
  athletes,
  nodeMs: (used.user + used.system) / 1000,
  wallMs: performance.now() - startedAt,
  ...more,
  rssMb: process.resourceUsage().maxRSS / 1024,
};
await night.close();
console.log(JSON.stringify(result));
