import { newId, withActor } from "@repo/db";
import { makeActivity, makeAthlete, makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import { createDueNights, runNights } from "@repo/services/night";
import { type Renew, sendOutbox } from "@repo/services/outbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentWorkers, getServer, resend, retry } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date();
const renew: Renew = async (_tx, payload) => payload;
const as = <T>(userId: string, work: (ctx: Parameters<typeof getServer>[0]) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

test("a night took as long as it took, whichever moment it was asked for, and one far ahead was none", async () => {
  const operator = await makeUser(db.owner, { isOperator: true });
  await makeActivity(db.owner, await makeAthlete(db.owner));
  for (const days of [1, 900]) {
    const now = new Date(NOW.getTime() + days * 86_400_000);
    await createDueNights(db.night, { now });
    // Waiting is no work.
    await db.owner.execute("update nightly_runs set created_at = created_at - interval '1 hour'");
    await runNights(db.night, { now });
  }
  const { nights } = await as(operator, getServer);
  const horizon = new Date(NOW.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  expect(nights.length).toBeGreaterThan(0);
  for (const { date, tookS } of nights) {
    expect(date <= horizon, date).toBe(true);
    expect(tookS, date).toBeGreaterThan(0);
    expect(tookS, date).toBeLessThan(600);
  }
});

test("whoever runs the server sees what failed and why, and has it tried again; nobody else does", async () => {
  const [operator, stranger] = [await makeUser(db.owner, { isOperator: true }), await makeUser(db.owner)];
  const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
  await db.owner.execute(`insert into nightly_runs (athlete_id, local_date, kind, state, attempts, error)
    values ('${athlete}', current_date, 'night', 'failed', 8, 'a fault')`);
  await db.owner.execute(`insert into outbox (id, dedupe_key, kind, payload)
    values ('${newId()}', 'invitation:1', 'mail', '{"to": "a@example.org", "subject": "s", "text": "t"}')`);
  let at = NOW.getTime();
  const failing = {
    now() {
      at += 86_400_000;
      return new Date(at);
    },
    jitter: () => 0,
    renew,
    send: () => Promise.reject(new Error("no such mailbox")),
  };
  await sendOutbox(db.night, failing);
  const seen = await as(operator, getServer);
  expect(seen.troubles).toMatchObject([
    { athleteId: athlete, setAside: true, attempts: 8, fault: "a fault" },
  ]);
  expect(seen.deadMails).toMatchObject([
    { to: "a@example.org", kind: "invitation", attempts: 8, fault: "no such mailbox" },
  ]);
  expect(seen.concerns.map(({ code }) => code)).toEqual(["no-worker", "set-aside", "dead-mails"]);

  await expect(as(stranger, getServer)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(as(stranger, (ctx) => resend(ctx, { id: null }))).rejects.toMatchObject({
    cause: { code: "42501" },
  });

  await as(operator, (ctx) => retry(ctx, { athleteId: athlete }));
  expect(await as(operator, (ctx) => resend(ctx, { id: null }))).toEqual({ count: 1 });
  const sent: string[] = [];
  const working = {
    now: () => new Date(),
    jitter: () => 0,
    renew,
    send: async ({ key }: { key: string }) => void sent.push(key),
  };
  expect(await sendOutbox(db.night, working)).toMatchObject({ sent: 1 });
  expect(sent).toEqual(["invitation:1"]);
  const after = await as(operator, getServer);
  expect([after.troubles, after.deadMails, after.mails.delivered]).toEqual([[], [], 1]);
  await expect(as(operator, (ctx) => resend(ctx, { id: null }))).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a worker that was killed is missed until another one works on its machine, by page and doctor alike", async () => {
  const worker = (name: string, ageS: number) => ({ name, ageS, doing: null });
  const [killed, next, other] = [worker("vm 9127", 648), worker("vm 9200", 3), worker("vm2 14", 300)];
  expect(currentWorkers([killed, other])).toEqual([killed, other]);
  expect(currentWorkers([killed, next, other])).toEqual([next, other]);
  const operator = await makeUser(db.owner, { isOperator: true });
  const beat = (name: string, ageS: number) =>
    db.owner.execute(
      `insert into heartbeats (name, seen_at) values ('${name}', now() - interval '${ageS} seconds')`,
    );
  const codes = async () => (await as(operator, getServer)).concerns.map(({ code }) => code);
  await beat("vm 9127", 648);
  expect(await codes()).toContain("no-worker");
  await beat("vm 9200", 0);
  expect(await codes()).not.toContain("silent-workers");
  await beat("vm2 14", 300);
  expect(await codes()).toContain("silent-workers");
});
