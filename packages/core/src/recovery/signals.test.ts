import { addDays, dayNumber } from "@repo/core/calendar";
import { classifyHistory } from "@repo/core/intensity";
import type { CheckIn } from "@repo/core/wellness";
import { describe, expect, it } from "vitest";
import golden from "../../golden/hrv-time-domain.json" with { type: "json" };
import {
  assessRecovery,
  hrvBand,
  hrvTimeDomain,
  indexDays,
  type Recovery,
  readHealthWords,
  restingHeartRate,
  sleepOf,
  wellnessZ,
} from "./index.ts";
import { steadyDiary as diary, easyWeeks, DIARY_END as TODAY } from "./steady-diary.ts";

const DAY = dayNumber(TODAY);

type HrvCase = {
  input: { rr_ms: number[] };
  expected: Record<string, number>;
  tolerance: Record<string, number>;
};

function assess(checkIns: CheckIn[], activities = easyWeeks()): Recovery {
  const sessions = classifyHistory({ activities }, TODAY);
  return assessRecovery({ checkIns, sessions, asOf: TODAY });
}

const stateOf = (recovery: Recovery, name: string) =>
  recovery.signals.find((one) => one.signal === name)?.state;

describe("heart-rate variability", () => {
  for (const { input, expected, tolerance } of golden.cases as unknown as HrvCase[]) {
    it(`of ${input.rr_ms} gives ${Object.keys(expected)}`, () => {
      const hrv = hrvTimeDomain(input.rr_ms);
      if (!hrv.known) throw new Error(hrv.reason);
      const got: Record<string, number> = {
        rmssd: hrv.value.rmssdMs,
        mean_rr: hrv.value.meanRrMs,
        mean_hr: hrv.value.meanHrBpm,
      };
      for (const [key, value] of Object.entries(expected)) {
        const limit = tolerance[key] ?? 0;
        expect(Math.abs((got[key] ?? Number.NaN) - value), key).toBeLessThanOrEqual(limit);
      }
      expect(hrv.value.sdnnMs).toBeCloseTo(29.826, 3);
      expect(hrv.value.pnn50Pct).toBeCloseTo(33.333, 2);
    });
  }

  it("refuses intervals no heart makes", () => {
    expect(hrvTimeDomain([800, 90, 810])).toEqual({ known: false, reason: "not-beats" });
  });

  it("is not judged on fewer than three readings in the week, or fourteen before it", () => {
    const thin = diary(() => ({ hrvRmssd: null }), 5);
    expect(hrvBand(indexDays(thin, []), DAY)).toEqual({ known: false, reason: "too-few-this-week" });
    expect(hrvBand(indexDays(diary().slice(-20), []), DAY)).toEqual({
      known: false,
      reason: "too-short-baseline",
    });
  });

  it("outside the athlete's own band is adverse, on either side", () => {
    expect(stateOf(assess(diary((one) => ({ hrvRmssd: (one.hrvRmssd ?? 0) * 0.75 }), 7)), "hrv")).toBe(
      "adverse",
    );
    expect(stateOf(assess(diary((one) => ({ hrvRmssd: (one.hrvRmssd ?? 0) * 1.3 }), 7)), "hrv")).toBe(
      "adverse",
    );
  });
});

describe("resting heart rate", () => {
  it("is high when two of the last three mornings are far above one's own", () => {
    const raised = restingHeartRate(
      indexDays(
        diary(() => ({ restingHr: 54 }), 2),
        [],
      ),
      DAY,
    );
    expect(raised.known && [raised.value.high, raised.value.rule]).toEqual([true, "own-spread"]);
    const once = restingHeartRate(
      indexDays(
        diary(() => ({ restingHr: 54 }), 1),
        [],
      ),
      DAY,
    );
    expect(once.known && once.value.high).toBe(false);
  });

  it("follows the articles' tenth while there is too little to know the spread", () => {
    const young = diary(() => ({ restingHr: 53.5 }), 1).slice(-12);
    const rate = restingHeartRate(indexDays(young, []), DAY);
    expect(rate.known && [rate.value.high, rate.value.rule]).toEqual([true, "ten-percent"]);
  });

  it("of somebody whose heart never moves is not high for a single beat", () => {
    const still = diary((_, index) => ({ restingHr: index >= 67 ? 49 : 48 }), 70);
    const rate = restingHeartRate(indexDays(still, []), DAY);
    expect(rate.known && rate.value.high).toBe(false);
  });
});

