import { withActor } from "@repo/db";
import { eraseMe, listReports } from "@repo/db/queries";
import {
  makeAthlete,
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  openTestDb,
  sql,
  type TestDb,
} from "@repo/db/testing";
import { type Outgoing, sendOutbox } from "@repo/services/outbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDigests, type RenderReport, renewMail } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-10T12:00:00Z");
const render: RenderReport = (document, to) => ({
  to,
  subject: document.title,
  text: JSON.stringify(document.blocks),
});

/** A coach with two athletes, of whom one reported pain, and the digest about both that waits for a mail server. */
async function waitingDigest() {
  const pair = await makeCoachAndAthlete(db.owner);
  const { orgId, coachId, athleteId } = pair;
  const otherId = await makeAthlete(db.owner);
  await makeMember(db.owner, orgId, { userId: otherId, role: "athlete" });
  await makeConsent(db.owner, { ...pair, athleteId: otherId }, ["training"]);
  await makeConsent(db.owner, pair, ["medical"]);
  await warn(athleteId, { kind: "pain", scope: "medical", title: "Pain: shin, 9 of 10" });
  await warn(otherId, { kind: "session-spike", scope: "training", title: "A long run" });
  await db.owner.execute(sql`update athletes set created_at = now() - interval '1 day'`);
  await createDigests(db.night, { now: NOW, render });
  return { orgId, coachId, athleteId, otherId };
}

async function warn(athleteId: string, of: { kind: string; scope: string; title: string }) {
  await db.owner.execute(sql`
    insert into warnings (id, athlete_id, kind, scope, severity, opened_on, last_seen_on, title, evidence)
    values (gen_random_uuid(), ${athleteId}, ${of.kind}, ${of.scope}, 'error', '2026-03-09', '2026-03-09', ${of.title}, '[]')`);
}

async function sendAll() {
  const sent: Outgoing["payload"][] = [];
  const summary = await sendOutbox(db.night, {
    now: () => new Date(Date.now() + 1_000),
    send: async ({ payload }) => void sent.push(payload),
    renew: (tx, payload) =>
      renewMail(tx, payload, { render, renderAlert: ({ title }) => title, appUrl: "", now: NOW }),
    jitter: () => 0,
  });
  return { sent, summary };
}

const endConsent = (athleteId: string, scope: string) =>
  db.owner.execute(
    sql`update consents set revoked_at = now() where athlete_id = ${athleteId} and scope = ${scope}`,
  );

test("a digest that waited goes out as it was written while everybody shares what it says", async () => {
  await waitingDigest();
  const { sent } = await sendAll();
  expect(sent.map(({ subject }) => subject)).toEqual(["2 of 2 athletes need you"]);
  expect(sent[0]?.text).toContain("shin");
});

test("what somebody ended while a digest waited is not in it any more, also when it is sent again by hand", async () => {
  const { athleteId, otherId } = await waitingDigest();
  await endConsent(athleteId, "medical");
  await db.owner.execute("update outbox set state = 'dead', dead_at = now() where state = 'pending'");
  await db.owner.execute(
    "update outbox set state = 'pending', attempts = 0, dead_at = null where state = 'dead'",
  );
  const { sent } = await sendAll();
  expect(sent.map(({ subject }) => subject)).toEqual(["1 of 2 athletes needs you"]);
  expect(sent[0]?.text).not.toMatch(/shin|pain/i);
  expect(sent[0]?.text).toContain(otherId);
});

test("a digest of which nobody shares anything any more does not go out, and its reader is told why", async () => {
  const { athleteId, otherId, coachId } = await waitingDigest();
  for (const id of [athleteId, otherId]) await endConsent(id, "training");
  expect(await sendAll()).toMatchObject({ sent: [], summary: { dropped: 1 } });
  const [report] = await withActor(db.web, { userId: coachId }, (tx) => listReports(tx, coachId));
  expect(report).toMatchObject({ sentAt: null, failure: expect.stringContaining("shares that with you") });
});

test("who coaches in the organisation no more gets no digest that was written before", async () => {
  const { coachId } = await waitingDigest();
  await db.owner.execute(sql`update memberships set status = 'ended' where user_id = ${coachId}`);
  expect(await sendAll()).toMatchObject({ sent: [], summary: { dropped: 1 } });
});

test("who is erased takes only their own part of a waiting digest with them", async () => {
  const { athleteId, otherId } = await waitingDigest();
  await withActor(db.web, { userId: athleteId }, eraseMe);
  const { sent } = await sendAll();
  expect(sent.map(({ subject }) => subject)).toEqual(["1 of 1 athlete needs you"]);
  expect(sent[0]?.text).toContain(otherId);
  expect(sent[0]?.text).not.toMatch(/shin|pain/i);
});
