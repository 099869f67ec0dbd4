import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { type AthleteHistory, readHistory } from "@repo/core/history";
import type { OpenWarning } from "@repo/core/warnings";
import { describe, expect, test } from "vitest";
import { prepareAssessor } from "./index.ts";

const SHARED =
  process.env.MESOCYCLE_SHARED ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const LOGS = `${SHARED}/data/logs`;
const exists = existsSync(`${LOGS}/runkeeper_7y`);
if (!exists) console.warn("SKIPPED: the real logs are not here, so no replay of years was judged");

type Row = Record<string, string>;

function rowsOf(path: string): Row[] {
  const [head = "", ...lines] = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n(?=\d{4}-)/);
  const names = cellsOf(head);
  return lines.map((line) =>
    Object.fromEntries(cellsOf(line).map((cell, index) => [names[index] ?? "", cell])),
  );
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/gs)].map((match) =>
    (match[1] ?? "").replace(/^"|"$/g, ""),
  );
}

function seconds(clock: string): number {
  return clock.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

function runkeeper(): AthleteHistory {
  const sports: Record<string, string> = { Running: "run", Cycling: "ride", Walking: "walk", Hiking: "hike" };
  return readHistory({
    format: "mesocycle/athlete-history",
    version: 1,
    activities: rowsOf(`${LOGS}/runkeeper_7y/cardioActivities.csv`).map((row, index) => ({
      id: String(index),
      date: row.Date?.slice(0, 10),
      sport: sports[row.Type ?? ""] ?? "other",
      distanceM: Number(row["Distance (km)"]) * 1000,
      durationS: seconds(row.Duration ?? "0"),
      avgHr: Number(row["Average Heart Rate (bpm)"]) || null,
    })),
  });
}

function intervals(): AthleteHistory {
  return readHistory({
    format: "mesocycle/athlete-history",
    version: 1,
    activities: rowsOf(`${LOGS}/intervals_icu_4y/activities.csv`).map((row, index) => ({
      id: String(index),
      date: row.date,
      sport: "run",
      title: row.name,
      distanceM: Number(row.dist_m),
      durationS: Number(row.mov_s),
      avgHr: Number(row.hr) || null,
    })),
  });
}

type Night = { day: IsoDate; opened: OpenWarning[]; open: OpenWarning[] };

function replay(history: AthleteHistory): Night[] {
  const assessor = prepareAssessor(history);
  const nights: Night[] = [];
  for (let day = assessor.firstDay ?? ""; day <= (assessor.lastDay ?? ""); day = addDays(day, 1)) {
    const { opened, warnings } = assessor.at(day);
    nights.push({ day, opened, open: warnings });
  }
  return nights;
}

/** Whether a warning was opened in the four weeks before a day, or on it. */
function warnedBefore(nights: readonly Night[], day: IsoDate): boolean {
  return nights.some((night) => {
    const ahead = daysBetween(night.day, day);
    return ahead >= 0 && ahead <= 28 && night.opened.length > 0;
  });
}

describe.skipIf(!exists)("seven years of a real runner, night by night", () => {
  const nights = exists ? replay(runkeeper()) : [];
  const openedIn = (year: string, kind?: string) =>
    nights
      .filter((night) => night.day.startsWith(year))
      .flatMap((night) => night.opened)
      .filter((warning) => !kind || warning.kind === kind);

  test("a warning comes before at least six of the eight breaks", () => {
    const breaks = [
      "2012-09-22",
      "2013-03-20",
      "2014-01-07",
      "2015-10-04",
      "2016-01-14",
      "2017-12-04",
      "2018-02-19",
      "2018-08-22",
    ];
    expect(breaks.filter((day) => warnedBefore(nights, day)).length).toBeGreaterThanOrEqual(6);
  });

  test("no year has more than twelve warnings", () => {
    for (const year of ["2012", "2013", "2014", "2015", "2016", "2017", "2018"]) {
      expect(openedIn(year).length, year).toBeLessThanOrEqual(12);
    }
  });

  test("the plateau is noticed by 2016, and not in 2014 while the pace still improves", () => {
    expect(openedIn("2014", "plateau")).toEqual([]);
    expect([...openedIn("2015", "plateau"), ...openedIn("2016", "plateau")].length).toBeGreaterThan(0);
  });
});

describe.skipIf(!exists)("four years of another", () => {
  const nights = exists ? replay(intervals()) : [];

  test("a warning comes before, or is open at, each of the breakdowns that the log tells of", () => {
    for (const day of ["2022-04-01", "2023-03-01", "2024-06-01", "2026-03-22"]) {
      const openThen = nights.find((night) => night.day === day)?.open ?? [];
      expect(warnedBefore(nights, day) || openThen.length > 0, day).toBe(true);
    }
  });

  test("no year has more than twelve warnings", () => {
    for (const year of ["2022", "2023", "2024", "2025", "2026"]) {
      const opened = nights.filter((night) => night.day.startsWith(year)).flatMap((night) => night.opened);
      expect(opened.length, year).toBeLessThanOrEqual(12);
    }
  });

  test("during the lay-off of 2024 nobody is bothered", () => {
    const told = nights.filter((night) => night.day > "2024-06-10" && night.day < "2024-11-10");
    expect(told.flatMap((night) => night.opened)).toEqual([]);
  });
});
