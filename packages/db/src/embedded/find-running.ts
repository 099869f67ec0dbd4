import { rmSync, statSync } from "node:fs";
import { type Postmaster, postmasterFile, readPostmaster } from "./postmaster-file.ts";
import { isAlive, programOf, waitForEnd } from "./process-state.ts";
import { ask, serverUrl } from "./server-url.ts";

const STARTING_MS = 60_000;
const ANSWERING_MS = 10_000;
const WRONG_PASSWORD = "28P01";

/**
 * The server that already works on this directory, or null when there is none. A server or a program that
 * we cannot be sure of is refused by its process number; it is never killed and its files never touched.
 */
export async function findRunning(dataDir: string): Promise<Postmaster | null> {
  const claim = readPostmaster(dataDir);
  if (!claim || !isAlive(claim.pid)) return null;
  const program = programOf(claim.pid);
  if (program !== null && !program.startsWith("postgres")) {
    rmSync(postmasterFile(dataDir), { force: true }); // the number was given to another program since
    return null;
  }
  return adopt(dataDir, claim);
}

async function adopt(dataDir: string, claim: Postmaster): Promise<Postmaster | null> {
  if (!isSameDir(claim.dataDir, dataDir)) throw foreign(dataDir, claim, `works on ${claim.dataDir}`);
  const deadline = Date.now() + ANSWERING_MS;
  for (;;) {
    const ready = await waitUntilReady(dataDir);
    if (!ready) return null;
    const answer = await dataDirOf(dataDir, ready);
    if (typeof answer === "string") {
      if (isSameDir(answer, dataDir)) return ready;
      throw foreign(dataDir, ready, `works on ${answer}`);
    }
    if (answer.code === WRONG_PASSWORD || Date.now() > deadline) {
      throw foreign(dataDir, ready, `does not let us in: ${answer.message}`, answer);
    }
    await new Promise((resolve) => setTimeout(resolve, 50)); // dying, or recovering from a dead child
  }
}

/** Waits for a server that is still starting, or recovering after a crash; null when it gave up instead. */
async function waitUntilReady(dataDir: string): Promise<Postmaster | null> {
  const deadline = Date.now() + STARTING_MS;
  for (;;) {
    const claim = readPostmaster(dataDir);
    if (!claim || !isAlive(claim.pid)) return null;
    if (claim.status === "ready") return claim;
    if (claim.status === "stopping" && (await waitForEnd(claim.pid, STARTING_MS))) return null;
    if (Date.now() > deadline) throw foreign(dataDir, claim, `has been "${claim.status}" for a minute`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function dataDirOf(dataDir: string, claim: Postmaster): Promise<string | NodeJS.ErrnoException> {
  try {
    const url = serverUrl(dataDir, claim.port, "postgres");
    const [row] = await ask<{ dir: string }>(url, "select current_setting('data_directory') as dir");
    return row?.dir ?? "";
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

function foreign(dataDir: string, claim: Postmaster, fault: string, cause?: unknown): Error {
  return new Error(
    `Process ${claim.pid} claims the database folder ${dataDir} but ${fault}. ` +
      `Stop process ${claim.pid}, or if it has nothing to do with Mesocycle, delete ${postmasterFile(dataDir)}.`,
    { cause },
  );
}

/** By what the paths lead to, not by their spelling: links and moved folders are told apart correctly. */
function isSameDir(one: string, other: string): boolean {
  const a = statSync(one, { throwIfNoEntry: false });
  const b = statSync(other, { throwIfNoEntry: false });
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
