import { createDb } from "../../../packages/db/src/client.ts";
import { runNights } from "../../../packages/services/src/night/run-nights.ts";
import type { ProvingGround } from "../../prove/proving-ground.ts";
import { clusterCpuMs } from "./cluster-cpu.ts";

/** The days judged ahead of a simulated athlete end here: the first night warms up, the others count. */
const NIGHTS = [23, 24, 25, 26];
const YEARS = [2, 10] as const;

/**
 * The same athletes twice, with two and with ten years of all that a night could meet of the past (the ledger, what was
 * planned, closed warnings): CPU time of the longer lives by that of the shorter, nights alternating, in one process.
 */
export async function compareHistories(ground: ProvingGround, each: number): Promise<number> {
  const copies = Math.ceil(each / 12);
  for (const [index, years] of YEARS.entries()) await lengthen(ground, { index, copies, years });
  await ground.ask("vacuum analyze nightly_runs, planned_workouts, warnings");
  const night = createDb(ground.workerUrl, { max: 2, waitForConnectionMs: 120_000 });
  const ratios: number[] = [];
  try {
    for (const day of NIGHTS) {
      const [short = 0, long = 0] = [await once(0, day), await once(1, day)];
      if (day !== NIGHTS[0]) ratios.push(long / short);
    }
  } finally {
    await night.close();
  }
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;

  async function once(index: number, day: number): Promise<number> {
    await ground.ask(`insert into nightly_runs (athlete_id, local_date, kind)
      select c.id, date '2026-11-${day}', 'night' from bench_copies c where ${groupOf(index, copies)}`);
    await ground.ask("checkpoint");
    const [node, db] = [process.cpuUsage(), clusterCpuMs(ground.postmaster())];
    const { inChunks, failed } = await runNights(night, { now: new Date(`2026-11-${day}T13:00:00Z`) });
    if (failed.length > 0) throw new Error(failed[0]?.error);
    const used = process.cpuUsage(node);
    const ms = (used.user + used.system) / 1000 + clusterCpuMs(ground.postmaster()) - db;
    console.log(JSON.stringify({ mode: "history", years: YEARS[index], day, inChunks, head: ms / inChunks }));
    return ms / inChunks;
  }
}

/** The last athletes that were made: the nights that follow take the first. */
function groupOf(index: number, copies: number): string {
  const last = `((select max(n) from bench_copies) - ${index * copies})`;
  return `c.n <= ${last} and c.n > ${last} - ${copies}`;
}

async function lengthen(
  ground: ProvingGround,
  of: { index: number; copies: number; years: number },
): Promise<void> {
  const who = `bench_copies c where ${groupOf(of.index, of.copies)}`;
  await fill(
    ground,
    `insert into nightly_runs (athlete_id, local_date, kind, state, attempts)
    select c.id, day::date, 'night', 'done', 1
      from generate_series(timestamp '2026-11-19' - interval '${of.years} years', '2026-11-19', '1 day') day, ${who}
     order by day, c.id on conflict do nothing`,
  );
  await copyBack(ground, of, {
    table: "planned_workouts",
    days: ["local_date"],
    every: "1 week",
    rows: "t.local_date between '2026-11-02' and '2026-11-08'",
  });
  await copyBack(ground, of, {
    table: "warnings",
    days: ["opened_on", "last_seen_on", "closed_on"],
    every: "1 month",
    rows: "true",
  });
}

/** Rows of the athletes again and again, each time further back. */
async function copyBack(
  ground: ProvingGround,
  of: { index: number; copies: number; years: number },
  what: { table: string; days: string[]; every: string; rows: string },
): Promise<void> {
  const columns = await ground.ask<{
    name: string;
  }>(`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = '${what.table}'`);
  const values = columns.map(({ name }) => {
    if (name === "id") return "(left(t.id::text, 14) || '7' || left(md5(t.id::text || back), 19))::uuid";
    if (name === "closed_on") return "(coalesce(t.closed_on, t.last_seen_on) - (now() - back))::date";
    if (what.days.includes(name)) return `(t.${name} - (now() - back))::date`;
    if (name === "status") return "'done'";
    return `t.${name}`;
  });
  await fill(
    ground,
    `with mine as materialized (select t.* from ${what.table} t join bench_copies c on c.id = t.athlete_id
       where ${groupOf(of.index, of.copies)} and ${what.rows})
    insert into ${what.table} (${columns.map(({ name }) => name).join(", ")})
    select ${values.join(", ")} from mine t,
           generate_series(now() - interval '${of.years} years', now() - interval '${what.every}', '${what.every}') back`,
  );
}

/** Millions of rows that are known to be sound: without looking up each one's athlete. */
async function fill(ground: ProvingGround, statement: string): Promise<void> {
  await ground.ask(`set session_replication_role = replica; ${statement}`);
}
