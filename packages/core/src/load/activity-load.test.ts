import type { Activity } from "@repo/core/activities";
import { addDays } from "@repo/core/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activityLoad,
  activityLoads,
  calibrate,
  dailyLoads,
  type LoadHistory,
  loadSeries,
  prepareLoadProfiles,
} from "./index.ts";

const TODAY = "2026-06-30";

function run(overrides: Partial<Activity> = {}): Activity {
  return { id: "a", date: TODAY, sport: "run", durationS: 3600, distanceM: 12_000, ...overrides };
}

const ATHLETE = {
  sex: "female",
  maxHr: 190,
  restingHr: 50,
  thresholdHr: 172,
  thresholdPaceSPerKm: 270,
} as const;
const profile = prepareLoadProfiles({ activities: [], athlete: ATHLETE })(TODAY);
const auOf = (activity: Activity, given = profile) => {
  const { loadAu } = activityLoad(activity, given);
  return loadAu.known ? loadAu.value : Number.NaN;
};

describe("the load of a session", () => {
  it("is 100 for one hour at threshold, by pace and by heart rate alike", () => {
    expect(auOf(run({ distanceM: 3600 / 0.27 }))).toBeCloseTo(100, 9);
    expect(auOf(run({ distanceM: null, avgHr: 172 }))).toBeCloseTo(100, 9);
  });

  it("falls back from pace to heart rate to effort to time, and says what was missing", () => {
    const nothing = prepareLoadProfiles({ activities: [] })(TODAY);
    const methods = [
      activityLoad(run({ avgHr: 150, rpe: 4 }), profile),
      activityLoad(run({ distanceM: null, avgHr: 150, rpe: 4 }), profile),
      activityLoad(run({ avgHr: 150, rpe: 4 }), nothing),
      activityLoad(run(), nothing),
    ];
    expect(methods.map((load) => [load.method, load.quality])).toEqual([
      ["running-stress", "measured"],
      ["hr-stress", "measured"],
      ["session-rpe", "estimated"],
      ["estimated", "estimated"],
    ]);
    expect(methods[3]?.parts.leftOut.map((part) => part.code)).toEqual([
      "no-threshold-speed",
      "no-heart-rate-limits",
      "no-rpe",
    ]);
  });

  it("prefers what rests on a measured threshold to what rests on an estimated one", () => {
    const history: LoadHistory = {
      athlete: { maxHr: 190, restingHr: 50, thresholdHr: 172 },
      activities: Array.from({ length: 8 }, (_, index) =>
        run({ id: `${index}`, date: addDays(TODAY, index - 20) }),
      ),
    };
    const at = prepareLoadProfiles(history)(TODAY);
    expect(at.thresholdSpeedSource).toBe("usual");
    expect(activityLoad(run({ avgHr: 150 }), at).method).toBe("hr-stress");
    expect(activityLoad(run(), at)).toMatchObject({ method: "running-stress", quality: "estimated" });
  });

  it("of somebody who only runs easy is an easy load, and two fast runs show what they can do", () => {
    const easy = Array.from({ length: 8 }, (_, index) =>
      run({ id: `${index}`, date: addDays(TODAY, index - 20) }),
    );
    const onlyEasy = prepareLoadProfiles({ activities: easy })(TODAY);
    expect(auOf(run(), onlyEasy)).toBeGreaterThan(55);
    expect(auOf(run(), onlyEasy)).toBeLessThan(75);
    const fast = [run({ id: "f", distanceM: 15_500 }), run({ id: "g", distanceM: 15_400 })];
    const shown = prepareLoadProfiles({ activities: [...easy, ...fast] })(TODAY);
    expect(shown.thresholdSpeedSource).toBe("history");
    expect(shown.thresholdSpeedMps).toBeGreaterThan(onlyEasy.thresholdSpeedMps ?? 0);
  });

  it("counts the laps of an interval session, and reads its title where laps are missing", () => {
    const rep = { kind: "work" as const, durationS: 192, distanceM: 800 };
    const jog = { kind: "rest" as const, durationS: 120, distanceM: 250 };
    const ends = { durationS: 840, distanceM: 2400 };
    const laps = [ends, ...Array.from({ length: 6 }, () => [rep, jog]).flat(), ends];
    const totals = {
      durationS: laps.reduce((total, lap) => total + lap.durationS, 0),
      distanceM: laps.reduce((total, lap) => total + lap.distanceM, 0),
    };
    const [plain, titled, lapped] = [{}, { title: "6 x 800 m" }, { laps }].map((more) =>
      auOf(run({ ...totals, ...more })),
    ) as [number, number, number];
    expect(lapped / plain).toBeGreaterThan(1.1);
    expect(titled / lapped).toBeGreaterThan(0.9);
    expect(titled / lapped).toBeLessThan(1.1);
    expect(activityLoad(run({ ...totals, title: "6 x 800 m" }), profile).quality).toBe("estimated");
  });

  it("counts a hilly run at more than a flat one", () => {
    expect(auOf(run({ elevationGainM: 500 }))).toBeGreaterThan(auOf(run()) * 1.03);
  });

  it("does not believe a run faster than anybody's", () => {
    const load = activityLoad(run({ distanceM: 22_000, rpe: 5 }), profile);
    expect(load.method).toBe("session-rpe");
    expect(load.parts.leftOut[0]?.code).toBe("pace-implausible");
  });

  it("is unknown without a duration, never zero", () => {
    expect(activityLoad(run({ durationS: 0 }), profile).loadAu).toEqual({
      known: false,
      reason: "no-duration",
    });
  });

  it("is a finite number ≥ 0 for whatever a file may hold", () => {
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
    const lap = fc.record({
      durationS: maybe(fc.double({ min: 0, max: 1e5, noNaN: true })),
      distanceM: maybe(fc.double({ min: 0, max: 1e5, noNaN: true })),
      avgHr: maybe(fc.integer({ min: 20, max: 250 })),
    });
    const activity = fc.record({
      id: fc.constant("x"),
      date: fc.constant(TODAY),
      sport: fc.constantFrom("run", "ride", "strength", "other") as fc.Arbitrary<Activity["sport"]>,
      title: maybe(fc.oneof(fc.string(), fc.constantFrom("6 x 800 m", "5x3min", "3 x 10", "12 × 400"))),
      durationS: fc.double({ min: 0, max: 3_456_000, noNaN: true }),
      distanceM: maybe(fc.double({ min: 0, max: 2e6, noNaN: true })),
      elevationGainM: maybe(fc.double({ min: 0, max: 30_000, noNaN: true })),
      avgHr: maybe(fc.integer({ min: 20, max: 250 })),
      rpe: maybe(fc.integer({ min: 0, max: 10 })),
      laps: maybe(fc.array(lap, { maxLength: 6 })),
    });
    fc.assert(
      fc.property(activity, (one) => {
        const { loadAu } = activityLoad(one, profile);
        return loadAu.known ? Number.isFinite(loadAu.value) && loadAu.value >= 0 : one.durationS < 1;
      }),
    );
  });
});

