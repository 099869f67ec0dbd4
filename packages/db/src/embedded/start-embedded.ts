import { existsSync, readdirSync } from "node:fs";
import { checkDataDir } from "./check-data-dir.ts";
import { createDataDir } from "./create-data-dir.ts";
import { findBinaries } from "./find-binaries.ts";
import { findRunning } from "./find-running.ts";
import { launchServer } from "./launch-server.ts";
import type { Postmaster } from "./postmaster-file.ts";
import { type ServerAccount, serverAccount } from "./server-account.ts";
import { reachableBinaries, reachableDataDir } from "./server-home.ts";
import { ask, serverUrl } from "./server-url.ts";
import { withStartLock } from "./start-lock.ts";
import { stopProcess } from "./stop-embedded.ts";

const DATABASE = "mesocycle";

export type EmbeddedOptions = {
  dataDir: string;
  /** False only for tests: nothing is flushed to disk. */
  durable: boolean;
  /** Preferred port; another free one is taken while it is in use. */
  port?: number;
};

export type EmbeddedServer = {
  /** The superuser's address of the database `mesocycle`. */
  url: string;
  pid: number;
  port: number;
  /** Where the data really are: elsewhere when the server's account cannot reach the folder asked for. */
  dataDir: string;
  /** True when a running server was found and taken over. */
  adopted: boolean;
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL on a data directory, or takes over the one that already runs there. The
 * server is a process of its own: it survives the death of whoever started it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = serverAccount(options.dataDir);
  const dataDir = reachableDataDir(options.dataDir, account);
  return withStartLock(dataDir, async () => {
    const running = existsSync(dataDir) ? await findRunning(dataDir) : null;
    const postmaster = running ?? (await launch(dataDir, options, account));
    const url = await openDatabase(dataDir, postmaster.port, options.durable);
    return {
      url,
      pid: postmaster.pid,
      port: postmaster.port,
      dataDir,
      adopted: running !== null,
      stop: () => stopProcess(postmaster.pid),
    };
  });
}

function launch(dataDir: string, options: EmbeddedOptions, account: ServerAccount): Promise<Postmaster> {
  const home = reachableBinaries(findBinaries(), account);
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) {
    createDataDir(home, dataDir, account, options.durable);
  }
  checkDataDir(dataDir, account);
  return launchServer({ home, dataDir, account, durable: options.durable, port: options.port });
}

async function openDatabase(dataDir: string, port: number, durable: boolean): Promise<string> {
  const maintenance = serverUrl(dataDir, port, "postgres");
  const [found] = await ask<{ exists: boolean; safe: boolean }>(
    maintenance,
    `select exists(select from pg_database where datname = '${DATABASE}') as exists,
            current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'
              and current_setting('synchronous_commit') = 'on' as safe`,
  );
  if (durable && !found?.safe) {
    throw new Error(
      `The server on ${dataDir} runs with fsync, full_page_writes or synchronous_commit off: a power cut would ` +
        "lose what was saved. Stop it and remove these settings.",
    );
  }
  if (!found?.exists) await ask(maintenance, `create database ${DATABASE}`);
  return serverUrl(dataDir, port, DATABASE);
}
