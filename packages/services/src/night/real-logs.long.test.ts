import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { prepareAssessor } from "@repo/core/assessment";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { getAthleteState, listWarningsSince } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { historyOfRows, readAthleteRows } from "@repo/services/history";
import { beginImport, importLocalFiles } from "@repo/services/imports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDueNights, runNights } from "./index.ts";

const SHARED = process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared");
const LOGS = join(SHARED, "data/logs");
const present = existsSync(join(LOGS, "runkeeper_7y"));
if (!present) console.warn("SKIPPED: the real logs are not here, so no night catches up with them");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

type Opened = { kind: string; openedOn: IsoDate; closedOn: IsoDate | null };
type Replay = { opened: Opened[]; judged: number };

/**
 * Imports files as an athlete would, and lets the worker catch up: every day is judged in order, as of itself. The
 * warnings are those that `mesocycle assess` opens on the same days.
 */
async function replay(files: readonly string[], now: Date): Promise<Replay> {
  const userId = await makeAthlete(db.owner, { timeZone: "UTC" });
  for (const file of files) {
    const batchId = newId();
    await withActor(db.web, { userId }, async (tx) => {
      await beginImport({ db: tx, actor: { userId }, now }, { batchId, total: 1 });
    });
    const local = [{ path: join(LOGS, file), name: basename(file) }];
    await importLocalFiles(db.web, { batchId, athleteId: userId, files: local }, { now: () => now });
  }
  await createDueNights(db.night, { now });
  const summary = await runNights(db.night, { now });
  expect(summary.failed).toEqual([]);
  expect(await runNights(db.night, { now })).toMatchObject({ done: 0 });
  const state = await withActor(db.web, { userId }, (tx) => getAthleteState(tx, userId));
  const yesterday = addDays(now.toISOString().slice(0, 10), -1);
  expect(state).toMatchObject({ judgedThrough: yesterday, rejudgeFrom: null });
  const warnings = await withActor(db.web, { userId }, (tx) => listWarningsSince(tx, userId, "2000-01-01"));
  for (const { openedOn, closedOn } of warnings) expect(openedOn <= (closedOn ?? "2199")).toBe(true);
  expect(warnings.map(({ kind, openedOn }) => `${openedOn} ${kind}`).sort()).toEqual(
    await assessedOf(userId, yesterday),
  );
  return { opened: warnings, judged: summary.done };
}

/** What an assessment of the athlete's history opens, day by day. */
async function assessedOf(athleteId: string, through: IsoDate): Promise<string[]> {
  const rows = await inTransaction(db.night, (tx) => readAthleteRows(tx, athleteId));
  if (!rows) throw new Error("the athlete is gone");
  const assessor = prepareAssessor(historyOfRows(rows, { isPaired: true }));
  const opened: string[] = [];
  for (let day = assessor.firstDay ?? through; day <= through; day = addDays(day, 1)) {
    opened.push(...assessor.at(day).opened.map(({ kind }) => `${day} ${kind}`));
  }
  return opened.sort();
}

/** Warnings opened in the days before a day, or on it. */
function before({ opened }: Replay, day: IsoDate, days: number): Opened[] {
  return opened.filter(({ openedOn }) => {
    const ahead = daysBetween(openedOn, day);
    return ahead >= 0 && ahead <= days;
  });
}

const openOn = ({ opened }: Replay, day: IsoDate) =>
  opened.filter(({ openedOn, closedOn }) => openedOn <= day && (closedOn ?? "2199") > day);
const inYear = ({ opened }: Replay, year: number) =>
  opened.filter(({ openedOn }) => openedOn.startsWith(String(year)));
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe.skipIf(!present)("the worker, day by day through a real log", () => {
  test("of seven years: foresees most breaks, bothers rarely, and notices the plateau in time", async () => {
    const seven = await replay(["runkeeper_7y/cardioActivities.csv"], new Date("2018-12-01T05:00:00Z"));
    expect(seven.judged).toBeGreaterThan(2_200);
    const breaks = [
      ...["2012-09-22", "2013-03-20", "2014-01-07", "2015-10-04"],
      ...["2016-01-14", "2017-12-04", "2018-02-19", "2018-08-22"],
    ];
    const foreseen = breaks.filter((day) => before(seven, day, 28).length > 0);
    const perYear = years(2012, 2018).map((year) => inYear(seven, year).length);
    console.log(`seven years: ${foreseen.length} of 8 breaks foreseen; warnings a year ${perYear}`);
    expect(foreseen.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...perYear)).toBeLessThanOrEqual(12);
    const plateaus = seven.opened.filter(({ kind }) => kind === "plateau").map(({ openedOn }) => openedOn);
    expect(plateaus.some((day) => day < "2017")).toBe(true);
    expect(plateaus.filter((day) => day.startsWith("2014"))).toEqual([]);
  });

  test("of four years: warns before each breakdown, and of nothing during the lay-off", async () => {
    const four = await replay(["intervals_icu_4y/activities.csv"], new Date("2026-07-26T05:00:00Z"));
    for (const day of ["2022-04-01", "2023-03-01", "2024-06-01", "2026-03-22"]) {
      expect([...before(four, day, 28), ...openOn(four, day)], day).not.toEqual([]);
    }
    const perYear = years(2022, 2026).map((year) => inYear(four, year).length);
    console.log(`four years: warnings a year ${perYear}`);
    expect(Math.max(...perYear)).toBeLessThanOrEqual(12);
    const layOff = four.opened.filter(({ openedOn }) => openedOn > "2024-06-10" && openedOn < "2024-11-10");
    expect(layOff).toEqual([]);
  });

  test("of five people with injuries: says how many were preceded by a warning, and bothers rarely", async () => {
    let [reports, foreseen, others, months] = [0, 0, 0, 0];
    for (const person of ["p01", "p02", "p04", "p07", "p14"]) {
      const files = ["wellness.csv", "srpe.csv", "resting_heart_rate.json", "exercise.json.gz"];
      const log = await replay(
        files.map((file) => `pmdata/${person}/${file}`),
        new Date("2020-04-01T05:00:00Z"),
      );
      const injuries = injuriesOf(person);
      reports += injuries.length;
      foreseen += injuries.filter((day) => before(log, day, 14).length > 0).length;
      const near = new Set(injuries.flatMap((day) => before(log, day, 14)));
      others += log.opened.filter((warning) => !near.has(warning)).length;
      months += log.judged / 30.4;
    }
    console.log(
      `five people: ${foreseen} of ${reports} injury reports preceded by a warning; ${(others / months).toFixed(2)} other warnings a month in ${Math.round(months)} months`,
    );
    expect(reports).toBeGreaterThan(5);
    expect(others / months).toBeLessThanOrEqual(1);
  });
});

/** Days of injury reports; those within a fortnight of the one before belong to it. */
function injuriesOf(person: string): IsoDate[] {
  const lines = readFileSync(join(LOGS, `pmdata/${person}/injury.csv`), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const days = lines
    .filter((line) => !/,"?\{\}"?$/.test(line))
    .map((line) => line.slice(0, 10))
    .sort();
  const first: IsoDate[] = [];
  let last: IsoDate | null = null;
  for (const day of days) {
    if (last === null || daysBetween(last, day) > 14) first.push(day);
    last = day;
  }
  return first;
}
