import { createDb, type Db } from "../../packages/db/src/client.ts";
import { newId } from "../../packages/db/src/new-id.ts";
import { type ClientAthlete, logOne, type Write } from "./log-one.ts";

export type Acknowledged = { athleteId: string; mutationId: string };

export type Writing = {
  acknowledged: Acknowledged[];
  /** Attempts that failed and were repeated with the same id: what a client sees of a crash. */
  retries: number;
};

const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;

/**
 * Lets each athlete's client write one activity after the other, repeating whatever was not acknowledged with
 * the same id, until that many are acknowledged in all. A second send of an acknowledged write is thrown in
 * now and then, as a client does that never saw the answer.
 */
export async function writeWith(
  appUrl: string,
  athletes: ClientAthlete[],
  options: { total: number; onProgress(done: number): void },
): Promise<Writing> {
  const writing: Writing = { acknowledged: [], retries: 0 };
  const clients = athletes.map((athlete) => client(appUrl, athlete, writing, options));
  await Promise.all(clients);
  return writing;
}

async function client(
  appUrl: string,
  athlete: ClientAthlete,
  writing: Writing,
  options: { total: number; onProgress(done: number): void },
): Promise<void> {
  const db = createDb(appUrl, { max: 2, applicationName: "prove" });
  try {
    for (let sequence = 0; writing.acknowledged.length < options.total; sequence += 1) {
      const write = { mutationId: newId(), activityId: newId(), sequence };
      await untilAcknowledged(db, athlete, write, writing);
      writing.acknowledged.push({ athleteId: athlete.userId, mutationId: write.mutationId });
      if (sequence % 10 === 0) await untilAcknowledged(db, athlete, write, writing);
      options.onProgress(writing.acknowledged.length);
    }
  } finally {
    await db.close();
  }
}

async function untilAcknowledged(
  db: Db,
  athlete: ClientAthlete,
  write: Write,
  writing: Writing,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await logOne(db, athlete, write);
      return;
    } catch (error) {
      if (isRefusal(error) || Date.now() > deadline) throw error;
      writing.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The product said no: repeating would not help, and the proof itself is wrong. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "AppError";
}
