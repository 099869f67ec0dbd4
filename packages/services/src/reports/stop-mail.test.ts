import { newId, withActor } from "@repo/db";
import { makeCoachAndAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { getDigest, setDigest } from "@repo/services/organisation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getReportSetting, readStopToken, stopMail, stopToken } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-10T12:00:00Z");
const SECRET = "a secret of this server, long enough";

test("an address ends what it was made for, and one that was made up or altered ends nothing", () => {
  const [userId, orgId] = [newId(), newId()];
  for (const stop of [
    { userId, orgId },
    { userId, orgId: null },
  ]) {
    const token = stopToken(stop, SECRET);
    expect(readStopToken(token, SECRET)).toEqual(stop);
    expect(readStopToken(token, `${SECRET}!`)).toBeNull();
    expect(readStopToken(token.replace(userId, newId()), SECRET)).toBeNull();
    expect(readStopToken(token.slice(0, -1), SECRET)).toBeNull();
  }
  const [week = "", digest = ""] = [null, orgId].map((of) => stopToken({ userId, orgId: of }, SECRET));
  expect(readStopToken(`${userId}.${orgId}.${week.split(".")[2]}`, SECRET)).toBeNull();
  expect(readStopToken(`${digest}.more`, SECRET)).toBeNull();
  expect(readStopToken("", SECRET)).toBeNull();
});

test("the digest of one organisation and an athlete's week end each alone, and keep their hours", async () => {
  const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner);
  const as = <T>(userId: string, work: (ctx: Parameters<typeof getDigest>[0]) => Promise<T>) =>
    withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
  await as(coachId, (ctx) => setDigest(ctx, { orgId, isOn: true, hour: 9 }));
  expect(await stopMail(db.web, { userId: coachId, orgId }, NOW)).toBe(true);
  expect(await as(coachId, (ctx) => getDigest(ctx, { orgId }))).toEqual({ isOn: false, hour: 9 });
  expect(await stopMail(db.web, { userId: athleteId, orgId: null }, NOW)).toBe(true);
  expect(await as(athleteId, getReportSetting)).toEqual({ isOn: false, weekday: 1, hour: 7 });
  // Who left, and who was never here.
  expect(await stopMail(db.web, { userId: coachId, orgId: newId() }, NOW)).toBe(false);
  expect(await stopMail(db.web, { userId: newId(), orgId: null }, NOW)).toBe(false);
});
