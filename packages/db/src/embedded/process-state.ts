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
  const answer = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? basename(answer.stdout.trim()) : null;
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
