import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf, isAlive } from "../../packages/db/src/embedded/process-state.ts";

type Instance = { pid: number; birth: string | null; url: string };

export type Claim = {
  announce(url: string): void;
  release(): void;
};

/**
 * Makes sure that one Mesocycle at a time works on this data folder. A second start is told where the first
 * one is; one that was killed is forgotten, even if its number belongs to another process by now.
 */
export function claimInstance(dataDir: string): Claim {
  const file = join(dataDir, "running.json");
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const other = readInstance(file);
  if (other && isSameProcess(other)) {
    const where = other.url || "it is just starting";
    throw new Error(
      `Mesocycle already runs here (process ${other.pid}): ${where}\n` +
        `Use that one, or stop it with Ctrl-C in its window (or: kill ${other.pid}) and start again.`,
    );
  }
  const write = (url: string) => {
    const instance: Instance = { pid: process.pid, birth: birthOf(process.pid), url };
    writeFileSync(file, JSON.stringify(instance), { mode: 0o600 });
  };
  write("");
  return { announce: write, release: () => rmSync(file, { force: true }) };
}

/** Where the Mesocycle that works on this data folder answers; null when none does. */
export function runningUrl(dataDir: string): string | null {
  const instance = readInstance(join(dataDir, "running.json"));
  return instance && isSameProcess(instance) ? instance.url || null : null;
}

function isSameProcess({ pid, birth }: Instance): boolean {
  return pid !== process.pid && isAlive(pid) && birthOf(pid) === birth;
}

function readInstance(file: string): Instance | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Instance;
  } catch {
    return null;
  }
}
