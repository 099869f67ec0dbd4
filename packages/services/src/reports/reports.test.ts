import { newId, withActor } from "@repo/db";
import { getReport, listReports } from "@repo/db/queries";
import { makeActivity, makeCoachAndAthlete, makeConsent, openTestDb, type TestDb } from "@repo/db/testing";
import { createDueNights, judgeWaiting, runNights } from "@repo/services/night";
import { sendOutbox } from "@repo/services/outbox";
import { checkIn } from "@repo/services/training";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createAlerts, createDigests, previewDigest, type RenderDigest, verdictOf } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());
afterEach(async () => {
  await db.owner.execute("truncate users cascade");
  await db.owner.execute("truncate outbox");
});

const NOW = new Date("2026-03-10T12:00:00Z");
const render: RenderDigest = (content, { to }) => ({ to, subject: verdictOf(content), text: "…" });
type Pair = Awaited<ReturnType<typeof makeCoachAndAthlete>>;

async function reportPain({ athleteId }: Pair, localDate = "2026-03-10") {
  await withActor(db.web, { userId: athleteId }, (tx) =>
    checkIn(
      { db: tx, actor: { userId: athleteId }, now: NOW },
      { mutationId: newId(), localDate, pain: { site: "left calf", level: 6 } },
    ),
  );
  await judgeWaiting(db.night, { now: NOW });
}

async function sentMails() {
  const sent: { to: string; subject: string; text: string }[] = [];
  const send = async ({ payload }: { payload: { to: string; subject: string; text: string } }) => {
    sent.push(payload);
  };
  await sendOutbox(db.night, { now: () => new Date(), send, jitter: () => 0 });
  return sent;
}

async function pairWithHistory(): Promise<Pair> {
  const pair = await makeCoachAndAthlete(db.owner);
  for (let day = 1; day <= 9; day += 1) {
    await makeActivity(db.owner, pair.athleteId, {
      localDate: `2026-03-0${day}`,
      distanceM: 8_000,
      durationS: 2_880,
    });
  }
  return pair;
}

test("pain is told at once to the coach who is shown health, and to nobody else", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  const other = await pairWithHistory();
  await reportPain(pair);
  await reportPain(other);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "http://localhost" })).toEqual({ created: 1 });
  const [mail, ...more] = await sentMails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain("left calf");
  expect(mail?.subject).not.toMatch(/pain|calf/i);
  expect(mail?.text).toContain(`http://localhost/athletes/${pair.athleteId}`);
});

test("the same pain is not told twice, also when it is judged anew", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  await reportPain(pair);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "" })).toEqual({ created: 1 });
  expect(await createAlerts(db.night, { now: NOW, appUrl: "" })).toEqual({ created: 0 });
  await db.owner.execute("delete from warnings");
  await reportPain(pair);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "" })).toEqual({ created: 0 });
});

test("old pain, found when history is judged, wakes nobody", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  await reportPain(pair, "2026-03-10");
  const later = new Date("2026-03-14T12:00:00Z");
  expect(await createAlerts(db.night, { now: later, appUrl: "" })).toEqual({ created: 0 });
});

test("a digest comes once a morning, waits for the judgement, and says when it was sent", async () => {
  const pair = await pairWithHistory();
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 1 });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  expect(await sentMails()).toHaveLength(1);
  const [report] = await withActor(db.web, { userId: pair.coachId }, (tx) => listReports(tx, pair.coachId));
  expect(report).toMatchObject({ localDate: "2026-03-10", readAt: null });
  expect(report?.sentAt).not.toBeNull();
  const foreign = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    getReport(tx, pair.athleteId, report?.id ?? ""),
  );
  expect(foreign).toBeNull();
});

test("the preview says what the digest says, and an athlete's end of consent empties it", async () => {
  const pair = await pairWithHistory();
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  await createDigests(db.night, { now: NOW, render });
  const preview = () =>
    withActor(db.web, { userId: pair.coachId }, (tx) =>
      previewDigest({ db: tx, actor: { userId: pair.coachId }, now: NOW }, pair),
    );
  const stored = await withActor(db.web, { userId: pair.coachId }, async (tx) => {
    const [first] = await listReports(tx, pair.coachId);
    return (await getReport(tx, pair.coachId, first?.id ?? ""))?.content;
  });
  expect(await preview()).toEqual(stored);
  expect(stored).toMatchObject({ athletes: 1 });
  await db.owner.execute("update consents set revoked_at = now()");
  expect((await preview()).athletes).toBe(0);
});
