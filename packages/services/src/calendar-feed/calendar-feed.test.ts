import { newId, withActor } from "@repo/db";
import { insertPlannedWorkouts } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFeed, listFeeds, readCalendar, revokeFeed, writeIcs } from "./index.ts";

const NOW = new Date("2026-03-20T12:00:00Z");
const ALL_DAY = Array<number | null>(7).fill(null);
const AT_SEVEN_THIRTY = Array<number | null>(7).fill(450);

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function plannedAthlete() {
  const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
  const days = ["2026-03-28", "2026-03-29"].map((localDate, index) => ({
    id: newId(),
    localDate,
    position: 0,
    kind: "easy" as const,
    title: index === 0 ? "Easy; 8 km, relaxed" : "Long run",
    text: "30min easy",
    isAssigned: true,
    hard: false,
    durationS: 1_800,
  }));
  await as(athlete, (ctx) => insertPlannedWorkouts(ctx.db, athlete, days));
  return { athlete, ids: days.map(({ id }) => id) };
}

test("a feed says the plan in full, in the athlete's zone over a change of the clocks", async () => {
  const { athlete, ids } = await plannedAthlete();
  const { token } = await as(athlete, (ctx) =>
    createFeed(ctx, { detail: "full", startMinutes: AT_SEVEN_THIRTY }),
  );
  const ics = await readCalendar(db.web, token, NOW);
  expect(ics).toContain("SUMMARY:Easy\\; 8 km\\, relaxed\r\n");
  expect(ics).toContain(`UID:${ids[0]}@mesocycle`);
  expect(ics).toContain("DTSTART:20260328T063000Z\r\nDTEND:20260328T070000Z");
  expect(ics).toContain("DTSTART:20260329T053000Z");
});

test("a busy feed says nothing but the day, and an ended one nothing at all", async () => {
  const { athlete } = await plannedAthlete();
  const { id, token } = await as(athlete, (ctx) =>
    createFeed(ctx, { detail: "busy", startMinutes: ALL_DAY }),
  );
  const ics = (await readCalendar(db.web, token, NOW)) ?? "";
  expect(ics).toContain("DTSTART;VALUE=DATE:20260328\r\nDTEND;VALUE=DATE:20260329");
  expect(ics).not.toMatch(/Easy|Long run|easy/);
  const stranger = await makeAthlete(db.owner);
  await expect(as(stranger, (ctx) => revokeFeed(ctx, id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await as(athlete, (ctx) => revokeFeed(ctx, id));
  expect(await readCalendar(db.web, token, NOW)).toBeNull();
  expect(await as(athlete, (ctx) => listFeeds(ctx))).toEqual([]);
  expect(await readCalendar(db.web, "no-such-token", NOW)).toBeNull();
});

test("long lines are folded at 75 bytes and never inside a character", () => {
  const title = "Løp 10 × 400 m 🏃 ".repeat(12);
  const when = { date: "2026-03-28" };
  const ics = writeIcs("Plan", [
    { uid: "a", version: 1, stamp: NOW, title, text: "a\nb", when, isPrivate: false },
  ]);
  const lines = ics.split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(ics.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}`);
  expect(ics).toContain("DESCRIPTION:a\\nb");
  expect(ics).not.toContain("\uFFFD");
});
