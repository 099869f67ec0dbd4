import { addDays } from "@repo/core/calendar";
import { ewma, ewmaWeight } from "@repo/core/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import acwr from "../../golden/acwr.json" with { type: "json" };
import monotony from "../../golden/monotony-strain.json" with { type: "json" };
import computed from "../../golden/pmc.computed.json" with { type: "json" };
import pmc from "../../golden/pmc.json" with { type: "json" };
import ramp from "../../golden/ramp-rate.json" with { type: "json" };
import {
  type AcuteChronicMethod,
  acuteChronicRatio,
  advanceLoad,
  type DayLoad,
  type LoadSettings,
  loadSeries,
  monotonyOf,
  readLoad,
  restDay,
  startLoad,
  unknownDay,
} from "./index.ts";

const START = "2026-01-05";

function daysOfLoads(loads: readonly number[]): DayLoad[] {
  return loads.map((load, index) => ({
    date: addDays(START, index),
    loadX10: Math.round(load * 10),
    method: "running-stress",
    quality: "measured",
    silent: false,
  }));
}

describe("fitness and fatigue against other programs", () => {
  for (const one of [...pmc.cases, ...computed.cases]) {
    const { convention, tau_ctl, tau_atl, loads } = one.input;
    it(`${convention} ${tau_ctl}/${tau_atl} after ${loads.length} days`, () => {
      const settings: Partial<LoadSettings> = {
        convention: convention as LoadSettings["convention"],
        fitnessTauDays: tau_ctl,
        fatigueTauDays: tau_atl,
      };
      const days = [...daysOfLoads(loads), restDay(addDays(START, loads.length), { silent: false })];
      const series = loadSeries(days, startLoad({ settings }));
      const [last, next] = [series.at(-2), series.at(-1)];
      const got = { ctl: last?.fitness, atl: last?.fatigue, tsb_next_day: next?.form };
      for (const [key, value] of Object.entries(one.expected)) {
        const tolerance = typeof one.tolerance === "number" ? one.tolerance : 0;
        expect(Math.abs((got[key as keyof typeof got] ?? Number.NaN) - value), key).toBeLessThanOrEqual(
          tolerance,
        );
      }
    });
  }

  it("goes on from where another program left its averages", () => {
    const after = (fitness: number, fatigue: number, load: number) => {
      const last = loadSeries(daysOfLoads([load]), startLoad({ seed: { fitness, fatigue } })).at(-1);
      return [last?.fitness, last?.fatigue].map((value) => Math.round((value ?? 0) * 100) / 100);
    };
    // Forum figures of intervals.icu, exp convention.
    expect(after(57, 71, 0)).toEqual([55.66, 61.55]);
    expect(after(50, 60, 80)).toEqual([50.71, 62.66]);
  });

  for (const { input, expected } of ramp.cases) {
    it(`ramp rate after ${input.loads.length} days`, () => {
      expect(loadSeries(daysOfLoads(input.loads)).at(-1)?.rampRate).toBeCloseTo(expected.ramp, 6);
    });
  }

  it("settle at the mean of a steady load in every convention", () => {
    for (const convention of ["exp", "inverse_tau", "ema_span"] as const) {
      const last = ewma(new Array(2000).fill(50), ewmaWeight(convention, 42)).at(-1);
      expect(last).toBeCloseTo(50, 6);
    }
  });
});

