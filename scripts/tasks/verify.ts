import { join } from "node:path";
import { capture } from "../process/run-command.ts";
import { ROOT, WEB } from "../setup/paths.ts";

type Check = { name: string; command: string; args: string[]; first?: string[] };

const BIN = join(ROOT, "node_modules", ".bin");
const NEXT = join(WEB, "node_modules", "next", "dist", "bin", "next");

/**
 * Two programs for all packages: what runs on plain Node, and what is drawn. A program a package would check the
 * packages below it again each time. One thread each, because the two run side by side; the longest checks begin.
 */
const CHECKS: Check[] = [
  { name: "types of the site", command: "tsc", args: typesOf("web"), first: [NEXT, "typegen"] },
  { name: "types", command: "tsc", args: typesOf("node") },
  { name: "format and lint", command: "biome", args: ["check", "--error-on-warnings"] },
  { name: "unused code", command: "knip", args: ["--no-progress"] },
  { name: "architecture", command: "vitest", args: ["run", "tooling/"] },
  { name: "package boundaries", command: "turbo", args: ["boundaries"] },
];

/** What has not changed since the last time is not checked again. */
function typesOf(program: "node" | "web"): string[] {
  const memory = join(ROOT, ".tools", `types-${program}.json`);
  const options = ["--noEmit", "--incremental", "--tsBuildInfoFile", memory, "--checkers", "1"];
  return ["-p", join(ROOT, "tooling", `tsconfig.${program}.json`), ...options];
}

const QUIET = {
  FORCE_COLOR: "0",
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};
/** The compiler, a Go program, tidies its memory half as often: a fifth less to compute. */
const SPARING = { GOGC: "300" };

/**
 * Checks that need no database. All of them run, two at a time; each that fails says what it found.
 *
 * @param withTests false where all tests run anyway
 */
export async function verify({ withTests = true } = {}): Promise<number> {
  const waiting = CHECKS.filter(({ command }) => withTests || command !== "vitest");
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

async function passes({ name, command, args, first }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const options = { cwd: ROOT, env: { ...process.env, ...QUIET, ...SPARING } };
  const before = first ? await capture(process.execPath, first, { ...options, cwd: WEB }) : null;
  const { code, output } = before?.code ? before : await capture(join(BIN, command), args, options);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
