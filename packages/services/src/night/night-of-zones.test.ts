import { addDays, daysBetween } from "@repo/core/calendar";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDueNights } from "./index.ts";

/** All zones and three years with `MESOCYCLE_ALL_ZONES=1`; without it those that do odd things, on the days they do. */
const ALL = process.env.MESOCYCLE_ALL_ZONES !== undefined;
const ZONES = ALL
  ? Intl.supportedValuesOf("timeZone")
  : [
      "Africa/Cairo",
      "America/Havana",
      "Atlantic/Azores",
      "Australia/Lord_Howe",
      "Europe/Oslo",
      "Pacific/Apia",
      "UTC",
    ];
/** Spring and autumn of Europe and Cuba, where a midnight is missing; or everything. */
const SPANS = ALL
  ? [{ from: "2025-01-01", days: 3 * 365 }]
  : [
      { from: "2026-03-06", days: 4 },
      { from: "2026-10-23", days: 4 },
    ];
const HOUR_MS = 3_600_000;

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const nightsOf = (athlete: string) =>
  db.owner.execute<{ day: string }>(
    `select local_date::text as day from nightly_runs where athlete_id = '${athlete}' order by 1`,
  );

test("ticks every hour give every zone exactly one night a day in the ledger", async () => {
  for (const { from, days } of SPANS) {
    await db.owner.execute("truncate users cascade");
    const athletes = new Map<string, string>();
    for (const timeZone of ZONES) athletes.set(timeZone, await makeAthlete(db.owner, { timeZone }));
    const seen = new Map<string, string>();
    for (let hour = 0; hour < days * 24; hour += 1) {
      await createDueNights(db.night, {
        now: new Date(Date.parse(`${from}T12:00:00Z`) + hour * HOUR_MS),
        seen,
      });
    }
    for (const [zone, athlete] of athletes) {
      const nights = (await nightsOf(athlete)).map((row) => row.day);
      const [first = "", last = ""] = [nights[0], nights.at(-1)];
      expect(nights, zone).toEqual(
        Array.from({ length: nights.length }, (_, index) => addDays(first, index)),
      );
      expect(daysBetween(first, last), zone).toBe(nights.length - 1);
      expect(nights.length, zone).toBeGreaterThanOrEqual(days);
    }
  }
}, 1_800_000);

test("flying across the date line, both ways, doubles no night and leaves none out", async () => {
  await db.owner.execute("truncate users cascade");
  const athlete = await makeAthlete(db.owner, { timeZone: "Pacific/Auckland" });
  const moves: Record<number, string> = {
    40: "Pacific/Honolulu",
    110: "Pacific/Kiritimati",
    160: "America/New_York",
  };
  for (let hour = 0; hour < 240; hour += 1) {
    const zone = moves[hour];
    if (zone)
      await db.owner.execute(`update athletes set time_zone = '${zone}' where athlete_id = '${athlete}'`);
    await createDueNights(db.night, { now: new Date(Date.UTC(2026, 5, 1) + hour * HOUR_MS) });
  }
  const nights = (await nightsOf(athlete)).map((row) => row.day);
  expect(nights).toEqual(
    Array.from({ length: nights.length }, (_, index) => addDays(nights[0] ?? "", index)),
  );
  expect(nights.length).toBeGreaterThanOrEqual(9);
});

test("a clock that jumps back makes no second night, a worker that slept ten days makes up for them in order", async () => {
  await db.owner.execute("truncate users cascade");
  const athlete = await makeAthlete(db.owner, { timeZone: "Europe/Oslo" });
  const tick = (at: string) => createDueNights(db.night, { now: new Date(at) });
  await tick("2026-06-01T03:00:00Z");
  await tick("2026-06-01T01:00:00Z");
  await tick("2026-06-01T03:00:00Z");
  expect(await nightsOf(athlete)).toHaveLength(1);
  expect(await tick("2026-06-11T12:00:00Z")).toMatchObject({ created: 10 });
  expect((await nightsOf(athlete)).map((row) => row.day)).toEqual(
    Array.from({ length: 11 }, (_, index) => addDays("2026-06-01", index)),
  );
});
