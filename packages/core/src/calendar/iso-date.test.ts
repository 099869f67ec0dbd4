import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayNumber, fromDayNumber, isIsoDate, isoWeekOf, weekdayOf, weekStartOf } from "./index.ts";

const anyDay = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") });

describe("calendar days", () => {
  test("day numbers and days are inverse and agree with the platform's UTC calendar", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const day = fromDayNumber(number);
        expect(dayNumber(day)).toBe(number);
        expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test("days that do not exist are refused", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", ""]) {
      expect(isIsoDate(text)).toBe(false);
    }
    expect(isIsoDate("2024-02-29")).toBe(true);
  });

  test("weeks start on Monday and hold seven days", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const day = fromDayNumber(number);
        const start = weekStartOf(day);
        expect(weekdayOf(start)).toBe("mon");
        expect(addDays(start, 6) >= day && start <= day).toBe(true);
      }),
    );
  });

  test("ISO weeks at the turn of a year", () => {
    expect(isoWeekOf("2021-01-03")).toBe("2020-W53");
    expect(isoWeekOf("2018-12-31")).toBe("2019-W01");
    expect(isoWeekOf("2026-11-22")).toBe("2026-W47");
  });
});
