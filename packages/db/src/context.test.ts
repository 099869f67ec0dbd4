import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertSafeRole } from "./assert-safe-role.ts";
import { createDb } from "./client.ts";
import { inTransaction, withActor } from "./context.ts";
import { errorCode, isDatabaseAway } from "./error-code.ts";
import { athletes, users } from "./schema/index.ts";
import { makeAthlete, makeUser, openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

describe("a connection", () => {
  it("leaves days as texts and numbers as they were written", async () => {
    const athleteId = await makeAthlete(db.owner, { birthDate: "1990-06-15", thresholdPaceSPerKm: 265.3 });
    const [row] = await withActor(db.web, { userId: athleteId }, (tx) => tx.select().from(athletes));
    const raw = await db.owner.execute(sql`select birth_date from athletes where athlete_id = ${athleteId}`);
    expect([row?.birthDate, row?.thresholdPaceSPerKm, raw[0]?.birth_date]).toEqual([
      "1990-06-15",
      265.3,
      "1990-06-15",
    ]);
  });

  it("that died is replaced, and what it was doing fails with a reason", async () => {
    const me = await makeAthlete(db.owner);
    const cut = withActor(db.web, { userId: me }, async (tx) => {
      const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await db.owner.execute(sql`select pg_terminate_backend(${own?.pid})`);
      await tx.execute(sql`select 1`);
    });
    const error = await cut.catch((thrown: unknown) => thrown);
    expect(isDatabaseAway(error)).toBe(true);
    expect(await withActor(db.web, { userId: me }, (tx) => tx.$count(athletes))).toBe(1);
  });

  it("to a server that is not there says so", async () => {
    const nowhere = createDb("postgres://app_web:x@127.0.0.1:9/mesocycle");
    const error = await withActor(nowhere, { userId: await makeUser(db.owner) }, async () => 1).catch(
      (e: unknown) => e,
    );
    await nowhere.close();
    expect(isDatabaseAway(error)).toBe(true);
  });
});

describe("a transaction", () => {
  it("that meets a deadlock is done again, so that both sides finish", async () => {
    const [a, b] = [await makeUser(db.owner), await makeUser(db.owner)];
    const both = { a: newGate(), b: newGate() };
    const rename = (first: string, second: string, mine: Gate, theirs: Gate) =>
      inTransaction(db.auth, async (tx) => {
        await tx.update(users).set({ name: first }).where(eq(users.id, first));
        mine.open();
        await theirs.opened;
        await tx.update(users).set({ name: first }).where(eq(users.id, second));
      });
    await Promise.all([rename(a, b, both.a, both.b), rename(b, a, both.b, both.a)]);
    const names = await db.owner.select({ name: users.name }).from(users).where(sql`id in (${a}, ${b})`);
    expect(names[0]?.name).toBe(names[1]?.name);
  });

  it("that finds the pool full for too long is told so, and does not run later", async () => {
    // Long enough for the holder, which has to connect first, on a machine with other work.
    const one = createDb(db.urls.web, { max: 1, waitForConnectionMs: 3_000 });
    const me = await makeAthlete(db.owner);
    const [gate, held] = [newGate(), newGate()];
    let ran = false;
    const holder = withActor(one, { userId: me }, () => {
      held.open();
      return gate.opened;
    });
    await held.opened;
    const late = withActor(one, { userId: me }, async () => {
      ran = true;
    });
    expect(errorCode(await late.catch((error: unknown) => error))).toBe("POOL_BUSY");
    gate.open();
    await holder;
    await withActor(one, { userId: me }, async () => 1);
    await one.close();
    expect(ran).toBe(false);
  });

  it("whose work fails leaves nothing behind", async () => {
    const me = await makeAthlete(db.owner);
    const failed = withActor(db.web, { userId: me }, async (tx) => {
      await tx.update(athletes).set({ maxHrBpm: 190 }).where(eq(athletes.athleteId, me));
      throw new Error("on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    const [row] = await db.owner.select().from(athletes).where(eq(athletes.athleteId, me));
    expect(row?.maxHrBpm).toBeNull();
  });
});

describe("the check at the start", () => {
  it("accepts the application's role and refuses the owner", async () => {
    await assertSafeRole(db.web, { durable: false });
    await assertSafeRole(db.auth, { durable: false });
    await assertSafeRole(db.night, { durable: false });
    await expect(assertSafeRole(db.owner, { durable: false })).rejects.toThrow(/superuser|owns/);
  });

  it("refuses a server that does not flush what it acknowledges", async () => {
    const forgetful = createDb(db.urls.web, { max: 1 });
    await forgetful.execute(sql`set synchronous_commit = off`);
    await expect(assertSafeRole(forgetful)).rejects.toThrow(/synchronous_commit/);
    await forgetful.close();
  });
});

type Gate = { open: () => void; opened: Promise<void> };
function newGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
