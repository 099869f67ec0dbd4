import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const FOLLOW_PARENT = new URL("./follow-parent.mjs", import.meta.url).href;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** A program that ran this long was healthy: its next failure starts counting anew. */
const HEALTHY_MS = 60_000;
const POLITE_MS = 1_500;
const LOG_LIMIT_BYTES = 10_000_000;

export type Program = {
  name: string;
  script: string;
  env: NodeJS.ProcessEnv;
  logDir: string;
  args?: string[];
  cwd?: string;
  /** For programs that mostly wait: a third of the memory, at some cost in speed. */
  isFrugal?: boolean;
};

export type Supervised = { name: string; pid(): number | undefined; logFile: string; stop(): Promise<void> };

/** Keeps a Node program running: whenever it ends by itself it is started again, ever more patiently. */
export function supervise(program: Program): Supervised {
  const logFile = join(program.logDir, `${program.name}.log`);
  let child: ChildProcess = launch(program, logFile);
  let stopping = false;
  let delayMs = FIRST_DELAY_MS;
  let timer: NodeJS.Timeout | undefined;

  const watch = () => {
    const startedAt = Date.now();
    child.once("exit", (code, signal) => {
      if (stopping) return;
      if (Date.now() - startedAt > HEALTHY_MS) delayMs = FIRST_DELAY_MS;
      console.error(
        `${program.name} ended (${signal ?? `code ${code}`}); starting it again. Its log: ${logFile}`,
      );
      if (code !== 0 && delayMs === FIRST_DELAY_MS) console.error(lastLines(logFile));
      timer = setTimeout(() => {
        child = launch(program, logFile);
        watch();
      }, delayMs);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    });
  };
  watch();

  return {
    name: program.name,
    pid: () => child.pid,
    logFile,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await end(child);
    },
  };
}

function launch(program: Program, logFile: string): ChildProcess {
  const log = openLog(logFile);
  const frugal = program.isFrugal ? ["--max-semi-space-size=2"] : [];
  const args = [
    ...frugal,
    "--disable-warning=ExperimentalWarning",
    "--import",
    FOLLOW_PARENT,
    program.script,
  ];
  const child = spawn(process.execPath, [...args, ...(program.args ?? [])], {
    cwd: program.cwd ?? dirname(program.script),
    env: { ...program.env, MESOCYCLE_SUPERVISOR: String(process.pid) },
    stdio: ["ignore", log, log, "ipc"],
    detached: process.platform !== "win32", // Ctrl-C is for the supervisor, who stops them in order
  });
  closeSync(log);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), POLITE_MS);
  await gone;
  clearTimeout(force);
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function lastLines(file: string): string {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-12);
  return lines.map((line) => `  ${line.slice(0, 400)}`).join("\n");
}
