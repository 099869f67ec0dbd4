import { describe, expect, test } from "vitest";
import cameron from "../../golden/cameron.json" with { type: "json" };
import critical from "../../golden/critical-speed.json" with { type: "json" };
import threeParameter from "../../golden/critical-speed-3p.json" with { type: "json" };
import eliteRange from "../../golden/critical-speed-elite-range.json" with { type: "json" };
import hrFractions from "../../golden/daniels-vvo2-hr.json" with { type: "json" };
import heat from "../../golden/heat-ely.json" with { type: "json" };
import riegelComputed from "../../golden/riegel.computed.json" with { type: "json" };
import riegel from "../../golden/riegel.json" with { type: "json" };
import reserve from "../../golden/speed-reserve.json" with { type: "json" };
import edge from "../../golden/vdot-edge.json" with { type: "json" };
import fromRace from "../../golden/vdot-from-race.json" with { type: "json" };
import engine from "../../golden/vdot-goldencheetah.json" with { type: "json" };
import raceTimes from "../../golden/vdot-race-times.json" with { type: "json" };
import training from "../../golden/vdot-training-paces.json" with { type: "json" };
import {
  type CriticalSpeedForm,
  cameronTime,
  criticalSpeed,
  equivalentTimeS,
  hrFractionAtSpeedFraction,
  marathonHeatSlowingPct,
  riegelTime,
  scoreOf,
  speedByRegressionMPerMin,
  speedReserve,
  type TrainingPaces,
  trainingPaces,
} from "./index.ts";

function value<T>(estimate: { known: true; value: T } | { known: false; reason: string }): T {
  if (!estimate.known) throw new Error(`not known: ${estimate.reason}`);
  return estimate.value;
}

function near(found: number, expected: number, tolerance: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance);
}

describe("the score equals published tables and reference implementations", () => {
  for (const { input, expected, tolerance } of fromRace.cases) {
    test(`${input.distance_m} m in ${input.time_s} s is worth ${expected.vdot}`, () => {
      const score = value(scoreOf({ distanceM: input.distance_m, timeS: input.time_s }));
      near(score, expected.vdot, tolerance.vdot);
    });
  }

  for (const { input } of edge.cases) {
    test(`${input.distance_m} m in ${input.time_s} s is no result`, () => {
      expect(scoreOf({ distanceM: input.distance_m, timeS: input.time_s }).known).toBe(false);
    });
  }

  for (const { input, expected, tolerance } of engine.cases) {
    test(`agrees with another engine on ${JSON.stringify(input)}`, () => {
      const [distanceM, timeS] = [input.distance_m ?? 0, input.time_s ?? 0];
      if (input.fn === "vdot") near(value(scoreOf({ distanceM, timeS })), expected.vdot ?? 0, tolerance);
      else if (input.fn === "equivalent_time") {
        near(value(equivalentTimeS(input.vdot ?? 0, distanceM)), expected.time_s ?? 0, tolerance);
      } else near(speedByRegressionMPerMin(input.vdot ?? 0), expected.v_m_per_min ?? 0, tolerance);
    });
  }
});

describe("equivalent times equal the published table", () => {
  for (const { input, expected, tolerance } of raceTimes.cases) {
    test(`score ${input.vdot} over ${input.distance_m} m`, () => {
      near(value(equivalentTimeS(input.vdot, input.distance_m)), expected.time_s, tolerance.time_s);
    });
  }
});

const PACE_OF: Record<string, (paces: TrainingPaces) => number> = {
  easy_fast: (paces) => paces.e.fastSPerKm,
  easy_slow: (paces) => paces.e.slowSPerKm,
  marathon: (paces) => paces.m,
  threshold: (paces) => paces.t,
  interval: (paces) => paces.i,
  repetition_400m: (paces) => paces.r * 0.4,
};

describe("training paces equal the published table", () => {
  for (const { input, expected, tolerance } of training.cases) {
    test(`score ${input.vdot}, ${input.intensity}`, () => {
      const pace = PACE_OF[input.intensity]?.(trainingPaces(input.vdot)) ?? Number.NaN;
      const [wanted, allowed] = [
        expected.pace_s_per_km ?? expected.time_s ?? 0,
        tolerance.pace_s_per_km ?? tolerance.time_s ?? 0,
      ];
      near(pace, wanted, allowed);
    });
  }

  for (const { input, expected, tolerance } of hrFractions.cases) {
    test(`${input.pct_vvo2max} % of the speed at VO₂max is ${expected.pct_hrmax} % of maximum heart rate`, () => {
      const share = value(hrFractionAtSpeedFraction(input.pct_vvo2max / 100));
      near(share * 100, expected.pct_hrmax, tolerance.pct_hrmax);
    });
  }
});