describe("calibration between methods", () => {
  const pair = { reference: 60, other: 240 };

  it("needs twenty sessions that have both", () => {
    expect(calibrate(new Array(19).fill(pair)).known).toBe(false);
    expect(calibrate(new Array(20).fill(pair))).toEqual({ known: true, value: 0.25 });
  });

  it("puts an athlete's efforts on the scale of their paces once it is known", () => {
    const runs = Array.from({ length: 25 }, (_, index) =>
      run({ id: `${index}`, date: addDays(TODAY, index - 40), rpe: 3, distanceM: 10_500 }),
    );
    const lift: Activity = { id: "s", date: TODAY, sport: "strength", durationS: 3600, rpe: 3 };
    const loads = activityLoads({ activities: [...runs, lift], athlete: ATHLETE }, TODAY);
    const [ran, lifted] = [loads[0]?.load, loads.at(-1)?.load];
    expect(lifted).toMatchObject({ method: "session-rpe", quality: "measured" });
    expect(lifted?.loadAu).toEqual(ran?.loadAu);
  });
});

const histories = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 200 }),
      durationS: fc.integer({ min: 600, max: 9000 }),
      pace: fc.integer({ min: 200, max: 500 }),
      avgHr: fc.option(fc.integer({ min: 100, max: 190 }), { nil: null }),
      rpe: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
    }),
    { maxLength: 60 },
  )
  .map((rows): LoadHistory & { activities: Activity[] } => ({
    athlete: { maxHr: 195, restingHr: 48 },
    activities: rows.map(({ day, pace, ...row }, index) =>
      run({
        ...row,
        id: `${index}`,
        date: addDays("2026-01-01", day),
        distanceM: (row.durationS / pace) * 1000,
      }),
    ),
    results: [{ date: "2026-03-01", distanceM: 5000, timeS: 1320 }],
    wellness: [],
  }));

