import { newId } from "@repo/db";
import { countOutbox, insertMail } from "@repo/db/queries";
import { outbox } from "@repo/db/schema";
import { eq, openTestDb, sql, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Renew, sendOutbox } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const mail = (subject: string) => ({
  dedupeKey: `test:${newId()}`,
  userId: null,
  payload: { to: "reader@example.org", subject, text: "…" },
});

/** These tell of nobody's training. */
const renew: Renew = async (_tx, payload) => payload;

/** A clock that every look moves on by a day, so that every pause is over. */
function longDays() {
  let at = Date.now();
  return () => {
    at += 86_400_000;
    return new Date(at);
  };
}

test("each message goes out once, however many senders work at the same time", async () => {
  const mails = Array.from({ length: 20 }, (_, index) => mail(`m${index}`));
  for (const each of mails) await insertMail(db.owner, each);
  await insertMail(db.owner, mails[0] as never);
  const keys: string[] = [];
  const send = async ({ key }: { key: string }) => void keys.push(key);
  const options = { now: () => new Date(Date.now() + 1_000), send, renew, jitter: () => 0.5 };
  await Promise.all([1, 2, 3].map(() => sendOutbox(db.night, options)));
  expect([...keys].sort()).toEqual(mails.map((each) => each.dedupeKey).sort());
  // Links that let somebody in, and words about others, are kept no longer than they wait.
  const kept = await db.owner.select({ payload: outbox.payload }).from(outbox);
  expect(kept.map(({ payload }) => payload)).toEqual(mails.map(() => ({})));
});

test("a message that never goes out is tried eight times, then put aside; the others go on", async () => {
  await insertMail(db.owner, mail("poison"));
  await insertMail(db.owner, mail("good"));
  let tries = 0;
  const send = async ({ payload }: { payload: { subject: string } }) => {
    if (payload.subject !== "poison") return;
    tries += 1;
    throw new Error("the mail server says no");
  };
  const summary = await sendOutbox(db.night, { now: longDays(), send, renew, jitter: () => 0.5 });
  expect(tries).toBe(8);
  expect(summary).toMatchObject({ sent: 1, dead: 1 });
  expect((await countOutbox(db.night)).find((row) => row.state === "dead")?.count).toBe(1);
});

test("what may not go out any more is taken back, whoever asks for it again, and is nowhere any more", async () => {
  const [kept, gone] = [mail("kept"), mail("gone")];
  for (const each of [kept, gone]) await insertMail(db.owner, each);
  await db.owner.execute(sql`update outbox set state = 'dead' where dedupe_key = ${gone.dedupeKey}`);
  await db.owner.execute(
    sql`update outbox set state = 'pending', attempts = 0, dead_at = null where state = 'dead'`,
  );
  const subjects: string[] = [];
  const summary = await sendOutbox(db.night, {
    now: () => new Date(Date.now() + 1_000),
    send: async ({ payload }) => void subjects.push(payload.subject),
    renew: async (_tx, payload) => (payload.subject === "gone" ? null : { ...payload, subject: "made anew" }),
    jitter: () => 0.5,
  });
  expect(subjects).toContain("made anew");
  expect(subjects).not.toContain("gone");
  expect(summary).toMatchObject({ dropped: 1, dead: 0 });
  expect(await db.owner.$count(outbox, eq(outbox.dedupeKey, gone.dedupeKey))).toBe(0);
});
