import { AppError, type Fault } from "@repo/core/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutHistory, readHistory } from "./index.ts";

const RUN = { id: "a", date: "2026-01-05", sport: "run", durationS: 3120, distanceM: 10200 };
const FILE = { format: "mesocycle/athlete-history", version: 1, activities: [RUN] };

function faultsOf(json: unknown): Fault[] {
  try {
    readHistory(json);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe("INVALID");
    return error.details.faults as Fault[];
  }
  return [];
}

describe("reading a history file", () => {
  test("what is absent or null is not recorded, and unknown fields are kept", () => {
    const history = readHistory({ ...FILE, wellness: null, results: null, athlete: null, shoes: ["red"] });
    expect(history.wellness).toEqual([]);
    expect(history.activities[0]).toEqual(RUN);
    expect(history.shoes).toEqual(["red"]);
  });

  test.each([
    ["a list", [], "(file)", "a list"],
    ["nothing", null, "(file)", "null"],
    ["another format", { ...FILE, format: "gpx" }, "format", '"gpx"'],
    ["another version", { ...FILE, version: 2 }, "version", "2"],
    [
      "a negative distance",
      { ...FILE, activities: [{ ...RUN, distanceM: -1 }] },
      "activities[0].distanceM",
      "-1",
    ],
    [
      "a day that does not exist",
      { ...FILE, activities: [{ ...RUN, date: "2026-02-30" }] },
      "activities[0].date",
      '"2026-02-30"',
    ],
    [
      "a sport nobody knows",
      { ...FILE, activities: [{ ...RUN, sport: "jogging" }] },
      "activities[0].sport",
      '"jogging"',
    ],
    [
      "a missing duration",
      { ...FILE, activities: [{ ...RUN, durationS: undefined }] },
      "activities[0].durationS",
      "nothing",
    ],
    ["an effort of 11", { ...FILE, activities: [{ ...RUN, rpe: 11 }] }, "activities[0].rpe", "11"],
    [
      "a 27-day run",
      { ...FILE, activities: [{ ...RUN, durationS: 60 * 86_400 }] },
      "activities[0].durationS",
      "5184000",
    ],
    [
      "a run of 27 days",
      { ...FILE, activities: [{ ...RUN, durationS: 27 * 86_400 }] },
      "activities[0].durationS",
      "2332800",
    ],
    [
      "a duration beyond all limits",
      { ...FILE, activities: [{ ...RUN, durationS: Number.POSITIVE_INFINITY }] },
      "activities[0].durationS",
      "a number beyond all limits",
    ],
    [
      "a check-in before birth",
      { ...FILE, athlete: { birthDate: "2026-01-03" }, wellness: [{ date: "2026-01-02" }] },
      "wellness[0].date",
      '"2026-01-02"',
    ],
    ["the same id twice", { ...FILE, activities: [RUN, RUN] }, "activities[1].id", '"a" again'],
    [
      "a run at 20 m/s",
      { ...FILE, activities: [{ ...RUN, distanceM: 62_400 }] },
      "activities[0].distanceM",
      "62400",
    ],
    [
      "an average above the maximum",
      { ...FILE, activities: [{ ...RUN, avgHr: 180, maxHr: 170 }] },
      "activities[0].avgHr",
      "180",
    ],
    [
      "a start on another day",
      { ...FILE, activities: [{ ...RUN, startTime: "2026-03-05T06:00:00Z" }] },
      "activities[0].startTime",
      '"2026-03-05T06:00:00Z"',
    ],
    [
      "two check-ins of one day",
      { ...FILE, wellness: [{ date: "2026-01-05" }, { date: "2026-01-05" }] },
      "wellness[1].date",
      '"2026-01-05" again',
    ],
    [
      "a kilometre in 40 s",
      { ...FILE, results: [{ date: "2026-01-05", distanceM: 1000, timeS: 40 }] },
      "results[0].timeS",
      "40",
    ],
    [
      "a rest above the maximum",
      { ...FILE, athlete: { maxHr: 120, restingHr: 120 } },
      "athlete.restingHr",
      "120",
    ],
    [
      "a threshold below the rest",
      { ...FILE, athlete: { restingHr: 60, thresholdHr: 55 } },
      "athlete.thresholdHr",
      "55",
    ],
    [
      "a run before birth",
      { ...FILE, athlete: { birthDate: "2026-02-01" } },
      "activities[0].date",
      '"2026-01-05"',
    ],
    [
      "a year mistyped by a century",
      { ...FILE, activities: [RUN, { ...RUN, id: "b", date: "1902-01-06" }] },
      "activities[1].date",
      '"1902-01-06"',
    ],
    ["a time zone nobody has", { ...FILE, athlete: { timeZone: "zone 5" } }, "athlete.timeZone", '"zone 5"'],
    [
      "a lap faster than anybody",
      { ...FILE, activities: [{ ...RUN, laps: [{ durationS: 100, distanceM: 9999 }] }] },
      "activities[0].laps[0].distanceM",
      "9999",
    ],
    [
      "a phase that ends before it begins",
      {
        ...FILE,
        season: {
          format: "mesocycle/season",
          version: 1,
          weeks: [],
          phases: [{ kind: "base", start: "2026-03-02", end: "2026-02-01" }],
        },
      },
      "season.phases[0].end",
      '"2026-02-01"',
    ],
    ["a text for a list", { ...FILE, wellness: "none" }, "wellness", '"none"'],
  ])("%s is refused with its path and what was found", (_name, json, path, found) => {
    const [fault] = faultsOf(json);
    expect(fault).toMatchObject({ path, found });
    expect(fault?.expected.length).toBeGreaterThan(0);
  });

  test("whatever JSON comes in, the answer is a history or a named fault", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (activities, wellness) => {
        faultsOf({ ...FILE, activities, wellness });
        faultsOf(activities);
      }),
    );
  });

  test("a cut keeps the day itself and nothing later", () => {
    const history = readHistory({ ...FILE, activities: [RUN, { ...RUN, id: "b", date: "2026-01-06" }] });
    expect(cutHistory(history, "2026-01-05").activities.map((activity) => activity.id)).toEqual(["a"]);
  });
});
