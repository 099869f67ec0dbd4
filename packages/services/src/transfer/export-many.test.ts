import { buffer } from "node:stream/consumers";
import { withActor } from "@repo/db";
import {
  makeActivity,
  makeAthlete,
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { ExportManyInput, exportMany, previewExport } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) =>
    work({ db: tx, actor: { userId }, now: new Date("2026-03-02T08:00:00Z") }),
  );

async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    files[entry.fileName] = String(await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

test("an export holds plan, sessions and results of those who share, names whom it leaves out, and nothing else", async () => {
  const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const [shy, stranger] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  await makeMember(db.owner, orgId, { userId: shy, role: "athlete" });
  await makeConsent(db.owner, { orgId, coachId, athleteId: shy }, ["wellness"]);
  await makePlannedWorkout(db.owner, athleteId, { title: "=Tempo", text: "20min @t" });
  await makePlannedWorkout(db.owner, athleteId, { localDate: "2026-05-02", title: "Later" });
  for (const id of [athleteId, shy, stranger]) await makeActivity(db.owner, id, { notes: 'Said, "so"' });
  const asked = { athleteIds: [athleteId, shy, stranger], from: "2026-03-01", to: "2026-03-31" };
  const held = await as(coachId, (ctx) => previewExport(ctx, asked));
  expect(held.map(({ holds }) => holds)).toEqual([{ planned: 1, done: 1, results: 0 }, null, null]);
  const files = await unzip(await buffer(await as(coachId, (ctx) => exportMany(ctx, { ...asked, orgId }))));
  expect(Object.keys(files).sort()).toEqual(["athletes.csv", "plan.csv", "results.csv", "sessions.csv"]);
  expect(files["plan.csv"]).toMatch(/,2026-03-02,'=Tempo,easy,planned,,,,,20min @t\r\n$/);
  expect(files["sessions.csv"]?.match(/\r\n/g)).toHaveLength(2);
  expect(files["sessions.csv"]).toContain('"Said, ""so"""');
  expect(files["athletes.csv"]?.match(/no: shares no training with you/g)).toHaveLength(2);
});

test("its days are in order and at most two years", () => {
  const asked = { athleteIds: [crypto.randomUUID()], from: "2026-03-01", to: "2026-03-31" };
  expect(ExportManyInput.safeParse(asked).success).toBe(true);
  expect(ExportManyInput.safeParse({ ...asked, to: "2026-02-28" }).success).toBe(false);
  expect(ExportManyInput.safeParse({ ...asked, from: "2021-03-01" }).success).toBe(false);
});