describe("sleep and wellness", () => {
  it("short is a night below six hours or a week below seven", () => {
    expect(
      sleepOf(
        indexDays(
          diary(() => ({ sleepHours: 5.5 }), 1),
          [],
        ),
        DAY,
      ).short,
    ).toBe(true);
    expect(
      sleepOf(
        indexDays(
          diary(() => ({ sleepHours: 6.6 }), 7),
          [],
        ),
        DAY,
      ).short,
    ).toBe(true);
    expect(sleepOf(indexDays(diary(), []), DAY).short).toBe(false);
  });

  it("compares a check-in with the athlete's own weeks, and gives no total for half of it", () => {
    const poor = { fatigue: 5, soreness: 4, stress: 4, mood: 2, sleepQuality: 2 };
    const low = wellnessZ(
      indexDays(
        diary(() => poor, 1),
        [],
      ),
      DAY,
    );
    expect(low.known && low.value.z).toBeLessThan(-1.5);
    const half = wellnessZ(
      indexDays(
        diary(() => ({ ...poor, stress: null }), 1),
        [],
      ),
      DAY,
    );
    expect(half).toEqual({ known: false, reason: "no-recent-check-in" });
  });

  it("does not take a bad month for the usual: a week is also held against the months before", () => {
    const steady = diary();
    const poor = { fatigue: 4, soreness: 4, stress: 4, mood: 2, sleepQuality: 2, restingHr: 56 };
    const first = addDays(TODAY, -150);
    const long = Array.from({ length: 151 }, (_, at) => ({
      ...steady[at % steady.length],
      date: addDays(first, at),
      ...(at > 110 ? poor : {}),
    })) as typeof steady;
    const index = indexDays(long, []);
    const wellness = wellnessZ(index, DAY);
    expect(wellness.known && (wellness.value.weekZ ?? 0)).toBeLessThan(-1);
    expect(stateOf(assess(long), "wellness")).toBe("adverse");
    expect(assess(long).state).not.toBe("ready");
    const pulse = restingHeartRate(index, DAY);
    expect(pulse.known && pulse.value.high).toBe(true);
  });

  it("asks only what the athlete usually answers", () => {
    const two = diary().map(({ date, fatigue, mood }) => ({ date, fatigue, mood }));
    const z = wellnessZ(indexDays(two, []), DAY);
    expect(z.known && z.value.items).toEqual(["fatigue", "mood"]);
  });
});

describe("health in a note", () => {
  it("is read where somebody says so, and not where they deny it", () => {
    expect(readHealthWords("Left knee pain from km 5")).toMatchObject({ ill: false, painSite: "knee" });
    expect(readHealthWords("calf strained again")).toMatchObject({ ill: false, painSite: "calf" });
    expect(readHealthWords("Home with fever")).toMatchObject({ ill: true, painSite: null });
    for (const fine of ["no knee pain today", "pain-free at last", "knee drills, felt sharp", "", null]) {
      expect(readHealthWords(fine), String(fine)).toEqual({
        ill: false,
        painSite: null,
        urgent: false,
        energy: false,
      });
    }
  });

  it("decides nothing by itself, but for what no runner should run through", () => {
    const state = (notes: string) => assess(diary(() => ({ notes }), 1)).state;
    expect(state("kid was sick all night")).toBe("ready");
    expect(state("chest pain on the hill")).toBe("rest");
    const energy = assess(diary(() => ({ notes: "missed my period again" }), 1));
    expect([energy.state, stateOf(energy, "under-fuelled")]).toEqual(["ready", "adverse"]);
  });
});
