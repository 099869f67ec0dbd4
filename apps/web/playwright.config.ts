import { join } from "node:path";
import { defineConfig, type ReporterDescription } from "@playwright/test";

const ROOT_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page is looked at once: to compile it for speed would cost more than it saves. */
const ARGS = ["--js-flags=--no-opt,--no-maglev"];

const isRoot = process.getuid?.() === 0;
const ground = process.env.E2E_GROUND ?? "";
const results = process.env.E2E_RESULTS;
const reporter: ReporterDescription[] = [["list"]];
if (results) reporter.push(["json", { outputFile: join(results, `${ground}.json`) }]);

/** The server, the worker, the database and the mail catcher are started by `node scripts/tasks.ts e2e`. */
export default defineConfig({
  testDir: join("e2e", ground),
  outputDir: join("test-results", ground),
  fullyParallel: false,
  // The first run makes the owner whom the other journeys need: one after another, in the order of the names.
  workers: 1,
  ...(process.env.E2E_WITHOUT_LONG ? { grepInvert: /@long/ } : {}),
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A journey with axe on every page takes a minute on two busy cores.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter,
  use: {
    baseURL: process.env.E2E_APP_URL ?? "http://localhost:3000",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    // A worker that keeps every page asks for two more at each new context: only the offline journeys want it.
    serviceWorkers: "block",
    timezoneId: "Europe/Berlin",
    // A trace records every step of every journey, only to throw it away: E2E_TRACE=1 asks for one.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    video: "off",
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM || undefined,
      args: isRoot ? [...ARGS, ...ROOT_ARGS] : ARGS,
    },
  },
});
