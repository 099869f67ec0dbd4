import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareAssessor } from "@repo/core/assessment";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { readHistory } from "@repo/core/history";
import { describe, expect, test } from "vitest";
import { readActivityLog } from "./activity-log.ts";
import { readCheckInTable } from "./check-in-table.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const PEOPLE = join(process.env.MESOCYCLE_SHARED ?? join(ROOT, "../shared"), "data/logs/pmdata");
const present = existsSync(PEOPLE);
if (!present)
  console.warn("SKIPPED: the logs with injury reports are not here, so no warning was held against one");

const REACH_DAYS = 14;
const MONTH_DAYS = 30.44;

/** What one of the five people noted, read as an import reads it, and the days of their injury reports. */
function personOf(name: string) {
  const file = (part: string) => readFileSync(join(PEOPLE, name, part));
  const activities = readActivityLog(file("srpe.csv")).activities.flatMap(
    ({ date, sport, durationS, rpe }, at) =>
      durationS ? [{ id: String(at), date, sport, durationS, rpe: rpe ?? null }] : [],
  );
  const days = new Map<string, { date: string }>();
  for (const part of ["wellness.csv", "sleep_score.csv"])
    for (const day of readCheckInTable(file(part))?.days ?? [])
      days.set(day.date, { ...days.get(day.date), ...day });
  const history = readHistory({
    format: "mesocycle/athlete-history",
    version: 1,
    activities,
    wellness: [...days.values()],
  });
  const lines = file("injury.csv").toString().split("\n");
  return {
    history,
    reports: firstOfFortnight(lines.filter((line) => line.includes("':")).map((line) => line.slice(0, 10))),
  };
}

/** The same trouble is reported week after week: what follows within a fortnight counts once. */
function firstOfFortnight(days: string[]): IsoDate[] {
  const kept: IsoDate[] = [];
  for (const day of days.sort()) {
    const last = kept.at(-1);
    if (last === undefined || daysBetween(last, day) > REACH_DAYS) kept.push(day);
  }
  return kept;
}

function heldAgainst(name: string) {
  const { history, reports } = personOf(name);
  const assessor = prepareAssessor(history);
  const [first, last] = [assessor.firstDay ?? "", assessor.lastDay ?? ""];
  const opened: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1))
    opened.push(...assessor.at(day).opened.map(() => day));
  const isBefore = (day: IsoDate, report: IsoDate) => {
    const ahead = daysBetween(day, report);
    return ahead >= 0 && ahead <= REACH_DAYS;
  };
  return {
    reports: reports.length,
    told: reports.filter((report) => opened.some((day) => isBefore(day, report))).length,
    others: opened.filter((day) => !reports.some((report) => isBefore(day, report))).length,
    months: (daysBetween(first, last) + 1) / MONTH_DAYS,
  };
}

describe.skipIf(!present)("five people who reported injuries", () => {
  test("had as many warnings before them, and besides, as the page on the science says", () => {
    const people = ["p01", "p02", "p04", "p07", "p14"].map(heldAgainst);
    const sum = (of: keyof (typeof people)[number]) => people.reduce((total, each) => total + each[of], 0);
    expect(sum("reports")).toBe(7);
    const page = readFileSync(join(ROOT, "docs/science.md"), "utf8");
    const told = page.match(/before an injury report.*\| (\d+ of 7) \(/)?.[1];
    expect(`${sum("told")} of 7`).toBe(told);
    const others = page.match(/other warnings a month \| ([\d.]+) \(/)?.[1];
    expect((sum("others") / sum("months")).toFixed(1)).toBe(others);
  });
});
