import { addDays, daysBetween } from "@repo/core/calendar";
import { expect, test } from "vitest";
import { dueNights, latestNight } from "./due-nights.ts";

/** Ticks every 15 minutes are simulated hourly; the zones are those this Node knows. */
const ZONES = process.env.MESOCYCLE_LONG
  ? Intl.supportedValuesOf("timeZone")
  : ["Europe/Oslo", "America/Havana", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Tehran", "UTC"];

const HOUR_MS = 3_600_000;

test("ticks over three years give every zone exactly one night a day, also where clocks change", () => {
  for (const timeZone of ZONES) {
    const start = Date.UTC(2025, 0, 1, 12);
    let lastNight: string | null = null;
    const nights: string[] = [];
    for (let hour = 0; hour < 3 * 365 * 24; hour += 1) {
      const due = dueNights(new Date(start + hour * HOUR_MS), { timeZone, lastNight });
      nights.push(...due);
      lastNight = due.at(-1) ?? lastNight;
    }
    expect(new Set(nights).size).toBe(nights.length);
    const [first = "", last = ""] = [nights[0], nights.at(-1)];
    expect(nights.length).toBe(daysBetween(first, last) + 1);
    expect(nights.length).toBeGreaterThanOrEqual(3 * 365);
  }
});

test("a worker that slept ten days makes them up in order, and never more than sixty", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const ten = dueNights(now, { timeZone: "UTC", lastNight: "2026-11-12" });
  expect(ten).toEqual(Array.from({ length: 10 }, (_, index) => addDays("2026-11-13", index)));
  expect(dueNights(now, { timeZone: "UTC", lastNight: "2020-01-01" })).toHaveLength(60);
});

test("flying west across the date line doubles no night", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  expect(latestNight(now, "Pacific/Auckland")).toBe("2026-11-22");
  expect(dueNights(now, { timeZone: "Pacific/Pago_Pago", lastNight: "2026-11-22" })).toEqual([]);
});

test("before four in the morning the night is yesterday's", () => {
  expect(latestNight(new Date("2026-11-22T02:59:00Z"), "Europe/Oslo")).toBe("2026-11-21");
  expect(latestNight(new Date("2026-11-22T03:00:00Z"), "Europe/Oslo")).toBe("2026-11-22");
});
