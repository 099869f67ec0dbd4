import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { binary } from "./find-binaries.ts";
import { findRunning } from "./find-running.ts";
import { type Postmaster, readPostmaster } from "./postmaster-file.ts";
import { runAs, type ServerAccount } from "./server-account.ts";

const RETRY_FOR_MS = 20_000;
const STARTUP_MS = 120_000; // crash recovery after a busy day may take a while
const LOG_LIMIT_BYTES = 10_000_000;

/** What a dead server's last children hold for a moment; they notice and leave by themselves. */
const PASSING_TROUBLE = /lock file .* already exists|shared memory block .* is still in use|could not bind/;

export type LaunchOptions = {
  home: string;
  dataDir: string;
  account: ServerAccount;
  durable: boolean;
  port: number | undefined;
};

/**
 * Starts the server, again and again for 20 s while the remains of a killed one are still in its way. What is in its way
 * may live: a start that was killed a moment ago had begun one that had not written its number yet. That one is taken.
 */
export async function launchServer(options: LaunchOptions): Promise<Postmaster> {
  const deadline = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const port = await freePort(options.port);
    const logFrom = openLog(options.dataDir);
    const postmaster = await launchOnce(options, port);
    if (postmaster) return postmaster;
    const said = readFileSync(logFile(options.dataDir), "utf8").slice(logFrom).trim();
    if (!PASSING_TROUBLE.test(said)) throw refusal(options.dataDir, said);
    const running = await findRunning(options.dataDir);
    if (running) return running;
    if (Date.now() > deadline) throw refusal(options.dataDir, said);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function launchOnce(options: LaunchOptions, port: number): Promise<Postmaster | null> {
  const log = openSync(logFile(options.dataDir), "a", 0o600);
  const child = spawn(binary(options.home, "postgres"), serverArgs(options, port), {
    ...runAs(options.account),
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH, LC_ALL: "C", SystemRoot: process.env.SystemRoot, NODE_ENV: "production" },
    windowsHide: true,
  });
  closeSync(log);
  child.unref();
  return untilReady(options.dataDir, child);
}

async function untilReady(dataDir: string, child: ChildProcess): Promise<Postmaster | null> {
  let failure: Error | null = null;
  child.once("error", (error) => {
    failure = error;
  });
  const deadline = Date.now() + STARTUP_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (failure) throw failure;
    const claim = readPostmaster(dataDir);
    if (claim?.pid === child.pid && claim?.status === "ready") return claim;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return null;
}

function serverArgs({ dataDir, durable }: LaunchOptions, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    password_encryption: "scram-sha-256",
    ...(durable ? { fsync: "on", full_page_writes: "on", synchronous_commit: "on" } : FORGETFUL),
  };
  return ["-D", dataDir, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
}

/** For tests alone: fast, and a crash may lose everything. */
const FORGETFUL = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  autovacuum: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "200",
};

/** The wanted port while it is free, else any free one. */
async function freePort(wanted: number | undefined): Promise<number> {
  return (wanted !== undefined && (await tryPort(wanted))) || ((await tryPort(0)) as number);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ port, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}

function logFile(dataDir: string): string {
  return join(dataDir, "server.log");
}

/** Puts a long log aside and returns where this start's lines begin. */
function openLog(dataDir: string): number {
  const size = statSync(logFile(dataDir), { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  renameSync(logFile(dataDir), `${logFile(dataDir)}.1`);
  return 0;
}

function refusal(dataDir: string, said: string): Error {
  const hint = /No space left on device/.test(said)
    ? " Make room on that disk."
    : " If its files are damaged: move the folder away, start again and restore a backup.";
  const lines = said.split("\n").slice(-8).join("\n");
  return new Error(
    `PostgreSQL does not start in ${dataDir}.${hint} It says:\n${lines}\n(${logFile(dataDir)})`,
  );
}
