import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction, withActor } from "./context.ts";
import { errorCode, newId } from "./index.ts";
import {
  deleteDemo,
  eraseMe,
  insertAuditEvent,
  insertDemo,
  insertMail,
  upsertConsents,
} from "./queries/index.ts";
import { activities, athletes, comments, mutations, outbox, reports } from "./schema/index.ts";
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
  // What the host did with the demo, and what was mailed about it.
  await withActor(db.web, { userId: hostId }, async (tx) => {
    const own = { id: newId(), athleteId: hostId, actorId: hostId, requestHash: "x" };
    await tx.insert(mutations).values({ ...own, response: [{ athleteId, done: true }] });
  });
  const digest = { to: "host@example.org", subject: "s", text: `http://localhost/athletes/${athleteId}` };
  await insertMail(db.owner, { dedupeKey: newId(), userId: hostId, payload: digest });
  await insertMail(db.owner, {
    dedupeKey: `digest:${orgId}`,
    userId: hostId,
    payload: { ...digest, text: "" },
  });
  const seen = await withActor(db.web, { userId: hostId }, (tx) => tx.$count(activities));
  expect(seen).toBe(1);

  expect(await inTransaction(db.night, deleteDemo)).toBe(1);
  expect(await countAll()).toEqual(before);
});

it("who is erased goes out of waiting mails and out of reports about several, and the others stay", async () => {
  const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const [stays, id] = [newId(), newId()];
  const content = {
    athletes: 2,
    needs: [
      { athleteId: stays, name: "B" },
      { athleteId, name: "A", warnings: [{ title: "Pain" }] },
    ],
    coming: { date: "2026-03-03", athletes: [{ athleteId, name: "A" }] },
    readings: [{ path: `/athletes/${athleteId}/reports/week/2026-03-02` }],
    silent: [],
  };
  const report = { id, readerId: coachId, orgId, kind: "digest", localDate: "2026-03-02", subject: "s" };
  await db.owner.insert(reports).values({ ...report, content, html: "<p>A: Pain</p>" });
  const mail = (path: string) => ({ to: "coach@example.org", subject: "s", text: `http://localhost${path}` });
  await insertMail(db.owner, {
    dedupeKey: newId(),
    userId: coachId,
    payload: mail(`/athletes/${athleteId}`),
  });
  await insertMail(db.owner, { dedupeKey: id, userId: coachId, payload: mail(`/athletes/${stays}`) });
  const digest = { ...mail(`/athletes/${athleteId}, /athletes/${stays}`), html: "<p>A, B</p>", reportId: id };
  await insertMail(db.owner, { dedupeKey: `digest:${id}`, userId: coachId, payload: digest });

  expect(await withActor(db.web, { userId: athleteId }, eraseMe)).toBe(true);
  const [left] = await db.owner.select().from(reports).where(eq(reports.id, id));
  expect(left).toMatchObject({ html: null, subject: "s" });
  expect(left?.content).toEqual({
    ...content,
    needs: [{ athleteId: stays, name: "B" }],
    coming: { date: "2026-03-03", athletes: [] },
    readings: [],
  });
  const mails = await db.owner.select().from(outbox).where(eq(outbox.userId, coachId));
  const payloads = new Map(mails.map(({ dedupeKey, payload }) => [dedupeKey, payload]));
  expect([...payloads.keys()].sort()).toEqual([id, `digest:${id}`].sort());
  // The digest goes on about the others: its words are made from what is left of its report.
  expect(payloads.get(`digest:${id}`)).toEqual({ to: digest.to, subject: "", text: "", reportId: id });
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
