import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { ROOT } from "../setup/paths.ts";

const TEST = "apps/web/src/trpc/statements.long.test.ts";
/** What a calendar's year cannot be smaller than, gzipped: performance goal W4. */
const FLOOR_BYTES = 1_195;

type Count = { statements: number; bytes: number };
type Line =
  | { id: "W7"; counts: Record<string, { ten?: Count; all: Count }> }
  | { id: "W5"; bytes: number }
  | { id: "W4"; bytes: number; year: number; weeks: number };
type Row = { id: string; what: string; goal: string; now: string; pass: boolean };

/**
 * Statements and bytes of every procedure for 10 and for 200 athletes (performance goals W4, W5, W7). Exact: the counts
 * are the same on every machine. Exit code 1 on a miss.
 */
async function run(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "bench-queries-"));
  const report = join(folder, "report.jsonl");
  try {
    const vitest = join(ROOT, "node_modules", ".bin", "vitest");
    const env = { ...process.env, MESOCYCLE_LONG: "1", MESOCYCLE_BENCH_REPORT: report };
    await runInForeground(vitest, ["run", TEST], { cwd: ROOT, env });
    const lines = readFileSync(report, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    const rows = lines.flatMap(rowsOf);
    console.table(rows);
    return rows.length > 0 && rows.every(({ pass }) => pass) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(line: Line): Row[] {
  if (line.id === "W7") return countRows(line.counts);
  if (line.id === "W5") {
    const pass = line.bytes <= 8_192;
    return [
      { id: "W5", what: "table of 200 athletes, gzipped", goal: "≤ 8192 B", now: `${line.bytes} B`, pass },
    ];
  }
  const pass = line.bytes <= 5_120;
  const now = `${line.bytes} B (${line.year} and ${line.weeks}), ${(line.bytes / FLOOR_BYTES).toFixed(1)} × the floor`;
  const what = "a year of calendar in outline, four weeks of it in full, gzipped";
  return [{ id: "W4", what, goal: "≤ 5120 B", now, pass }];
}

function countRows(counts: Record<string, { ten?: Count; all: Count }>): Row[] {
  const all = Object.entries(counts);
  const grown = all.filter(([, { ten, all: many }]) => ten?.statements !== many.statements);
  const most = all.toSorted(([, a], [, b]) => b.all.statements - a.all.statements);
  const told = most.slice(0, 8).map(([name, { all: many }]) => `${name} ${many.statements}`);
  const few = all.filter(([, { all: many }]) => many.statements <= 4).length;
  console.log(`Most statements: ${told.join(", ")}`);
  return [
    {
      id: "W7",
      what: `procedures of ${all.length} that say more for 200 athletes than for 10`,
      goal: "0",
      now: grown.length === 0 ? "0" : grown.map(([name]) => name).join(", "),
      pass: grown.length === 0,
    },
    {
      id: "W7",
      what: "procedures with at most four statements, who may ask included",
      goal: "told",
      now: `${few} of ${all.length}`,
      pass: true,
    },
  ];
}

process.exitCode = await run();
