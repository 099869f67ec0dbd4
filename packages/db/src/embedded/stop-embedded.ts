import { readPostmaster } from "./postmaster-file.ts";
import { isAlive, programOf, waitForEnd } from "./process-state.ts";
import { serverAccount } from "./server-account.ts";
import { reachableDataDir } from "./server-home.ts";

const FAST_STOP_MS = 30_000;

/**
 * Stops the server of a data directory, if one runs: open connections end, everything written is kept.
 *
 * @returns where the data really are
 */
export async function stopEmbedded(dataDir: string): Promise<string> {
  const place = reachableDataDir(dataDir, serverAccount(dataDir));
  const postmaster = readPostmaster(place);
  if (postmaster) await stopProcess(postmaster.pid);
  return place;
}

/** SIGINT asks for a fast shutdown; a server that hangs is ended the way a crash would, which it survives. */
export async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid) || !(programOf(pid) ?? "postgres").startsWith("postgres")) return;
  process.kill(pid, "SIGINT");
  if (await waitForEnd(pid, FAST_STOP_MS)) return;
  process.kill(pid, "SIGQUIT");
  await waitForEnd(pid, FAST_STOP_MS);
}
