import { join } from "node:path";
import { capture } from "../process/run-command.ts";
import { ROOT } from "../setup/paths.ts";

type Check = { name: string; command: string; args: string[] };

const BIN = join(ROOT, "node_modules", ".bin");

const CHECKS: Check[] = [
  { name: "format and lint", command: "biome", args: ["check", "--error-on-warnings"] },
  { name: "package boundaries", command: "turbo", args: ["boundaries"] },
  { name: "types", command: "turbo", args: ["run", "typecheck", "--output-logs=errors-only"] },
  { name: "types of scripts", command: "tsc", args: ["--noEmit", "-p", "scripts"] },
  { name: "unused code", command: "knip", args: ["--no-progress"] },
  { name: "architecture", command: "vitest", args: ["run", "--project", "tooling"] },
];

/** Checks that need no database. All of them run, two at a time; each that fails says what it found. */
export async function verify(): Promise<number> {
  const waiting = [...CHECKS];
  const failed: string[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name);
    }
  };
  await Promise.all([worker(), worker()]);
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

async function passes({ name, command, args }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await capture(join(BIN, command), args, {
    cwd: ROOT,
    env: { ...process.env, FORCE_COLOR: "0", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
