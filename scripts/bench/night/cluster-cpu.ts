import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc: 100 on every Linux. */
const TICK_MS = 10;

/** CPU time in ms that a PostgreSQL server has used, with all its processes, those that are gone included. */
export function clusterCpuMs(postmaster: number): number {
  let total = ticksOf(postmaster, true);
  for (const entry of readdirSync("/proc")) {
    if (/^\d+$/.test(entry) && parentOf(Number(entry)) === postmaster) total += ticksOf(Number(entry), false);
  }
  return total * TICK_MS;
}

function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null; // it ended meanwhile: the postmaster's count of its children has it
  }
}

function parentOf(pid: number): number {
  return Number(statOf(pid)?.[1]);
}

function ticksOf(pid: number, withChildren: boolean): number {
  const stat = statOf(pid);
  if (!stat) return 0;
  const [user, system, childUser, childSystem] = stat.slice(11, 15).map(Number);
  return (user ?? 0) + (system ?? 0) + (withChildren ? (childUser ?? 0) + (childSystem ?? 0) : 0);
}
