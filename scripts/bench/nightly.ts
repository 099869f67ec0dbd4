import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openProvingGround, type ProvingGround } from "../prove/proving-ground.ts";
import { copyHistories, makeAthletes } from "./night/athletes.ts";
import { clusterCpuMs } from "./night/cluster-cpu.ts";
import { countDifferent } from "./night/differences.ts";
import { compareHistories } from "./night/histories.ts";
import { saveWhile } from "./night/saves.ts";

const run = promisify(execFile);
const MODE = fileURLToPath(new URL("./night/mode.ts", import.meta.url));
/** Times depend on the machine: a miss beyond this factor fails the run, a smaller one is shown. */
const SLACK = 1.25;
const SLOW_STATEMENT_MS = 100;
/** Athletes of the small night, beside which the memory of a large one is held. */
const FEW_ATHLETES = 20_000;

type Size = {
  athletes: number;
  nights: number;
  textbook: number;
  edited: number;
  rounds: number;
  /** Athletes with ten years, and as many with two. */
  long: number;
};
const SIZES: Record<string, Size> = {
  quick: { athletes: 6_000, nights: 6_000, textbook: 24, edited: 12, rounds: 3, long: 240 },
  full: { athletes: 200_000, nights: 100_000, textbook: 120, edited: 120, rounds: 3, long: 1_000 },
  million: { athletes: 1_000_000, nights: 1_000_000, textbook: 24, edited: 12, rounds: 1, long: 1_000 },
};

type Used = {
  mode: string;
  athletes: number;
  nodeMs: number;
  dbMs: number;
  wallMs: number;
  rssMb: number;
  walKb: number;
};
type Row = { id: string; what: string; goal: string; now: string; pass: boolean };

/** The night's cost (performance goals N1–N10), in CPU time a head, on a PostgreSQL of its own. */
async function runBench(args: readonly string[]): Promise<number> {
  const name = args.includes("--million") ? "million" : args.includes("--quick") ? "quick" : "full";
  // `--of 50000`: as many athletes as this machine carries, each of them with a whole night.
  const of = args.includes("--of") ? Number(args[args.indexOf("--of") + 1]) : 0;
  const size = { ...(SIZES[name] as Size), ...(of > 0 ? { athletes: of, nights: of } : {}) };
  const ground = await openProvingGround("bench-night");
  try {
    await prepare(ground, size);
    const rows = await measure(ground, size, name);
    console.table(rows);
    return rows.every((row) => row.pass) ? 0 : 1;
  } finally {
    await ground.close();
  }
}