describe("monotony and strain", () => {
  for (const { input, expected, tolerance } of monotony.cases) {
    it(`of ${JSON.stringify(input.loads)}`, () => {
      const result = monotonyOf(input.loads);
      const wanted = expected as unknown as Record<string, number | boolean | null>;
      if (wanted.sd_zero) expect(result).toEqual({ known: false, reason: "identical-days" });
      if (wanted.monotony === null) return expect(result.known).toBe(false);
      if (!result.known) throw new Error(result.reason);
      const limits = tolerance as number | Record<string, number>;
      const within = (key: string, got: number) => {
        const limit = typeof limits === "number" ? limits : (limits[key] ?? 0);
        if (typeof wanted[key] === "number") {
          expect(Math.abs(got - (wanted[key] as number)), key).toBeLessThanOrEqual(limit);
        }
      };
      within("monotony", result.value.monotony);
      within("strain", result.value.strain);
      within("weekly_load", result.value.weeklyLoad);
    });
  }

  it("do not depend on the order of the days, and monotony not on the unit", () => {
    const week = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, (loads) => {
        const [a, b, c] = [loads, [...loads].reverse(), loads.map((load) => load * 10)].map(monotonyOf);
        if (!a?.known || !b?.known || !c?.known) return a?.known === b?.known && a?.known === c?.known;
        expect(b.value.monotony).toBeCloseTo(a.value.monotony, 9);
        expect(c.value.monotony).toBeCloseTo(a.value.monotony, 9);
        return true;
      }),
    );
  });
});

describe("acute:chronic ratio", () => {
  for (const { input, expected, tolerance } of acwr.cases) {
    it(`${input.method} over ${input.loads.length} days`, () => {
      const method = input.method.replace("_", "-") as AcuteChronicMethod;
      const options = { acuteDays: input.acute_n, chronicDays: input.chronic_n };
      const result = acuteChronicRatio(input.loads, method, options);
      const { acwr: wanted } = expected as { acwr: number | null };
      if (wanted === null) return expect(result.known).toBe(false);
      const limit = (tolerance as { acwr: number }).acwr;
      expect(Math.abs((result.known ? result.value : Number.NaN) - wanted)).toBeLessThanOrEqual(limit);
    });
  }
});

const dayKinds = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 4000 }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  { minLength: 1, maxLength: 150 },
);

function daysOfKinds(kinds: readonly (number | null)[]): DayLoad[] {
  return kinds.map((loadX10, index) => {
    const date = addDays(START, index);
    return loadX10 === null
      ? restDay(date, { silent: true })
      : { date, loadX10, method: "running-stress", quality: "measured", silent: false };
  });
}