describe("power-law predictions equal others' numbers", () => {
  for (const { input, expected, tolerance } of [...riegel.cases, ...riegelComputed.cases]) {
    test(`Riegel ${JSON.stringify(input)}`, () => {
      const from = { distanceM: input.known_distance_m, timeS: input.known_time_s };
      near(value(riegelTime(from, input.target_distance_m, input.exponent)), expected.time_s, tolerance);
    });
  }

  for (const { input, expected, tolerance } of cameron.cases) {
    test(`Cameron ${JSON.stringify(input)}`, () => {
      const from = { distanceM: input.known_distance_m, timeS: input.known_time_s };
      near(value(cameronTime(from, input.target_distance_m)), expected.time_s, tolerance);
    });
  }
});

const FORM_OF: Record<string, CriticalSpeedForm> = {
  linear_distance_time: "linear-distance-time",
  linear_speed_inverse_time: "linear-speed-inverse-time",
  hyperbolic_2p_nls_on_speed: "linear-speed-inverse-time",
};

describe("critical speed equals numerical fits by another library", () => {
  for (const { input, expected, tolerance } of critical.cases) {
    test(`${input.model} of ${input.distances_m.join(", ")} m in ${input.times_s.join(", ")} s`, () => {
      const efforts = input.distances_m.map((distanceM, index) => ({
        distanceM,
        timeS: input.times_s[index] ?? 0,
      }));
      const fit = value(criticalSpeed(efforts, FORM_OF[input.model]));
      const allowed = (key: string) =>
        typeof tolerance === "number" ? tolerance : (tolerance as Record<string, number>)[key];
      near(fit.criticalSpeedMps, expected.cs_m_s, allowed("cs_m_s") ?? 0);
      near(fit.dPrimeM, expected.dprime_m, allowed("dprime_m") ?? 0);
      if (expected.r2 !== undefined) near(fit.r2, expected.r2, allowed("r2") ?? 0);
      if (expected.se_cs !== undefined)
        near(fit.standardErrorMps ?? -1, expected.se_cs, allowed("se_cs") ?? 0);
      if (expected.se_dprime !== undefined) {
        near(fit.standardErrorDPrimeM ?? -1, expected.se_dprime, allowed("se_dprime") ?? 0);
      }
    });
  }

  for (const { input, expected, tolerance } of threeParameter.cases) {
    test(`three parameters of ${input.times_s.join(", ")} s`, () => {
      const efforts = input.times_s.map((timeS, index) => ({
        timeS,
        distanceM: timeS * (input.speeds_m_s[index] ?? 0),
      }));
      const fit = value(criticalSpeed(efforts, "three-parameter"));
      near(fit.criticalSpeedMps, expected.cs_m_s, tolerance.cs_m_s);
      near(fit.dPrimeM, expected.dprime_m, tolerance.dprime_m);
      near(fit.maxSpeedMps ?? 0, expected.smax_m_s, tolerance.smax_m_s);
      expect(fit.standardErrorDPrimeM).toBeGreaterThan(0);
    });
  }

  test("elite critical speeds and reserves lie inside what the function accepts", () => {
    for (const { expected } of eliteRange.cases) {
      const model = { cs: expected.critical_speed, d: expected.d_prime };
      const efforts = [180, 360, 720].map((timeS) => ({ timeS, distanceM: model.cs * timeS + model.d }));
      const fit = value(criticalSpeed(efforts));
      near(fit.criticalSpeedMps, model.cs, 1e-6);
      near(fit.dPrimeM, model.d, 1e-6);
    }
  });
});

describe("descriptive numbers", () => {
  for (const { input, expected, tolerance } of reserve.cases) {
    test(`speed reserve of ${input.mss_m_s} over ${input.mas_m_s} m/s`, () => {
      const found = value(speedReserve(input.mss_m_s, input.mas_m_s));
      near(found.ratio, expected.srr, tolerance);
      near(found.reserveMps, expected.asr_m_s, tolerance);
      expect(found.eliteProfile).toBe(expected.profile);
    });
  }

  for (const { input, expected, tolerance } of heat.cases) {
    test(`marathon heat, ${input.sex} at WBGT ${input.wbgt_c}`, () => {
      const upper = Number(input.wbgt_c.split("-")[1]);
      const found = marathonHeatSlowingPct(upper, input.sex === "women" ? "female" : "male");
      near(found ?? -99, expected.slowing_pct_vs_course_record, tolerance.slowing_pct_vs_course_record);
    });
  }
});
