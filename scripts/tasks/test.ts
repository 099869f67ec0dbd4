import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { DATA, ROOT, WEB } from "../setup/paths.ts";
import { e2e } from "./e2e.ts";
import { verify } from "./verify.ts";

type Tally = { passed: number; failed: number; skipped: number };

const BIN = join(ROOT, "node_modules", ".bin");

/** Everything: static checks, unit and database tests, build, browser. All of it runs even when something fails. */
export async function test(): Promise<number> {
  const results = join(DATA, `results-${process.pid}`);
  mkdirSync(results, { recursive: true });
  try {
    const static_ = await stage("Static checks", verify);
    const units = join(results, "vitest.json");
    const vitest = await stage("Unit and database tests", () => runVitest(units));
    const journeys = join(results, "playwright.json");
    const hasJourneys = existsSync(join(WEB, "playwright.config.ts"));
    const browser = hasJourneys ? await stage("Build and browser tests", () => e2e([], journeys)) : 0;
    const tally = total([vitestTally(units), hasJourneys ? playwrightTally(journeys) : NOTHING]);
    const broken = [static_, vitest, browser].filter((code) => code !== 0).length;
    return finish(tally, broken);
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
    console.log(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  }
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
