import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isAlive } from "./process-state.ts";

/** The longest a start may hold its lock; one that is older was left behind by a process that was killed. */
const LONGEST_START_MS = 90_000;

/** A killed process may leave the file before its number is in it. */
const LONGEST_WRITE_MS = 5_000;

const held = new Set<string>();

/** Runs the work while no other process does it for the same data directory; a dead holder's lock is taken over. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = `${dataDir}.starting`;
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 25));
  held.add(lock);
  try {
    return await work();
  } finally {
    held.delete(lock);
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (isAbandoned(lock)) rmSync(lock, { force: true });
  return false;
}

function isAbandoned(lock: string): boolean {
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (!stat) return false;
  const ageMs = Date.now() - stat.mtimeMs;
  if (ageMs > LONGEST_START_MS) return true;
  const text = readText(lock);
  if (text === "") return ageMs > LONGEST_WRITE_MS;
  const pid = Number(text);
  return pid === process.pid ? !held.has(lock) : !isAlive(pid);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
