import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isoWeekOf } from "@repo/core/calendar";
import { describe, expect, test } from "vitest";
import { type ActivityLog, readActivityLog } from "./activity-log.ts";

const LOGS = join(
  process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared"),
  "data/logs",
);
const present = existsSync(LOGS);
if (!present) console.warn("SKIPPED: real logs are not here, so none is read");

const read = (name: string) => readActivityLog(readFileSync(join(LOGS, name)));
const bytes = (text: string) => new TextEncoder().encode(text);

/** The manifest's checksum: ISO weeks with running, kilometres to two decimals. */
function weeklySha(log: ActivityLog): string {
  const weeks = new Map<string, number>();
  for (const activity of log.activities) {
    if (activity.sport !== "run" || !activity.distanceM) continue;
    const week = isoWeekOf(activity.date);
    weeks.set(week, (weeks.get(week) ?? 0) + activity.distanceM / 1_000);
  }
  const text = [...weeks]
    .sort()
    .map(([week, km]) => `${week}=${km.toFixed(2)}`)
    .join(";");
  return createHash("sha1").update(text).digest("hex").slice(0, 12);
}

describe.skipIf(!present)("logs that real runners exported", () => {
  test("seven years of Runkeeper give the weekly distances of the manifest", () => {
    const log = read("runkeeper_7y/cardioActivities.csv");
    expect(log.activities.filter((activity) => activity.sport === "run")).toHaveLength(459);
    expect(weeklySha(log)).toBe("790868481ad7");
  });

  test("the same log after a spreadsheet is repaired, with a remark, to the same weeks and durations", () => {
    const original = read("runkeeper_7y/cardioActivities.csv");
    const mangled = read("runkeeper_7y_excel_mangled/cardioActivities.csv");
    expect(weeklySha(mangled)).toBe("790868481ad7");
    const durations = (log: ActivityLog) => log.activities.map((activity) => activity.durationS);
    expect(durations(mangled)).toEqual(durations(original));
    expect(mangled.remarks.some((remark) => remark.code === "repaired")).toBe(true);
  });

  test("miles become metres", () => {
    const log = read("runkeeper_miles_2013/cardioActivities.csv");
    const total = log.activities.reduce((sum, activity) => sum + (activity.distanceM ?? 0), 0);
    expect(total / 1_000).toBeCloseTo(1610.26, 0);
  });

  test("a Strava header with two distance columns gives metres once", () => {
    const log = read("strava_small/activities.csv");
    expect(log.activities.length).toBe(8);
    for (const activity of log.activities) {
      const kmh = (activity.distanceM ?? 0) / 1_000 / (activity.durationS / 3_600);
      expect(kmh).toBeGreaterThan(3);
      expect(kmh).toBeLessThan(60);
    }
  });
});

describe("a table of sessions", () => {
  test("without a day or a duration is refused by the name of what is missing", () => {
    expect(() => readActivityLog(bytes("Distance (km)\n5\n"))).toThrow(/no column for the day/);
    expect(() => readActivityLog(bytes("Date,Distance (km)\n2026-01-01,5\n"))).toThrow(
      /no column for the duration/,
    );
  });

  test("keeps its good lines and names its bad ones", () => {
    const log = readActivityLog(
      bytes("Date,Type,Distance (km),Duration\n2026-01-01,Running,5,25:00\n2026-02-30,Running,5,25:00\n"),
    );
    expect(log.activities).toHaveLength(1);
    expect(log.remarks).toEqual([{ line: 3, code: "left-out", text: '"2026-02-30" is no day' }]);
  });
});

test("two lines that begin in the same second under two ids both come in, and the second is named", () => {
  const { activities, remarks } = readActivityLog(
    new TextEncoder().encode(
      "Activity ID,Start time,Type,Distance (m),Duration (s)\n1,2026-01-05T07:00:00Z,running,10000,3000\n2,2026-01-05T07:00:00Z,running,10000,3000\n3,2026-01-06,running,5000,1500\n4,2026-01-06,running,5000,1500\n",
    ),
  );
  expect(activities).toHaveLength(4);
  expect(remarks).toEqual([
    { line: 3, code: "doubled", text: expect.stringMatching(/^says the same as line 2, to the second/) },
  ]);
});
