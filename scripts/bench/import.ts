import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { createDb } from "../../packages/db/src/client.ts";
import { newId, withActor } from "../../packages/db/src/index.ts";
import { makeAthlete } from "../../packages/db/src/testing/index.ts";
import { fitCrc } from "../../packages/services/src/files/fit/crc.ts";
import { readActivityFile } from "../../packages/services/src/files/index.ts";
import { beginImport, importLocalFiles } from "../../packages/services/src/imports/index.ts";
import { openProvingGround } from "../prove/proving-ground.ts";
import { proveRealFiles } from "../prove/real-files.ts";
import { ROOT } from "../setup/paths.ts";

/** CPU depends on the machine: goals are ratios within one run, and only a miss beyond this factor fails. */
const SLACK = 1.25;
const RECORDS = 3_600;
/** In September 2007: five thousand days from here are none to come. */
const START = 560_000_000;

type Row = { id: string; what: string; goal: string; now: string; pass: boolean };

/** An hour's run of one day as watches write it: one definition, a record a second. */
function hourOf(day: number): Uint8Array {
  const fields = [
    [253, 4, 0x86],
    [0, 4, 0x85],
    [1, 4, 0x85],
    [5, 4, 0x86],
    [2, 2, 0x84],
    [6, 2, 0x84],
    [3, 1, 0x02],
    [4, 1, 0x02],
  ] as const;
  const size = 1 + fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const start = START + day * 86_400;
  const head = Buffer.from([
    0x40,
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0x00,
    0x00,
    4,
    0x41,
    0,
    0,
    20,
    0,
    fields.length,
    ...fields.flat(),
  ]);
  const body = Buffer.alloc(RECORDS * size);
  for (let second = 0; second < RECORDS; second += 1) {
    const at = second * size;
    body.writeUInt8(1, at);
    body.writeUInt32LE(start + second, at + 1);
    body.writeInt32LE(
      714_000_000 + second * 300 + Math.round(Math.sin(second / 40) * 900) + noise(second + day, 60),
      at + 5,
    );
    body.writeInt32LE(
      127_000_000 + Math.round(Math.cos(second / 55) * 1_200) + noise(second * 3 + day, 60),
      at + 9,
    );
    body.writeUInt32LE(second * 310 + noise(second, 40), at + 13);
    body.writeUInt16LE(2_600 + Math.round(Math.sin(second / 200) * 60), at + 17);
    body.writeUInt16LE(3_100 + Math.round(Math.sin(second / 9) * 150) + noise(second * 7, 90), at + 19);
    body.writeUInt8(140 + Math.round(Math.sin(second / 120) * 15) + noise(second * 11, 2), at + 21);
    body.writeUInt8(86 + (second % 3), at + 22);
  }
  const session = Buffer.from([
    0x42, 0, 0, 18, 0, 5, 253, 4, 0x86, 2, 4, 0x86, 7, 4, 0x86, 8, 4, 0x86, 5, 1, 0,
  ]);
  const said = Buffer.alloc(18);
  said.writeUInt8(2, 0);
  for (const [index, value] of [start + RECORDS, start, RECORDS * 1_000, RECORDS * 1_000].entries())
    said.writeUInt32LE(value, 1 + index * 4);
  said.writeUInt8(1, 17);
  const data = Buffer.concat([head, body, session, said]);
  const header = Buffer.alloc(14);
  header.writeUInt8(14, 0);
  header.writeUInt8(32, 1);
  header.writeUInt32LE(data.length, 4);
  header.write(".FIT", 8);
  const file = Buffer.concat([header, data, Buffer.alloc(2)]);
  file.writeUInt16LE(fitCrc(file, 0, file.length - 2), file.length - 2);
  return file;
}

async function archiveOf(path: string, files: number): Promise<void> {
  const { ZipFile } = createRequire(join(ROOT, "packages", "services", "package.json"))("yazl");
  const zip = new ZipFile();
  for (let day = 0; day < files; day += 1) {
    zip.addReadStreamLazy(
      `activities/${day}.fit.gz`,
      { compress: false },
      (give: (e: null, s: unknown) => void) =>
        import("node:stream").then(({ Readable }) => give(null, Readable.from([gzipSync(hourOf(day))]))),
    );
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** The same jitter for the same second, as sensors have it. */
function noise(seed: number, most: number): number {
  const mixed = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return (mixed >>> 8) % (most + 1);
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1_000;
}

/** CPU of a PostgreSQL server and everything it started, ended backends included, in milliseconds. */
function serverCpuMs(postmaster: number): number {
  const stat = (pid: string) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, "utf8");
      return text.slice(text.lastIndexOf(")") + 2).split(" ");
    } catch {
      return null;
    }
  };
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = stat(pid);
    if (!fields) continue;
    const own = Number(fields[11]) + Number(fields[12]);
    if (Number(pid) === postmaster) ticks += own + Number(fields[13]) + Number(fields[14]);
    else if (Number(fields[1]) === postmaster) ticks += own;
  }
  return ticks * 10;
}

type Measured = {
  files: number;
  floorMs: number;
  nodeMs: number;
  serverMs: number;
  rssMb: number;
  stored: number;
  json: number;
};

