import { sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import { errorCode } from "./error-code.ts";

/** Who asks. */
export type Actor = { userId: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TRIES = 4;

/**
 * Runs `work` as one user in one transaction: row-level security shows what this user may see, now. The work
 * may run again (at most three times) after a deadlock or serialization failure, so it must do nothing but
 * read and write through `tx`.
 */
export function withActor<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!UUID.test(actor.userId)) throw new RangeError("the actor's id is not a UUID");
  return inTransaction(db, async (tx) => {
    await openContext(tx, actor);
    return work(tx);
  });
}

/** Says who asks for the rest of the transaction; again after memberships or consents changed within it. */
export async function openContext(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`select app.open_ctx(${actor.userId}::uuid)`);
}

/** One transaction without an actor: for sign-in and for the night, whose roles have policies of their own. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>, tried = 1): Promise<T> {
  try {
    return await startedInTime(db, work);
  } catch (error) {
    const code = errorCode(error);
    if ((code !== "40001" && code !== "40P01") || tried >= TRIES) throw error;
    await new Promise((resume) => setTimeout(resume, 10 * tried + jitterMs()));
    return inTransaction(db, work, tried + 1);
  }
}

/** A full pool answers after a while that it is full, instead of letting requests pile up. */
async function startedInTime<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  let state: "waiting" | "started" | "given-up" = "waiting";
  let timer: NodeJS.Timeout | undefined;
  const full = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (state !== "waiting") return;
      state = "given-up";
      reject(poolBusy());
    }, db.waitForConnectionMs);
  });
  const result = db.transaction(async (tx) => {
    clearTimeout(timer);
    if (state === "given-up") throw poolBusy();
    state = "started";
    return work(tx);
  });
  try {
    return await Promise.race([result, full]);
  } finally {
    clearTimeout(timer);
    result.catch(() => {}); // already reported, or given up on
  }
}

function poolBusy(): Error {
  return Object.assign(new Error("All database connections are busy. Try again in a few seconds."), {
    code: "POOL_BUSY",
  });
}

function jitterMs(): number {
  return Math.random() * 20;
}