describe("daily loads", () => {
  it("as of a day never see later days", () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 200 }), (history, day) => {
        const to = addDays("2026-01-01", day);
        const cut: LoadHistory = {
          ...history,
          activities: history.activities.filter((activity) => activity.date <= to),
          results: history.results?.filter((result) => result.date <= to) ?? [],
        };
        expect(dailyLoads(history, { to })).toStrictEqual(dailyLoads(cut, { to }));
      }),
      { numRuns: 40 },
    );
  });

  it("move the averages the same way whether computed each night or at once", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const whole = loadSeries(dailyLoads(history, { to: "2026-07-31" }));
        const cut = loadSeries(dailyLoads(history, { to: "2026-04-10" }));
        const [last] = cut.slice(-1);
        const same = whole.find((row) => row.date === last?.date);
        expect([same?.fitness, same?.fatigue, same?.form]).toEqual([
          last?.fitness,
          last?.fatigue,
          last?.form,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it("do not depend on the order of the file", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const turned = { ...history, activities: [...history.activities].reverse() };
        expect(dailyLoads(turned, { to: TODAY })).toStrictEqual(dailyLoads(history, { to: TODAY }));
      }),
      { numRuns: 20 },
    );
  });

  it("call a week of silence rest, more than a week unknown, and a check-in an entry", () => {
    const history: LoadHistory = {
      activities: [
        run({ id: "1", date: "2026-06-01" }),
        run({ id: "2", date: "2026-06-09" }),
        run({ id: "3", date: "2026-06-20" }),
      ],
      wellness: [{ date: "2026-06-24" }],
    };
    const days = new Map(dailyLoads(history, { to: "2026-07-05" }).map((day) => [day.date, day]));
    const seen = ["2026-06-02", "2026-06-10", "2026-06-19", "2026-06-22", "2026-06-24", "2026-06-25"].map(
      (date) => {
        const day = days.get(date);
        return [day?.loadX10, day?.method];
      },
    );
    expect(seen).toEqual([
      [0, "rest"],
      [null, "unknown"],
      [null, "unknown"],
      [0, "rest"],
      [0, "rest"],
      [null, "unknown"],
    ]);
  });

  it("add several sessions of a day and name the mixture", () => {
    const history: LoadHistory = {
      athlete: ATHLETE,
      activities: [run({ id: "1" }), { id: "2", date: TODAY, sport: "strength", durationS: 1800, rpe: 4 }],
    };
    const [day] = dailyLoads(history, { to: TODAY });
    expect([day?.method, day?.quality]).toEqual(["mixed", "estimated"]);
    expect(day?.loadX10).toBe(
      activityLoads(history, TODAY).reduce(
        (total, { load }) => total + (load.loadAu.known ? Math.round(load.loadAu.value * 10) : 0),
        0,
      ),
    );
  });
});