/** Imports an archive of as many runs into a database of its own, and the floor beside it: unzipping and decoding. */
async function measure(files: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-import-"));
  const ground = await openProvingGround("import");
  const [web, owner] = [createDb(ground.appUrl, { max: 2 }), createDb(ground.ownerUrl, { max: 1 })];
  try {
    const path = join(folder, "export.zip");
    await archiveOf(path, files);
    const before = floorOf(Math.min(files, 200));
    const athleteId = await makeAthlete(owner);
    const batchId = newId();
    const actor = { userId: athleteId };
    const now = new Date();
    await withActor(web, actor, (db) => beginImport({ db, actor, now }, { batchId, total: 1 }));
    const [{ pid }] = (await ground.ask<{ pid: number }>(
      "select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int as pid",
    )) as [{ pid: number }];
    const [node, server] = [process.cpuUsage(), serverCpuMs(pid)];
    const done = await importLocalFiles(
      web,
      { batchId, athleteId, files: [{ path, name: "export.zip" }] },
      {
        now: () => new Date(),
        onFailure: (error) => {
          throw error;
        },
      },
    );
    const [nodeMs, serverMs] = [cpuMs(node), serverCpuMs(pid) - server];
    // Before and after: on a machine that others use, a second's work costs another second's.
    const floorMs = ((before + floorOf(Math.min(files, 200))) / 2) * files;
    if (done.added !== files) throw new Error(`${done.added} of ${files} files were added`);
    const [{ stored }] = (await ground.ask<{ stored: number }>(
      `select (select sum(pg_column_size(s.*)) from activity_streams s)::float8 + (select sum(pg_column_size(t.*)) from activity_tracks t)::float8 as stored`,
    )) as [{ stored: number }];
    return {
      files,
      floorMs,
      nodeMs,
      serverMs,
      rssMb: process.resourceUsage().maxRSS / 1_024,
      stored: stored / files,
      json: await jsonBytes(ground),
    };
  } finally {
    await Promise.all([web.close(), owner.close()]);
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU of unzipping and decoding one of the files, by the same reader. */
function floorOf(files: number): number {
  const packed = Array.from({ length: files }, (_, day) => gzipSync(hourOf(day)));
  for (const bytes of packed.slice(0, 20)) readActivityFile(gunzipSync(bytes));
  const before = process.cpuUsage();
  for (const bytes of packed) readActivityFile(gunzipSync(bytes));
  return cpuMs(before) / files;
}

/** What the samples of one run take as a jsonb row, compressed as PostgreSQL does it by itself. */
async function jsonBytes(ground: Awaited<ReturnType<typeof openProvingGround>>): Promise<number> {
  const [session] = readActivityFile(hourOf(3)).sessions;
  const text = JSON.stringify(session?.samples).replaceAll("'", "''");
  await ground.ask("create table bench_json (samples jsonb)");
  await ground.ask(`insert into bench_json values ('${text}')`);
  const [row] = await ground.ask<{ bytes: number }>(
    "select pg_column_size(samples) as bytes from bench_json",
  );
  return row?.bytes ?? Number.NaN;
}

function measureApart(files: number): Measured {
  const args = ["--disable-warning=ExperimentalWarning", import.meta.filename, "--measure", String(files)];
  const child = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (child.status !== 0) throw new Error(`the import of ${files} files failed`);
  return JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "");
}

/** Measures the import (performance goals F3, F4, F6, F7); `--full` with 5,000 files instead of 2,000. */
async function run(args: readonly string[]): Promise<number> {
  const many = args.includes("--full") ? 5_000 : 2_000;
  const [few, lots] = [measureApart(100), measureApart(many)];
  for (const measured of [few, lots]) console.log(JSON.stringify(measured));
  const each = (value: number) => (value / lots.files).toFixed(1);
  const cost = (lots.nodeMs + lots.serverMs) / lots.floorMs;
  const rows: Row[] = [
    row(
      "F4",
      `${each(lots.nodeMs)} + ${each(lots.serverMs)} ms a file, unzip + decode ${each(lots.floorMs)} ms`,
      cost,
      1.6,
    ),
    row(
      "F6",
      `memory at most, 100 files ${few.rssMb.toFixed(0)} MB, ${many} files ${lots.rssMb.toFixed(0)} MB`,
      lots.rssMb / few.rssMb,
      1.2,
    ),
    row(
      "F7",
      `${Math.round(lots.stored)} bytes of samples a file ÷ ${Math.round(lots.json)} as jsonb`,
      lots.stored / lots.json,
      0.25,
    ),
  ];
  console.table(rows);
  console.log("F3, files unlike what other decoders say:");
  const isSame = await proveRealFiles();
  return isSame && rows.every(({ pass }) => pass) ? 0 : 1;
}

function row(id: string, what: string, now: number, goal: number): Row {
  return { id, what, goal: `≤ ${goal}`, now: now.toFixed(2), pass: now <= goal * SLACK };
}

if (import.meta.main) {
  const [mode, files] = process.argv.slice(2);
  if (mode === "--measure") console.log(JSON.stringify(await measure(Number(files))));
  else process.exitCode = await run(process.argv.slice(2));
}
