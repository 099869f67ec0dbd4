import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "../process/run-command.ts";
import { ROOT, WEB } from "./paths.ts";

const NEXT = join(WEB, ".next");
const STANDALONE = join(NEXT, "standalone", "apps", "web");
const MARK = join(NEXT, "built-from");

/** What goes into the built site. */
const SOURCES = [
  "apps/web",
  "packages/core/src",
  "packages/db/src",
  "packages/services/src",
  "packages/ui/src",
];
const SETTINGS = ["pnpm-lock.yaml", "tooling/tsconfig.base.json", "packages/core/package.json"];
const NOT_SOURCES = new Set(["node_modules", ".next", "e2e", "test-results", "playwright-report", ".turbo"]);

/** The built server's start file; builds first when a source has changed since the last time. */
export async function buildWeb(signal?: AbortSignal): Promise<string> {
  const server = join(STANDALONE, "server.js");
  const mark = sourceMark();
  if (existsSync(server) && existsSync(MARK) && readFileSync(MARK, "utf8") === mark) return server;
  console.error("Building the site … (only after a change; about a minute)");
  rmSync(MARK, { force: true });
  const next = join(WEB, "node_modules", "next", "dist", "bin", "next");
  await runQuietly("The site could not be built", process.execPath, [next, "build"], {
    cwd: WEB,
    signal,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", NO_COLOR: "1" },
  });
  cpSync(join(NEXT, "static"), join(STANDALONE, ".next", "static"), { recursive: true });
  if (existsSync(join(WEB, "public")))
    cpSync(join(WEB, "public"), join(STANDALONE, "public"), { recursive: true });
  writeFileSync(MARK, mark);
  return server;
}

function sourceMark(): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of [...SOURCES.flatMap(filesOf), ...SETTINGS]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest("hex");
}

function filesOf(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(
      (entry) =>
        !NOT_SOURCES.has(entry.name) && !/\.test\.tsx?$|next-env\.d\.ts$|tsbuildinfo$/.test(entry.name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesOf(file) : [file];
    });
}