describe("a load series", () => {
  it("computed day by day is the one computed at once, bit for bit, in every convention", () => {
    const settings = fc.record({
      convention: fc.constantFrom("exp", "inverse_tau", "ema_span") as fc.Arbitrary<
        LoadSettings["convention"]
      >,
      formAt: fc.constantFrom("start-of-day", "end-of-day") as fc.Arbitrary<LoadSettings["formAt"]>,
    });
    fc.assert(
      fc.property(dayKinds, settings, (kinds, chosen) => {
        const days = daysOfKinds(kinds);
        const batch = loadSeries(days, startLoad({ settings: chosen }));
        let state = startLoad({ settings: chosen });
        const single = days.map((day) => {
          // A stored state is JSON: reading it back must change nothing.
          state = JSON.parse(JSON.stringify(advanceLoad(state, day)));
          return readLoad(state, day);
        });
        expect(single).toStrictEqual(batch);
      }),
    );
  });

  it("is the same whether silent days are fed or skipped", () => {
    fc.assert(
      fc.property(dayKinds, (kinds) => {
        const days = daysOfKinds([10, ...kinds, 10]);
        const every = days.reduce(advanceLoad, startLoad());
        const entries = days.filter((day) => !day.silent).reduce(advanceLoad, startLoad());
        expect(entries).toStrictEqual(every);
      }),
    );
  });

  it("grows linearly with the load", () => {
    fc.assert(
      fc.property(dayKinds, (kinds) => {
        const [one, two] = [kinds, kinds.map((kind) => (kind === null ? null : kind * 2))].map((list) =>
          loadSeries(daysOfKinds(list)).at(-1),
        );
        expect(two?.fitness).toBeCloseTo(2 * (one?.fitness ?? 0), 9);
      }),
    );
  });

  it("never shows a number that is not one", () => {
    fc.assert(
      fc.property(dayKinds, (kinds) =>
        loadSeries(daysOfKinds(kinds)).every((day) =>
          Object.values(day).every((value) => typeof value !== "number" || Number.isFinite(value)),
        ),
      ),
    );
  });

  it("is warming up for six weeks", () => {
    const series = loadSeries(daysOfLoads(new Array(60).fill(50)));
    expect([series[40]?.quality, series[41]?.quality]).toEqual(["warming-up", "measured"]);
  });

  it("has no form after more than seven silent days, and for two weeks after them", () => {
    const days = daysOfKinds([
      ...new Array(50).fill(500),
      ...new Array(10).fill(null),
      ...new Array(20).fill(500),
    ]);
    const form = loadSeries(days).map((day) => day.form);
    expect([form[56], form[57], form[59], form[72], form[73]].map((value) => value !== null)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("has no form before the morning after its first load, at the beginning and after a silence of years", () => {
    const days = daysOfKinds([
      ...[0, 0, 500, 0, 300],
      ...new Array(900).fill(null),
      ...[0, 500, 0],
      ...new Array(60).fill(0),
    ]);
    const form = loadSeries(days).map((day) => day.form);
    const isKnown = (from: number, count: number) =>
      form.slice(from, from + count).map((value) => value !== null);
    expect(isKnown(0, 5)).toEqual([false, false, false, true, true]);
    expect(isKnown(904, 4)).toEqual([false, false, false, true]);
    expect(form[3]).toBeCloseTo(50 * (0.02353 - 0.13312), 3);
  });

  it("is itself again two weeks after a silence, days of rest between the runs among them", () => {
    const threeAWeek = [500, null, 500, null, null, 500, null];
    const days = daysOfKinds([
      ...Array.from({ length: 10 }, () => threeAWeek).flat(),
      ...new Array(12).fill(null),
      ...Array.from({ length: 4 }, () => threeAWeek).flat(),
    ]);
    const quality = loadSeries(days).map((day) => day.quality);
    const back = 82;
    expect(quality.slice(back, back + 13).every((each) => each === "gap")).toBe(true);
    expect(quality.slice(back + 13).includes("gap")).toBe(false);
  });

  it("knows no load of a morning that was entered after a silence of months, before the first run", () => {
    const days = daysOfKinds([500, 500, ...new Array(200).fill(null), 0, 0, 500]);
    const quality = loadSeries(days).map((day) => day.quality);
    expect(quality.slice(202)).toEqual(["gap", "gap", "warming-up"]);
  });

  it("has form on its first morning from a usual load that was told, and after six weeks of told rest", () => {
    const rest = daysOfKinds(new Array(50).fill(0));
    expect(loadSeries(rest, startLoad({ seedDailyLoad: 40 }))[0]?.form).toBe(0);
    const form = loadSeries(rest).map((day) => day.form);
    expect([form[40], form[41]]).toEqual([null, 0]);
  });

  it("starts anew after a silence longer than six weeks", () => {
    const days = daysOfKinds([
      ...new Array(60).fill(500),
      ...new Array(50).fill(null),
      ...new Array(43).fill(500),
    ]);
    const quality = loadSeries(days).map((day) => day.quality);
    expect([quality[59], quality[109], quality[110], quality[152]]).toEqual([
      "measured",
      "gap",
      "warming-up",
      "measured",
    ]);
  });

  it("shows no monotony for a week that is not known", () => {
    const days = [
      ...daysOfLoads([50, 40, 0, 60, 30, 0, 80]),
      ...Array.from({ length: 8 }, (_, index) => unknownDay(addDays(START, 7 + index))),
    ];
    const series = loadSeries(days);
    expect(series[6]?.monotony).toBeGreaterThan(1);
    expect(series.slice(7).every((day) => day.monotony === null && day.strain === null)).toBe(true);
    expect([series[14]?.monotony, series[14]?.load, series[14]?.quality]).toEqual([null, null, "gap"]);
  });

  it("refuses days out of order and loads that are no whole tenths", () => {
    const state = advanceLoad(startLoad(), restDay(START, { silent: false }));
    expect(() => advanceLoad(state, restDay(START, { silent: false }))).toThrow(RangeError);
    expect(() => advanceLoad(state, { date: "2026-02-01", loadX10: 0.5, silent: false })).toThrow(RangeError);
  });
});
