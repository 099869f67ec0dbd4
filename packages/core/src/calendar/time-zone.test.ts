import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, isTimeZone, localClock, localDay } from "./index.ts";

const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const anyInstant = fc
  .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) })
  .map((ms) => new Date(Math.floor(ms / 1_000) * 1_000));

test("wall-clock times become instants, also where an hour is missing or doubled", () => {
  const at = (date: string, time: string, zone: string) =>
    new Date(instantOf(date, time, zone)).toISOString();
  expect(at("2026-07-01", "07:00:00", "Europe/Oslo")).toBe("2026-07-01T05:00:00.000Z");
  expect(at("2026-03-29", "02:30:00", "Europe/Oslo")).toBe("2026-03-29T01:30:00.000Z");
  expect(at("2026-10-25", "02:30:00", "Europe/Oslo")).toBe("2026-10-25T00:30:00.000Z");
  expect(at("2026-11-23", "01:30:00", "Pacific/Auckland")).toBe("2026-11-22T12:30:00.000Z");
});

test("a clock's time leads back to an instant that shows it, the first where there are two", () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, at) => {
      const [date = "", time = ""] = at.toLocaleString("sv-SE", { timeZone: zone }).split(" ");
      const back = new Date(instantOf(date, time, zone));
      expect(back.toLocaleString("sv-SE", { timeZone: zone })).toBe(`${date} ${time}`);
      expect(back.getTime()).toBeLessThanOrEqual(at.getTime());
    }),
    { numRuns: 60 },
  );
});

test("what a clock shows is what the platform prints, in every zone at every instant", () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, at) => {
      const printed = at.toLocaleString("sv-SE", { timeZone: zone });
      expect(localClock(at, zone)).toEqual({
        date: printed.slice(0, 10),
        hour: Number(printed.slice(11, 13)),
      });
    }),
    { numRuns: 60 },
  );
});

test("a zone that nobody knows here counts as UTC", () => {
  const at = new Date("2026-11-22T23:30:00Z");
  expect(isTimeZone("Mars/Phobos")).toBe(false);
  expect(localDay(at, "Mars/Phobos")).toBe("2026-11-22");
  expect(localDay(at, "Europe/Oslo")).toBe("2026-11-23");
  expect(instantOf("2026-11-22", "07:00:00", "Mars/Phobos")).toBe(Date.parse("2026-11-22T07:00:00Z"));
});
