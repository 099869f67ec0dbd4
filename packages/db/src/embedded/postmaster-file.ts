import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes into its data directory. Line 4 is the port, line 8 how far it has come. */
export type Postmaster = { pid: number; dataDir: string; port: number; status: string };

/** Reads `postmaster.pid`; null when no server claims the directory. */
export function readPostmaster(dataDir: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(postmasterFile(dataDir), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Math.abs(Number(lines[0])); // negative: a single-user server
  return { pid, dataDir: lines[1] ?? "", port: Number(lines[3] ?? 0), status: lines[7] ?? "" };
}

export function postmasterFile(dataDir: string): string {
  return join(dataDir, "postmaster.pid");
}
