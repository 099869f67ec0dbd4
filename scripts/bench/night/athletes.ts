import { createDb } from "../../../packages/db/src/client.ts";
import { seedDemo } from "../../../packages/services/src/demo/seed-demo.ts";
import { createDueNights } from "../../../packages/services/src/night/create-due-nights.ts";
import { runNights } from "../../../packages/services/src/night/run-nights.ts";
import type { ProvingGround } from "../../prove/proving-ground.ts";

/** The evening on which the last entries were judged; the nights measured follow. */
export const EVENING = new Date("2026-11-22T19:00:00Z");
const HOST = "00000000-0000-7000-8000-000000000001";

/** Columns that name a row of the same athlete: a copy names the copy's row. */
const OWN_IDS = ["id", "season_id", "warning_id", "activity_id"];
const COPIED = ["athlete_states", "night_states", "athlete_wellness_states", "warnings", "seasons"];
/** Rows that came day by day, of all athletes: one athlete's lie apart. */
const BY_DAY: Record<string, string> = {
  warnings: "t.opened_on",
  activities: "t.local_date",
  check_ins: "t.local_date",
  nightly_runs: "t.local_date",
};

/** Of each of the twelve: more in one statement would be sorted on disk, beside rows that fill it already. */
const COPIES_AT_ONCE = 2_000;

/**
 * Twelve simulated athletes with two years of training, seasons and warnings, judged by the product with their whole
 * history; then as many copies as are wanted of all that a night reads.
 */
export async function makeAthletes(ground: ProvingGround, wanted: number): Promise<void> {
  await ground.ask(
    `insert into users (id, email, name, is_operator) values ('${HOST}', 'host@bench.example', 'Bench', true)`,
  );
  const web = createDb(ground.appUrl, { max: 2, waitForConnectionMs: 120_000 });
  const night = createDb(ground.workerUrl, { max: 2, waitForConnectionMs: 120_000 });
  try {
    await seedDemo(web, { userId: HOST, now: EVENING, judgedDays: 5 });
    await createDueNights(night, { now: EVENING });
    const { failed } = await runNights(night, { now: EVENING });
    if (failed.length > 0) throw new Error(`a night failed: ${failed[0]?.error}`);
  } finally {
    await Promise.all([web.close(), night.close()]);
  }
  await copyAthletes(ground, Math.ceil(wanted / 12) - 1);
  await ground.ask("analyze");
}

async function copyAthletes(ground: ProvingGround, copies: number): Promise<void> {
  // Ids as the product makes them: in the order in which people came, and their rows lie in that order.
  const born = "lpad(to_hex(1700000000000 + n::bigint * 60000), 12, '0') || '7'";
  await ground.ask(`create table bench_copies as
    select a.athlete_id as src, n, ${idOf("a.athlete_id::text || n", born)} as id
      from athletes a cross join generate_series(1, ${copies}) n where a.is_demo`);
  await ground.ask(`insert into users (id, email, name, time_zone)
    select c.id, c.id || '@bench.example', 'Bench', u.time_zone from bench_copies c join users u on u.id = c.src order by c.id`);
  await copy(ground, "athletes");
  for (const table of COPIED) await copy(ground, table);
  // What the nights of this week read, and a fortnight that they must not look at.
  await copy(ground, "planned_workouts", { where: "t.local_date between '2026-11-16' and '2026-12-06'" });
  await copy(ground, "nightly_runs", { where: "t.local_date >= '2026-11-20'" });
  await ground.ask("create unique index on bench_copies (id)");
}

/** An id of version 7 that begins as it is told, the rest from a text: its variant is what the product's inputs ask for. */
function idOf(text: string, born: string): string {
  return `overlay(overlay(md5(${text}) placing ${born} from 1 for 13) placing 'a' from 17 for 1)::uuid`;
}

/** All that numbers are made from, and the numbers themselves. */
const HISTORY = ["activities", "activity_laps", "results", "check_ins", "check_ins_medical", "load_series"];

/** The athletes' histories too, for those measurements that read them. */
export async function copyHistories(ground: ProvingGround, copies: number): Promise<void> {
  for (const table of HISTORY) await copy(ground, table, { upTo: copies });
  await ground.ask(`analyze ${HISTORY.join(", ")}`);
}

async function copy(
  ground: ProvingGround,
  table: string,
  { where = "true", upTo = 1e9 }: { where?: string; upTo?: number } = {},
): Promise<void> {
  const columns = await ground.ask<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = '${table}'`,
  );
  const values = columns.map(({ name }) => {
    if (name === "athlete_id") return "c.id";
    if (name === "is_demo") return "false";
    // Only the workouts around the day are copied.
    if (name === "planned_workout_id") return "null";
    if (table !== "athletes" && OWN_IDS.includes(name)) {
      const born = `left(c.id::text, 8) || substr(t.${name}::text, 10, 4) || '7'`;
      return idOf(`t.${name}::text || c.n`, born);
    }
    return `t.${name}`;
  });
  const names = columns.map(({ name }) => name).join(", ");
  const day = BY_DAY[table];
  const [most] = await ground.ask<{ n: number }>("select max(n) as n from bench_copies");
  const [copies, step] = [Math.min(upTo, most?.n ?? 0), day ? (most?.n ?? 1) : COPIES_AT_ONCE];
  // Looked for in a table of their own: the one that is filled grows with every slice.
  await ground.ask(`create table bench_rows as
    select t.* from ${table} t where t.athlete_id in (select distinct src from bench_copies) and (${where})`);
  for (let from = 1; from <= copies; from += step) {
    // A copy of a sound row is sound: what it refers to is not looked up again, row by row.
    await ground.ask(`set session_replication_role = replica;
      insert into ${table} (${names})
      select ${values.join(", ")} from bench_rows t join bench_copies c on c.src = t.athlete_id
       where c.n between ${from} and ${Math.min(from + step - 1, copies)}
       order by ${day ? `${day}, ` : ""}c.id`);
  }
  await ground.ask("drop table bench_rows");
}
