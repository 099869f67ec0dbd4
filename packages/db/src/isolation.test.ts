import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction, openContext, withActor } from "./context.ts";
import { errorCode, newId } from "./index.ts";
import { activities, users } from "./schema/index.ts";
import { makeActivity, makeAthlete, openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

/** How many of the athlete's activities a user sees. */
const seenBy = (userId: string, athleteId: string) =>
  withActor(db.web, { userId }, (tx) => tx.$count(activities, eq(activities.athleteId, athleteId)));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error: unknown) => errorCode(error),
  );

const RUN = { localDate: "2026-03-02", sport: "run", durationS: 60, source: "manual" } as const;

describe("without a context", () => {
  it("shows no row of any table", async () => {
    await makeActivity(db.owner, await makeAthlete(db.owner));
    const counts = await inTransaction(db.web, (tx) =>
      tx.execute<{ n: number }>(sql`
        select count(*)::int as n from activities union all select count(*)::int from users
        union all select count(*)::int from memberships union all select count(*)::int from consents`),
    );
    expect(counts.map((row) => row.n)).toEqual([0, 0, 0, 0]);
  });

  it("writes nothing", async () => {
    const athleteId = await makeAthlete(db.owner);
    const code = await codeOf(
      inTransaction(db.web, (tx) => tx.insert(activities).values({ ...RUN, id: newId(), athleteId })),
    );
    expect(code).toBe("42501");
  });

  it("shows nothing on a connection that served somebody before", async () => {
    const { createDb } = await import("./client.ts");
    const one = createDb(db.urls.web, { max: 1 });
    const athleteId = await makeAthlete(db.owner);
    await makeActivity(db.owner, athleteId);
    const own = await withActor(one, { userId: athleteId }, (tx) => tx.$count(activities));
    // After COMMIT the settings are empty texts, not null: the policies must take that for nobody.
    const left = await one.execute<{ id: string; n: number }>(
      sql`select current_setting('app.user_id', true) as id, count(*)::int as n from activities`,
    );
    await one.close();
    expect([own, left[0]]).toEqual([1, { id: "", n: 0 }]);
  });

  it("shows nothing to the context of somebody who does not exist", async () => {
    const seen = await withActor(db.web, { userId: newId() }, (tx) => tx.$count(users));
    expect(seen).toBe(0);
  });
});

describe("an athlete", () => {
  it("sees their own rows and nobody else's", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await makeActivity(db.owner, me);
    await makeActivity(db.owner, other);
    expect([await seenBy(me, me), await seenBy(me, other)]).toEqual([1, 0]);
  });

  it("cannot take over another's row by saving under its id", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    const id = await makeActivity(db.owner, other, { title: "theirs" });
    const upsert = withActor(db.web, { userId: me }, (tx) =>
      tx
        .insert(activities)
        .values({ ...RUN, id, athleteId: other })
        .onConflictDoUpdate({ target: [activities.id, activities.athleteId], set: { title: "mine" } }),
    );
    expect(await codeOf(upsert)).toBe("42501");
    const [row] = await db.owner.select().from(activities).where(eq(activities.id, id));
    expect(row?.title).toBe("theirs");
  });

  it("cannot move a row to somebody else", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await makeActivity(db.owner, me);
    const moved = withActor(db.web, { userId: me }, (tx) =>
      tx.update(activities).set({ athleteId: other }).where(eq(activities.athleteId, me)),
    );
    expect(await codeOf(moved)).toBe("42501");
  });

  it("changes nothing of another's rows, even without naming them", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await makeActivity(db.owner, other, { title: "theirs" });
    const changed = await withActor(db.web, { userId: me }, async (tx) => [
      (await tx.update(activities).set({ title: "x" }).returning()).length,
      (await tx.delete(activities).returning()).length,
    ]);
    expect(changed).toEqual([0, 0]);
  });

  it("cannot turn row-level security off", async () => {
    const me = await makeAthlete(db.owner);
    const off = withActor(db.web, { userId: me }, async (tx) => {
      await tx.execute(sql`set local row_security = off`);
      return tx.$count(activities);
    });
    expect(await codeOf(off)).toBe("42501");
  });
});

describe("a context", () => {
  it("that was opened in a savepoint ends with it", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await makeActivity(db.owner, other);
    const seen = await withActor(db.web, { userId: me }, async (tx) => {
      await tx
        .transaction(async (inner) => {
          await openContext(inner, { userId: other });
          throw new Error("undone");
        })
        .catch(() => {});
      return tx.$count(activities);
    });
    expect(seen).toBe(0);
  });

  it("refuses an id that is not a UUID before the database hears of it", () => {
    expect(() => withActor(db.web, { userId: "'; drop table users --" }, async () => 1)).toThrow(RangeError);
  });
});

describe("the other roles", () => {
  it("sign-in cannot open a context or read training", async () => {
    const me = await makeAthlete(db.owner);
    expect(await codeOf(withActor(db.auth, { userId: me }, async () => 1))).toBe("42501");
    expect(await codeOf(db.auth.$count(activities).then((n) => n))).toBe("42501");
  });

  it("the web cannot read a password, a session or the outbox", async () => {
    const me = await makeAthlete(db.owner);
    for (const table of ["credentials", "sessions", "outbox", "owner_tokens", "invitations"]) {
      const read = withActor(db.web, { userId: me }, (tx) => tx.execute(sql.raw(`select * from ${table}`)));
      expect(await codeOf(read), table).toBe("42501");
    }
  });

  it("the night sees all athletes and no credentials", async () => {
    const [one, two] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    await makeActivity(db.owner, one);
    await makeActivity(db.owner, two);
    const rows = await db.night.execute<{ n: number }>(
      sql`select count(distinct athlete_id)::int as n from activities where athlete_id in (${one}, ${two})`,
    );
    expect(rows[0]?.n).toBe(2);
    expect(await codeOf(db.night.execute(sql`select 1 from credentials`).then((r) => r))).toBe("42501");
  });
});
