import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildWeb } from "../setup/build-web.ts";
import { makeAthletes } from "./log-one.ts";
import { openProvingGround, type ProvingGround } from "./proving-ground.ts";
import { startWebUnderLoad } from "./web-under-load.ts";

const KILLS = 50;
/** Generous, for a machine that is busy with other things; the longest wait is told. */
const BACK_WITHIN_MS = 60_000;
const FIRST_ANSWER_MS = 120_000;
const LOAD_CLIENT = fileURLToPath(new URL("./load-client.ts", import.meta.url));

/** Something that serves, must keep its process, and must serve again after each kill. */
export type Server = {
  name: string;
  pid(): number | undefined;
  served(): number;
  rejected(): number;
  /** The last fault a client saw. */
  said?(): string;
  stop(): Promise<void>;
};

/**
 * A dead database connection costs the requests on it and nothing else: backends are killed with -9 in the
 * middle of a transaction, fifty times, under load; the process that served them keeps its number and serves on.
 */
export async function proveBackends(): Promise<boolean> {
  const driver = await killBackendsOf("backends", startLoadClient);
  const script = await buildWeb();
  const web = await killBackendsOf("backends-web", (ground) => startWebUnderLoad(ground, script));
  return driver && web;
}

async function killBackendsOf(
  name: string,
  start: (ground: ProvingGround) => Promise<Server>,
): Promise<boolean> {
  const ground = await openProvingGround(name);
  const server = await start(ground);
  try {
    const pid = server.pid();
    await untilServedMore(server, 0, FIRST_ANSWER_MS);
    let longestMs = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const served = server.served();
      await killOneInTransaction(ground);
      const killedAt = performance.now();
      await untilServedMore(server, served + 1);
      longestMs = Math.max(longestMs, performance.now() - killedAt);
      if (server.pid() !== pid) throw new Error(`FAILED: ${server.name} ended after ${kill + 1} kills`);
    }
    console.log(
      `${server.name}: ${KILLS} backends killed in mid-transaction, same process ${pid}, ${server.served()} requests ` +
        `served and ${server.rejected()} refused, longest wait ${longestMs.toFixed(0)} ms`,
    );
    return true;
  } catch (error) {
    console.error(`${(error as Error).message}${server.said ? `; last answer: ${server.said()}` : ""}`);
    return false;
  } finally {
    await server.stop();
    await ground.close();
  }
}

/** Kills a backend of the application that has a transaction open. The server then drops all the others too. */
async function killOneInTransaction(ground: ProvingGround): Promise<void> {
  const deadline = Date.now() + BACK_WITHIN_MS;
  while (Date.now() < deadline) {
    const rows = await ground.ask<{ pid: number }>(IN_TRANSACTION).catch(() => []);
    const victim = rows[0]?.pid;
    if (victim !== undefined) {
      try {
        process.kill(victim, "SIGKILL");
        return;
      } catch {} // it ended in between
    }
    await pause(5);
  }
  throw new Error("FAILED: no transaction was open to be killed in");
}

const IN_TRANSACTION = `
  select pid from pg_stat_activity
   where usename in ('app_web', 'app_auth') and xact_start is not null and state <> 'idle'
   order by random() limit 1`;

async function untilServedMore(server: Server, count: number, withinMs = BACK_WITHIN_MS): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (server.served() <= count) {
    if (server.pid() === undefined) throw new Error(`FAILED: ${server.name} ended`);
    if (Date.now() > deadline)
      throw new Error(`FAILED: ${server.name} served nothing for ${withinMs / 1000} s`);
    await pause(10);
  }
}

async function startLoadClient(ground: ProvingGround): Promise<Server> {
  const [athlete] = await makeAthletes(ground.ownerUrl, 1);
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", LOAD_CLIENT, ground.appUrl, athlete?.userId ?? ""],
    { stdio: ["ignore", "inherit", "inherit", "ipc"], cwd: dirname(LOAD_CLIENT) },
  );
  let counts = { served: 0, rejected: 0 };
  child.on("message", (message) => {
    counts = message as typeof counts;
  });
  return {
    name: "the product's database client",
    pid: () => (isRunning(child) ? child.pid : undefined),
    served: () => counts.served,
    rejected: () => counts.rejected,
    stop: async () => {
      if (!isRunning(child)) return;
      child.kill();
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
