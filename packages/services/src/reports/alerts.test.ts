import { newId, withActor } from "@repo/db";
import { makeCoachAndAthlete, makeConsent, openTestDb, type TestDb } from "@repo/db/testing";
import { judgeWaiting } from "@repo/services/night";
import { sendOutbox } from "@repo/services/outbox";
import { checkIn } from "@repo/services/training";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAlerts, type RenderAlert, renewMail } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-10T12:00:00Z");
const appUrl = "http://localhost";
const renderAlert: RenderAlert = ({ title }) => title;

async function whoIsShownHealth() {
  const pair = await makeCoachAndAthlete(db.owner);
  await makeConsent(db.owner, pair, ["medical"]);
  const says = async (day: string, pain: { site: string; level: number } | null) => {
    const ctx = { actor: { userId: pair.athleteId }, now: NOW };
    await withActor(db.web, ctx.actor, (tx) =>
      checkIn({ ...ctx, db: tx }, { mutationId: newId(), localDate: `2026-03-${day}`, pain }),
    );
    await judgeWaiting(db.night, { now: NOW });
    return (await createAlerts(db.night, { now: NOW, appUrl, renderAlert })).created;
  };
  return { ...pair, says };
}

/** What goes out now. */
async function mails(): Promise<string[]> {
  const texts: string[] = [];
  await sendOutbox(db.night, {
    now: () => new Date(Date.now() + 1_000),
    send: async ({ payload }) => void texts.push(payload.text),
    renew: (tx, payload) => {
      const render = () => {
        throw new Error("no report is due here");
      };
      return renewMail(tx, payload, { render, renderAlert, appUrl, now: NOW });
    },
    jitter: () => 0,
  });
  return texts;
}

test("pain that becomes graver, or is somewhere else, is told once more, and once", async () => {
  const { says } = await whoIsShownHealth();
  expect(await says("10", { site: "knee", level: 3 })).toBe(1);
  expect((await mails())[0]).not.toContain("mailed about this before");
  expect(await says("10", { site: "knee", level: 4 })).toBe(0);
  expect(await says("10", { site: "shin", level: 9 })).toBe(1);
  const [text] = await mails();
  expect(text).toContain("shin, 9 of 10");
  expect(text).toContain("You were mailed about this before. It is graver now, or somewhere else.");
  expect(await says("10", { site: "shin", level: 10 })).toBe(0);
  expect(await says("10", { site: "left hip", level: 9 })).toBe(1);
  expect(await mails()).toHaveLength(1);
});

test("what a coach put aside is told again only when it becomes graver, and not when it was called wrong", async () => {
  const { says, athleteId } = await whoIsShownHealth();
  expect(await says("10", { site: "knee", level: 3 })).toBe(1);
  await db.owner.execute(
    `update warnings set snoozed_until = '2026-03-20' where athlete_id = '${athleteId}'`,
  );
  expect(await says("10", { site: "knee", level: 4 })).toBe(0);
  expect(await says("10", { site: "knee", level: 8 })).toBe(1);
  await db.owner.execute(`update warnings set verdict = 'wrong' where athlete_id = '${athleteId}'`);
  expect(await says("10", { site: "heel", level: 9 })).toBe(0);
  await mails();
});

test("an alert that waits tells nothing to whom the athlete ended it, nor to who left the organisation", async () => {
  const [ended, left, stays] = [await whoIsShownHealth(), await whoIsShownHealth(), await whoIsShownHealth()];
  for (const { says } of [ended, left, stays]) await says("10", { site: "left calf", level: 9 });
  await db.owner.execute(
    `update consents set revoked_at = now() where athlete_id = '${ended.athleteId}' and scope = 'medical'`,
  );
  await db.owner.execute(`update memberships set status = 'ended' where user_id = '${left.coachId}'`);
  // Training ended for the one who stays: no page to open any more.
  await db.owner.execute(
    `update consents set revoked_at = now() where athlete_id = '${stays.athleteId}' and scope = 'training'`,
  );
  const texts = await mails();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("left calf");
  expect(texts[0]).not.toContain("http");
});
