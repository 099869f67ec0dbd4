// What `npm start`, `npm test` and their siblings do, once scripts/run.mjs has everything in place.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./setup/paths.ts";

type Task = { about: string; run: (args: string[]) => Promise<number> };

const TASKS: Record<string, Task> = {
  start: {
    about: "runs Mesocycle: database, web, worker (npm start)",
    run: async () => (await import("./tasks/start.ts")).start(),
  },
  dev: {
    about: "the same with hot reload, for developing",
    run: async () => (await import("./tasks/dev.ts")).dev(),
  },
  verify: {
    about: "static checks: lint, boundaries, types, unused code, architecture",
    run: async () => (await import("./tasks/verify.ts")).verify(),
  },
  test: {
    about: "everything: static checks, unit and database tests, build, browser (npm test)",
    run: async () => (await import("./tasks/test.ts")).test(),
  },
  "test:long": {
    about: "the deep form of the tests that have one: all seasons, zones and histories",
    run: async (args) => (await import("./tasks/test-long.ts")).testLong(args),
  },
  e2e: {
    about: "the browser tests alone, with Playwright's arguments",
    run: async (args) => (await import("./tasks/e2e.ts")).e2e(args),
  },
  bench: {
    about: "bench <name>: a measurement of scripts/bench",
    run: async (args) => (await import("./tasks/bench.ts")).bench(args),
  },
  prove: {
    about: "prove writes|nights|backends|files|hostile: the durability proofs of docs/durability.md",
    run: async (args) => (await import("./tasks/prove.ts")).prove(args),
  },
  mesocycle: {
    about: "the mesocycle command line with a database",
    run: async (args) => (await import("./tasks/mesocycle.ts")).mesocycle(args),
  },
};

process.exitCode = await runTask(process.argv[2] ?? "help", process.argv.slice(3));

async function runTask(name: string, args: string[]): Promise<number> {
  const task = TASKS[name];
  if (!task) {
    const list = Object.entries(TASKS).map(([key, { about }]) => `  npm run ${key.padEnd(10)} ${about}`);
    console.error(`There is no task "${name}".\n${list.join("\n")}`);
    return 2;
  }
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
  try {
    return await task.run(args);
  } catch (error) {
    console.error(`\n${explain(error as NodeJS.ErrnoException)}\n`);
    return 1;
  }
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") {
    return `The installation is incomplete (${error.message}).\nDelete the folders node_modules and .tools, then run the same command again.`;
  }
  if (error.code === "EACCES" || error.code === "EPERM") {
    return `${error.message}\nStart as the account that owns this folder, or make it yours: sudo chown -R "$(id -u)" '${ROOT}'`;
  }
  if (error.code === "ENOSPC")
    return `The disk is full (${error.message}). Make room, then run the same command again.`;
  return process.env.MESOCYCLE_DEBUG ? (error.stack ?? String(error)) : error.message;
}