async function prepare(ground: ProvingGround, size: Size): Promise<void> {
  const settings: Record<string, string> = {
    shared_buffers: "2GB",
    max_wal_size: "8GB",
    autovacuum: "off",
    max_parallel_workers_per_gather: "0",
    log_min_duration_statement: String(SLOW_STATEMENT_MS),
  };
  for (const [key, value] of Object.entries(settings))
    await ground.ask(`alter system set ${key} = '${value}'`);
  await ground.killAndRestart(true);
  const startedAt = performance.now();
  await makeAthletes(ground, size.athletes);
  await copyHistories(ground, Math.ceil(size.textbook / 12) + 20);
  await ground.ask(`create table bench_daily (athlete_id uuid, day date, load float8, fitness float8, fatigue float8,
    form float8, monotony float8, strain float8, acwr float8, quality text, primary key (athlete_id, day))`);
  await ground.ask("grant all on bench_daily to app_night");
  await ground.ask("vacuum analyze");
  console.log(
    `${size.athletes} athletes ready after ${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
}

async function measure(ground: ProvingGround, size: Size, name: string): Promise<Row[]> {
  const rounds: Used[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    for (const mode of ["floor", "load"])
      rounds.push(await once(ground, { mode, count: size.athletes, day: 23 }));
  }
  const recent = await once(ground, { mode: "textbook-recent", count: size.textbook, day: 23 });
  const full = await once(ground, { mode: "textbook-full", count: size.textbook, day: 23 });
  const of = (mode: string) => medianHead(rounds.filter((used) => used.mode === mode));
  const [floor, load] = [of("floor"), of("load")];
  const n4 = await compareHistories(ground, size.long);
  const nights = await measureNights(ground, size);
  const different = await countDifferent(ground, size.edited);
  const cpu = (used: Used) => headMs(used);
  const big = name !== "quick";
  const row = (id: string, what: string, goal: string, now: string, pass: boolean): Row => ({
    id,
    what,
    goal,
    now,
    pass,
  });
  const ratio = (value: number) => `${value.toFixed(2)} ×`;
  const ms = (value: number) => `${value.toFixed(value < 1 ? 4 : 2)} ms`;
  const [n1, n2, n3] = [load / floor, cpu(recent) / load, cpu(full) / load];
  const { one, two, slow, saves, small } = nights;
  const aSecond = (one.athletes / one.wallMs) * 1000;
  const speedUp = one.wallMs / one.athletes / (two.wallMs / two.athletes);
  return [
    row("floor", "CPU a head, state out and in", "", ms(floor), true),
    row("load", "CPU a head, load from the state", "", ms(load), true),
    row("N1", "load ÷ floor", big ? "≤ 4" : "≤ 7", ratio(n1), n1 <= (big ? 4 : 7) * SLACK),
    row("N2", "last 60 days by query builder ÷ load", "≥ 200", ratio(n2), !big || n2 >= 200 / SLACK),
    row("N3", "whole history by query builder ÷ load", "≥ 1000", ratio(n3), !big || n3 >= 1000 / SLACK),
    row("N4", "ten years of the past ÷ two", "≤ 1.15", ratio(n4), !big || n4 <= 1.15 * SLACK),
    row(
      "N7",
      "athletes that differ from a full rebuild after edits",
      "0",
      String(different),
      different === 0,
    ),
    row(
      "N8",
      `memory of the worker, all ÷ ${small.athletes} athletes`,
      "≤ 1.2",
      ratio(one.rssMb / small.rssMb),
      one.rssMb / small.rssMb <= 1.2 * SLACK,
    ),
    row("N9", "WAL a head, whole night", "≤ 8 kB", `${one.walKb.toFixed(1)} kB`, one.walKb <= 8 * SLACK),
    row(
      "night",
      "CPU a head, whole night",
      "≤ 0.7 ms",
      `${ms(cpu(one))} (Node ${ms(one.nodeMs / one.athletes)})`,
      cpu(one) <= 0.7 * SLACK,
    ),
    row(
      "night",
      "athletes a second, one worker",
      "≥ 2000",
      String(Math.round(aSecond)),
      !big || aSecond >= 2_000 / SLACK,
    ),
    row(
      "N10",
      "one worker ÷ two workers, wall a head",
      "≥ 1.4",
      ratio(speedUp),
      !big || speedUp >= 1.4 / SLACK,
    ),
    row(
      "slow",
      `statements over ${SLOW_STATEMENT_MS} ms while the night ran`,
      "0",
      String(slow),
      !big || slow === 0,
    ),
    row(
      "save",
      "save until new numbers are read, median",
      "< 300 ms",
      ms(saves.medianMs),
      saves.medianMs < 300 * SLACK,
    ),
    row(
      "save",
      `the same, 99 of 100 (${saves.count} saves)`,
      "< 2 s",
      ms(saves.p99Ms),
      saves.p99Ms < 2_000 * SLACK,
    ),
  ];
}

/** Three nights: a small one, one worker with savers beside it, two workers. */
async function measureNights(ground: ProvingGround, size: Size) {
  await due(ground, 23, Math.min(FEW_ATHLETES, size.nights / 2));
  const small = await once(ground, { mode: "night", count: 0, day: 23 });
  await due(ground, 23, size.nights);
  const logged = slowStatements(ground);
  const one = await once(ground, { mode: "night", count: 0, day: 23 });
  const slow = slowStatements(ground) - logged;
  await due(ground, 24, size.nights);
  const pair = await Promise.all([1, 2].map(() => once(ground, { mode: "night", count: 0, day: 24 })));
  // Both are at work from the later start to the later end; what each took to start is not the night's.
  const two = {
    wallMs: Math.max(...pair.map((used) => used.wallMs)),
    athletes: pair.reduce((sum, used) => sum + used.athletes, 0),
  };
  await due(ground, 25, size.nights);
  const night = once(ground, { mode: "night", count: 0, day: 25 });
  const saves = await saveWhile(ground, night);
  return { small, one, two, slow, saves };
}

/** Writes the nights of a date for so many athletes: those that the ledger does not have. */
async function due(ground: ProvingGround, day: number, athletes: number): Promise<void> {
  await ground.ask(`insert into nightly_runs (athlete_id, local_date, kind)
    select s.athlete_id, date '2026-11-${day}', 'night' from athlete_states s
     where not exists (select from nightly_runs n where n.athlete_id = s.athlete_id and n.local_date = '2026-11-${day}')
       and s.load_state is not null order by s.athlete_id limit ${athletes} on conflict do nothing`);
  await ground.ask("checkpoint");
}

async function once(ground: ProvingGround, of: { mode: string; count: number; day: number }): Promise<Used> {
  const at = `2026-11-${of.day}T13:00:00Z`;
  await ground.ask("checkpoint");
  const [before] = await ground.ask<{ lsn: string }>("select pg_current_wal_lsn()::text as lsn");
  const cpu = clusterCpuMs(ground.postmaster());
  const { stdout } = await run(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    "--max-semi-space-size=2", // as the worker is started
    MODE,
    of.mode,
    ground.workerUrl,
    String(of.count),
    at,
  ]);
  const dbMs = clusterCpuMs(ground.postmaster()) - cpu;
  const [wal] = await ground.ask<{ kb: number }>(
    `select (pg_current_wal_lsn() - '${before?.lsn}')::float8 / 1024 as kb`,
  );
  const used = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Omit<Used, "mode" | "dbMs" | "walKb">;
  const result = { mode: of.mode, ...used, dbMs, walKb: (wal?.kb ?? 0) / used.athletes };
  console.log(JSON.stringify(result));
  return result;
}

function headMs(used: Used): number {
  return (used.nodeMs + used.dbMs) / used.athletes;
}

function medianHead(used: readonly Used[]): number {
  const sorted = used.map(headMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function slowStatements(ground: ProvingGround): number {
  const log = readFileSync(join(ground.dataDir, "postgres", "server.log"), "utf8");
  return log.split("\n").filter((line) => /duration: [\d.]+ ms/.test(line) && !/checkpoint/i.test(line))
    .length;
}

if (import.meta.main) process.exitCode = await runBench(process.argv.slice(2));
