import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { walkArchive } from "../../packages/services/src/files/index.ts";
import { HOSTILE_FILES } from "../../packages/services/src/imports/hostile/hostile-files.ts";
import { mutations, soundSamples } from "../../packages/services/src/imports/hostile/mutate.ts";
import { readImportFile } from "../../packages/services/src/imports/import-file.ts";

const FLIPPED_FILES = 10_000;
const MOST_CPU_MS = 2_000;
const MOST_MB = 256;

type Used = { name: string; ms: number; mb: number };

/**
 * Reads every hostile file in a process of its own, and 10,000 files with bytes flipped or ends cut: none may end in
 * anything but sessions or a sentence, take two seconds of processor or 256 MB.
 */
export async function proveHostileFiles(): Promise<boolean> {
  const used = HOSTILE_FILES.map((_, index) => readApart(index));
  const over = used.filter(({ ms, mb }) => ms > MOST_CPU_MS || mb > MOST_MB);
  for (const { name, ms, mb } of over)
    console.log(`${name.slice(0, 60)}: ${ms.toFixed(0)} ms, ${mb.toFixed(0)} MB`);
  const most = (of: (file: Used) => number) => Math.max(...used.map(of)).toFixed(0);
  console.log(
    `${used.length} hostile files: at most ${most(({ ms }) => ms)} ms and ${most(({ mb }) => mb)} MB`,
  );
  const slowest = flipBytes();
  console.log(`${FLIPPED_FILES} files with flipped bytes: no crash; the slowest ${slowest.toFixed(0)} ms`);
  return over.length === 0 && slowest < MOST_CPU_MS;
}

function readApart(index: number): Used {
  const args = ["--disable-warning=ExperimentalWarning", import.meta.filename, String(index)];
  const child = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 60_000 });
  const name = HOSTILE_FILES[index]?.name ?? "";
  if (child.status !== 0) throw new Error(`${name} ended the process: ${child.stderr.slice(-500)}`);
  return { name, ...JSON.parse(child.stdout) };
}

/** Time and memory of reading one file, above those of an idle process that has the file's bytes. */
async function readOne(index: number): Promise<Omit<Used, "name">> {
  const file = HOSTILE_FILES[index];
  if (!file) throw new RangeError(`there is no hostile file ${index}`);
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    const path = join(folder, "upload");
    const bytes = file.make();
    writeFileSync(path, bytes);
    const before = { cpu: process.cpuUsage(), mb: process.memoryUsage().rss / 2 ** 20 };
    let peak = before.mb;
    const look = () => {
      peak = Math.max(peak, process.memoryUsage().rss / 2 ** 20);
    };
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      try {
        for await (const entry of walkArchive(path, folder)) {
          const content = await entry.read().catch(() => null);
          if (content) readImportFile({ name: entry.name, bytes: content });
          look();
        }
      } catch {} // its sentence is what the test beside the importer looks at
    } else readImportFile({ name: file.name, bytes });
    look();
    const cpu = process.cpuUsage(before.cpu);
    return { ms: (cpu.user + cpu.system) / 1_000, mb: peak - before.mb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function flipBytes(): number {
  let slowest = 0;
  for (const { name, bytes } of mutations(soundSamples(), FLIPPED_FILES)) {
    const before = process.cpuUsage();
    readImportFile({ name, bytes });
    const used = process.cpuUsage(before);
    slowest = Math.max(slowest, (used.user + used.system) / 1_000);
  }
  return slowest;
}

if (import.meta.main) console.log(JSON.stringify(await readOne(Number(process.argv[2]))));
