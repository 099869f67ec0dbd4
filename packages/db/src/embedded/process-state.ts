import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";

/** Whether a process runs. One that ended and was never collected by its parent (a zombie) does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return !isZombie(pid);
}

/** The name of the program a process runs, or null when the system does not tell. */
export function programOf(pid: number): string | null {
  if (process.platform === "linux") return linuxProgram(pid);
  if (process.platform === "win32") return null;
  const command = ask("comm=", pid);
  return command === null ? null : basename(command);
}

/**
 * Tells a process from a later one with the same number: when it was started, in the system's own words.
 * Null when there is no such process, or the system does not tell.
 */
export function birthOf(pid: number): string | null {
  if (process.platform === "win32") return null;
  if (process.platform !== "linux") return ask("lstart=", pid);
  const stat = readProc(pid, "stat");
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null; // field 22: clock ticks since boot
}

/** Resolves once the process is gone; false when it still runs after the given time. */
export async function waitForEnd(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

function ask(column: string, pid: number): string | null {
  const answer = spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

function linuxProgram(pid: number): string | null {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
  } catch {
    return readProc(pid, "comm")?.trim() ?? null; // another account's process hides its path, not its name
  }
}

function isZombie(pid: number): boolean {
  const stat = process.platform === "linux" ? readProc(pid, "stat") : null;
  return stat?.slice(stat.lastIndexOf(")") + 2).startsWith("Z") ?? false;
}

function readProc(pid: number, name: "comm" | "stat"): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return null;
  }
}
