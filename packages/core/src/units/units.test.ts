import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatClimb,
  formatDistance,
  formatDuration,
  formatMinutes,
  formatPace,
  formatPaceRange,
  formatSpeed,
  inUnits,
  metresFromMiles,
  milesFromMetres,
  NOT_KNOWN_MARK,
  paceFromSpeed,
  pacePerKmFromPerMile,
  pacePerMileFromPerKm,
  parseClock,
  speedFromPace,
} from "./index.ts";

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY));

describe("units", () => {
  test("a pace is shown for a kilometre and for a mile", () => {
    expect(formatPace(299.6, "metric")).toBe("5:00/km");
    expect(formatPace(299.6, "imperial")).toBe("8:02/mi");
    expect(formatPaceRange(240, 250, "metric")).toBe("4:00–4:10/km");
    expect(formatPaceRange(240, 240.2, "metric")).toBe("4:00/km");
  });

  test("a planned time is to the minute, and in hours where people count in hours", () => {
    expect([2700, 3822, 5_990, 7_200, 9_300].map(formatMinutes)).toEqual([
      "45 min",
      "64 min",
      "1 h 40 min",
      "2 h",
      "2 h 35 min",
    ]);
  });

  test("a time rolls over into minutes and hours, also by rounding", () => {
    expect([45, 59.6, 270, 3599.6, 3930].map(formatDuration)).toEqual([
      "0:45",
      "1:00",
      "4:30",
      "1:00:00",
      "1:05:30",
    ]);
  });

  test("a distance keeps the unit its reader knows", () => {
    expect(formatDistance(400, "metric")).toBe("400 m");
    expect(formatDistance(400, "imperial")).toBe("400 m");
    expect(formatDistance(10_000, "metric")).toBe("10 km");
    expect(formatDistance(42_195, "metric")).toBe("42.2 km");
    expect(formatDistance(42_195, "imperial", 2)).toBe("26.22 mi");
    expect(formatSpeed(3.3333, "metric")).toBe("12.0 km/h");
    expect(formatClimb(40, "imperial")).toBe("131 ft");
  });

  test("what is not a number is marked as not known, never shown as zero or NaN", () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom("metric" as const, "imperial" as const), (value, units) => {
        const shown = [
          formatDuration(value),
          formatMinutes(value),
          formatPace(value, units),
          formatDistance(value, units),
          formatSpeed(value, units),
          formatClimb(value, units),
        ];
        for (const text of shown) expect(text).not.toMatch(/NaN|Infinity|undefined/);
        if (!(value > 0) || !Number.isFinite(value)) expect(formatPace(value, units)).toBe(NOT_KNOWN_MARK);
      }),
    );
  });

  test("conversions there and back change nothing", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
        expect(metresFromMiles(milesFromMetres(value))).toBeCloseTo(value, 6);
        expect(pacePerKmFromPerMile(pacePerMileFromPerKm(value))).toBeCloseTo(value, 6);
        expect(paceFromSpeed(speedFromPace(value))).toBeCloseTo(value, 6);
      }),
    );
    expect(() => speedFromPace(0)).toThrow(RangeError);
    expect(() => paceFromSpeed(Number.NaN)).toThrow(RangeError);
  });

  test("a clock time is read back to the seconds it shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), (seconds) => {
        expect(parseClock(formatDuration(seconds))).toBe(seconds);
      }),
    );
    expect(["4:75", "abc", "", "1:60:00", "-3"].map(parseClock)).toEqual([null, null, null, null, null]);
  });
});

describe("a sentence kept in kilometres", () => {
  test("is said in miles to who reads miles; names of races and repetitions stay", () => {
    const said = (text: string) => inUnits(text, "imperial");
    expect(said("Keep runs of the next two weeks to at most 17.6 km.")).toBe(
      "Keep runs of the next two weeks to at most 10.9 mi.",
    );
    expect(said("on 64 km a week, 8–10 km easy")).toBe("on 40 mi a week, 5–6.2 mi easy");
    expect(said("at 4:00/km, later 5:30 /km")).toBe("at 6:26/mi, later 8:51/mi");
    expect(said("Run easy days 40–75 s/km slower")).toBe("Run easy days 65–120 s/mi slower");
    expect(said("Easy 5.5 km + 4 hill sprints of 10 s")).toBe("Easy 3.4 mi + 4 hill sprints of 10 s");
    expect(said("6 x 1 km at 5K pace, 3x2 km")).toBe("6 x 1 km at 5K pace, 3x2 km");
    expect(said("5 × 1 km; a 10 km race at 12.0 km/h")).toBe("5 × 1 km; a 10 km race at 12.0 km/h");
  });

  test("stays as it is for everybody else", () => {
    fc.assert(fc.property(fc.string(), (text) => inUnits(text, "metric") === text));
  });
});
