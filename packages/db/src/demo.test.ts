import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction, withActor } from "./context.ts";
import { errorCode, newId } from "./index.ts";
import { deleteDemo, insertAuditEvent, insertDemo, insertMail, upsertConsents } from "./queries/index.ts";
import { activities, athletes, comments, mutations, reports } from "./schema/index.ts";
import {
  makeActivity,
  makeCoachAndAthlete,
  makePlannedWorkout,
  makeSeason,
  makeUser,
  openTestDb,
  type TestDb,
} from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

async function countAll(): Promise<Record<string, number>> {
  const tables = await db.owner.execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = await db.owner.$count(sql.identifier(name));
  return counts;
}

it("the demo goes without a trace and takes nothing else with it", async () => {
  const hostId = await makeUser(db.owner, { isOperator: true });
  const real = await makeCoachAndAthlete(db.owner);
  await makeActivity(db.owner, real.athleteId);
  const before = await countAll();

  const [orgId, athleteId] = [newId(), newId()];
  const people = [
    { id: athleteId, email: `demo-${athleteId}@example.org`, name: "Demo", role: "athlete" },
  ] as const;
  await withActor(db.web, { userId: hostId }, (tx) =>
    insertDemo(tx, { orgId, name: "DEMO club", hostId, people }),
  );
  await withActor(db.web, { userId: athleteId }, async (tx) => {
    await tx.insert(athletes).values({ athleteId, timeZone: "UTC", isDemo: true });
    await tx.insert(mutations).values({ id: newId(), athleteId, actorId: athleteId, requestHash: "x" });
    await upsertConsents(
      tx,
      { orgId, coachId: hostId, athleteId },
      { scopes: ["training"], textVersion: "1", at: new Date() },
    );
    await insertAuditEvent(tx, { kind: "consent-granted", actorId: athleteId, athleteId, orgId });
    const payload = { to: "demo@example.org", subject: "s", text: "t" };
    await insertMail(tx, { dedupeKey: newId(), userId: athleteId, payload });
  });
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athleteId, {
    seasonId: await makeSeason(db.owner, athleteId),
  });
  await makeActivity(db.owner, athleteId, { plannedWorkoutId });
  await db.owner
    .insert(comments)
    .values({ id: newId(), athleteId, authorId: hostId, plannedWorkoutId, body: "b" });
  await db.owner.insert(reports).values({
    id: newId(),
    readerId: hostId,
    orgId,
    kind: "digest",
    localDate: "2026-03-02",
    subject: "s",
    content: {},
  });
  const seen = await withActor(db.web, { userId: hostId }, (tx) => tx.$count(activities));
  expect(seen).toBe(1);

  expect(await inTransaction(db.night, deleteDemo)).toBe(1);
  expect(await countAll()).toEqual(before);
});

it("the demo is nobody's to make or remove but the operator's", async () => {
  const userId = await makeUser(db.owner);
  const made = withActor(db.web, { userId }, (tx) =>
    insertDemo(tx, { orgId: newId(), name: "DEMO", hostId: userId, people: [] }),
  );
  const removed = withActor(db.web, { userId }, deleteDemo);
  const codes = [made, removed].map((work) => work.then(() => "done", errorCode));
  expect(await Promise.all(codes)).toEqual(["42501", "42501"]);
});
