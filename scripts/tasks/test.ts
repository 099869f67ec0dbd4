import { existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { DATA, ROOT } from "../setup/paths.ts";
import { verify } from "./verify.ts";

type Tally = { passed: number; failed: number; skipped: number };

const BIN = join(ROOT, "node_modules", ".bin");

/**
 * Everything: static checks, unit and database tests, build, browser. All of it runs even when something fails.
 * The browser waits for the server more than it computes: the journeys run beside the tests, on a site and a
 * database of their own, and what they say is shown when they are over.
 */
export async function test(): Promise<number> {
  const results = join(DATA, `results-${process.pid}`);
  mkdirSync(results, { recursive: true });
  const files = { units: join(results, "vitest.json"), journeys: join(results, "journeys") };
  try {
    const startedAt = performance.now();
    const browser = runJourneys(files.journeys, join(results, "browser.log"));
    const codes = [
      await stage("Static checks", () => verify({ withTests: false })),
      await stage("Unit and database tests", () => runVitest(files.units)),
    ];
    codes.push(await stage("Build and browser tests, meanwhile", () => browser.ended()));
    console.log(`\nAll of it: ${seconds(startedAt)} s`);
    const tally = total([vitestTally(files.units), ...journeyTallies(files.journeys)]);
    return finish(tally, codes.filter((code) => code !== 0).length);
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

async function stage(title: string, run: () => Promise<number>): Promise<number> {
  console.log(`\n${title}`);
  const startedAt = performance.now();
  try {
    return await run();
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    console.log(`${title}: ${seconds(startedAt)} s`);
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

/** Starts the journeys in a process of their own; `ended` waits for them and shows what they said. */
function runJourneys(results: string, logFile: string) {
  const log = openSync(logFile, "w");
  const command = [join(ROOT, "scripts", "tasks.ts"), "e2e"];
  const ended = runInForeground(process.execPath, [...process.execArgv, ...command], {
    cwd: ROOT,
    env: { ...process.env, E2E_RESULTS: results, E2E_WITHOUT_LONG: "1" },
    // The channel tells them when we are gone: they end too, with all they started.
    stdio: ["ignore", log, log, "ipc"],
  });
  ended.catch(() => {}); // told by ended(), when the tests before it are over
  return {
    ended: async () => {
      const code = await ended;
      process.stdout.write(readFileSync(logFile));
      return code;
    },
  };
}

function runVitest(results: string): Promise<number> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  return runInForeground(join(BIN, "vitest"), ["run", ...reporters], { cwd: ROOT });
}

function vitestTally(file: string): Tally {
  const json = readJson(file) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  } | null;
  if (!json) return NOTHING;
  return { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests };
}

/** One of each ground of journeys. */
function journeyTallies(folder: string): Tally[] {
  return globSync("*.json", { cwd: folder }).map((name) => playwrightTally(join(folder, name)));
}

function playwrightTally(file: string): Tally {
  const json = readJson(file) as {
    stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number>;
  } | null;
  if (!json) return NOTHING;
  const { expected, unexpected, flaky, skipped } = json.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function total(tallies: Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((n, tally) => n + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The last line counts tests; a stage that broke without a failed test (lint, build) counts as one. */
function finish(tally: Tally, brokenStages: number): number {
  const failed = Math.max(tally.failed, brokenStages);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  console.log(`\n${tally.passed} passed, ${failed} failed${skipped}`);
  return failed > 0 ? 1 : 0;
}
