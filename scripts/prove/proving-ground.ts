import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type RoleUrls, roleUrls, stopEmbedded } from "../../packages/db/src/embedded/index.ts";
import { waitForEnd } from "../../packages/db/src/embedded/process-state.ts";
import { migrate } from "../../packages/db/src/migrate.ts";
import { startServer } from "../setup/open-database.ts";
import { DATA, ROOT } from "../setup/paths.ts";
import { removeLeftGrounds } from "../setup/remove-left-grounds.ts";
import { loadSecrets } from "../setup/secrets.ts";

type Row = Record<string, unknown>;

const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type ProvingGround = RoleUrls & {
  ownerUrl: string;
  dataDir: string;
  /** The process id of the server, another one after a restart. */
  postmaster(): number;
  /** Asks as the owner, behind the product's back. */
  ask<T extends Row = Row>(question: string): Promise<T[]>;
  /** Ends the server the hard way, with all its children or alone, and starts it again on the same port. */
  killAndRestart(whole: boolean): Promise<void>;
  close(): Promise<void>;
};

/** A durable PostgreSQL of its own, migrated, to be killed as often as one likes. */
export async function openProvingGround(name: string): Promise<ProvingGround> {
  await removeLeftGrounds();
  const dataDir = join(DATA, `prove-${name}-${process.pid}-${randomBytes(3).toString("hex")}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const { passwords } = loadSecrets(dataDir);
  let server = await startServer(dataDir, true);
  const ownerUrl = server.url;
  await migrate(ownerUrl, passwords);
  // The server outlives whoever started it: told to end, we end it first.
  const end = () => {
    kill(server.pid, "SIGQUIT");
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(130);
  };
  for (const signal of ENDINGS) process.once(signal, end);
  return {
    ...roleUrls(ownerUrl, passwords),
    ownerUrl,
    dataDir,
    postmaster: () => server.pid,
    ask: (question) => ask(ownerUrl, question),
    killAndRestart: async (whole) => {
      const children = whole ? await ask<{ pid: number }>(ownerUrl, "select pid from pg_stat_activity") : [];
      for (const pid of [server.pid, ...children.map((child) => child.pid)]) kill(pid);
      await waitForEnd(server.pid, 10_000);
      const port = server.port;
      server = await startServer(dataDir, true);
      if (server.port !== port) throw new Error(`port ${port} was taken while the server was down`);
    },
    close: async () => {
      for (const signal of ENDINGS) process.off(signal, end);
      const place = await stopEmbedded(join(dataDir, "postgres"));
      rmSync(place, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function ask<T extends Row = Row>(url: string, question: string): Promise<T[]> {
  const postgres = createRequire(join(ROOT, "packages", "db", "package.json"))("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function kill(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(pid, signal);
  } catch {} // it went with its postmaster
}
