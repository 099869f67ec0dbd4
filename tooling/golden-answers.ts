// What the program answers to each golden case, by file. Read by the test of docs/science.md and by the bench that writes it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gradeFactor, minettiCost } from "../packages/core/src/activities/index.ts";
import { addDays } from "../packages/core/src/calendar/index.ts";
import { valueOrNull } from "../packages/core/src/estimate/index.ts";
import { decoupling, isPolarised, polarisationIndex } from "../packages/core/src/intensity/index.ts";
import * as load from "../packages/core/src/load/index.ts";
import * as paces from "../packages/core/src/paces/index.ts";
import { hrvTimeDomain } from "../packages/core/src/recovery/index.ts";
import { inTaperBand, TAPER_EFFECTS } from "../packages/core/src/rules/index.ts";
import * as stats from "../packages/core/src/stats/index.ts";
import * as zones from "../packages/core/src/zones/index.ts";
import {
  type Answer,
  criticalSpeed,
  ENGINE,
  heat,
  type Input,
  karvonen,
  known,
  maxHr,
  race,
  speedReserve,
  trainingPace,
} from "./golden-paces.ts";
import { ROOT } from "./source-files.ts";

export type GoldenCase = {
  input: Input;
  expected: Record<string, unknown>;
  tolerance: number | Record<string, number>;
};

/** The cases of a golden file. */
export function goldenCases(file: string): GoldenCase[] {
  const { cases } = JSON.parse(readFileSync(join(ROOT, "packages/core/golden", `${file}.json`), "utf8"));
  return cases.map(({ input_mean, ...one }: GoldenCase & { input_mean?: number }) =>
    input_mean === undefined ? one : { ...one, input: { ...one.input, input_mean } },
  );
}

function taper(input: Input): Record<string, unknown> {
  const { variable, level } = input;
  const effect = TAPER_EFFECTS.find((each) => each.variable === variable && each.level === level);
  return {
    effect_size: effect?.effectSize,
    ci_half_width: effect?.ciHalfWidth,
    in_band: inTaperBand({
      volumeReductionPct: input.volume_reduction_pct,
      durationD: input.duration_d,
      intensityMaintained: input.intensity_maintained,
    }),
  };
}

const START = "2026-01-05";

function seriesOf(loads: readonly number[], settings: Partial<load.LoadSettings> = {}) {
  const days = [...loads, 0].map(
    (value, index): load.DayLoad => ({
      date: addDays(START, index),
      loadX10: Math.round(value * 10),
      method: "running-stress",
      quality: "measured",
      silent: false,
    }),
  );
  return load.loadSeries(days, load.startLoad({ settings }));
}

const performance: Answer = (input) => {
  const series = seriesOf(input.loads, {
    convention: input.convention,
    fitnessTauDays: input.tau_ctl,
    fatigueTauDays: input.tau_atl,
  });
  const [last, next] = [series.at(-2), series.at(-1)];
  return { ctl: last?.fitness, atl: last?.fatigue, tsb_next_day: next?.form };
};

function monotony(input: Input): Record<string, unknown> {
  const found = load.monotonyOf(input.loads);
  return {
    monotony: found.known ? found.value.monotony : null,
    strain: found.known ? found.value.strain : null,
    weekly_load: found.known ? found.value.weeklyLoad : null,
    sd_zero: !found.known && found.reason === "identical-days",
  };
}

const acuteChronic: Answer = (input) => ({
  acwr: valueOrNull(
    load.acuteChronicRatio(input.loads, input.method.replace("_", "-"), {
      acuteDays: input.acute_n,
      chronicDays: input.chronic_n,
    }),
  ),
});

function banister(input: Input): Record<string, unknown> {
  const limits = { restingHr: input.rest_bpm ?? 0, maxHr: input.max_bpm ?? 0 };
  const reserveFraction = input.hrr_fraction ?? load.reserveFraction(input.hr_bpm, limits);
  const stretch = { durationS: input.duration_s, reserveFraction };
  return { trimp: load.trimpBanister([stretch], { a: input.a, b: input.b }) };
}

const zoneImpulse: Answer = ({ minutes_in_zone: minutes }) => ({
  trimp: minutes.length === 3 ? load.trimpLucia(minutes) : load.trimpEdwards(minutes),
});

function heartStress(input: Input): Record<string, unknown> {
  const limits = {
    restingHr: input.rest_bpm,
    maxHr: input.max_bpm,
    thresholdHr: input.lthr_bpm,
    sex: input.sex,
  };
  // The reference uses a = 0.64 for both sexes; a cancels in the ratio.
  return {
    hrss: valueOrNull(load.hrStress(input.trimp, limits, { a: 0.64, b: input.sex === "male" ? 1.92 : 1.67 })),
  };
}

function runningStress(input: Input): Record<string, unknown> {
  const stretch = { durationS: input.moving_s, speedMps: 1000 / input.ngp_s_per_km };
  const found = valueOrNull(load.runningStress([stretch], 1000 / input.threshold_pace_s_per_km));
  return { if: found?.intensity, rtss: found?.stress };
}

function impulseResponse(input: Input): Record<string, unknown> {
  const { tau1, tau2, p0 = 0, k1 = 1, k2 = 2 } = input;
  const parameters = { p0, k1, k2, tau1Days: tau1, tau2Days: tau2 };
  return { ...load.impulseResponse(input.loads, parameters, input.variant.replace("_", "-")).at(-1) };
}

function spike(input: Input): Record<string, unknown> {
  const found = valueOrNull(load.spikeCategory(input.ratio));
  return { category: found?.category, hrr: found?.hazardRatio };
}

function polarisation(input: Input): Record<string, unknown> {
  const split = { z1: input.z1_pct, z2: input.z2_pct, z3: input.z3_pct };
  return { pi: valueOrNull(polarisationIndex(split)), polarized: valueOrNull(isPolarised(split)) };
}

function halves(input: Input): Record<string, unknown> {
  const parts = [
    { speed: input.speed1, hrBpm: input.hr1 },
    { speed: input.speed2, hrBpm: input.hr2 },
  ] as const;
  const found = valueOrNull(decoupling(parts));
  return { decoupling_pct: found?.decouplingPct, ef1: found?.firstHalf };
}

function trend({ series, test }: Input): Record<string, unknown> {
  if (test === "theil_sen") {
    const line = valueOrNull(stats.theilSen(series.map((y: number, x: number) => ({ x, y }))));
    return {
      slope: line?.slope,
      intercept_scipy: line?.intercept,
      slope_lo: line?.slopeLow,
      slope_hi: line?.slopeHigh,
    };
  }
  const maxLag = test === "hamed_rao_lag1" ? { maxLag: 1 } : {};
  const found = valueOrNull(
    test === "mann_kendall"
      ? stats.mannKendall(series)
      : test.startsWith("hamed_rao")
        ? stats.mannKendallScaled(series, stats.hamedRaoFactor(series, maxLag))
        : stats.mannKendall(stats.preWhiten(series, { trendFree: test === "tfpw" })),
  );
  return { s: found?.s, var_s: found?.variance, z: found?.z, p: found?.p, tau: found?.tau };
}

function changePoint(input: Input): Record<string, unknown> {
  const found = stats.changePoints(input.series);
  return {
    n_breaks: found.breaks.length,
    break_after_index_1based: found.breaks,
    rss0: found.rssWithoutBreaks,
  };
}

function heartBeats(input: Input): Record<string, unknown> {
  const found = valueOrNull(hrvTimeDomain(input.rr_ms));
  return { rmssd: found?.rmssdMs, mean_rr: found?.meanRrMs, mean_hr: found?.meanHrBpm };
}

/** The program's answer to an input of each golden file. */
export const GOLDEN_ANSWERS: Readonly<Record<string, Answer>> = {
  "vdot-from-race": ENGINE.vdot as Answer,
  "vdot-race-times": ENGINE.equivalent_time as Answer,
  "vdot-goldencheetah": (input) =>
    ENGINE[input.fn]?.(input) ?? { v_m_per_min: paces.speedByRegressionMPerMin(input.vdot) },
  "vdot-edge": (input) => ({ valid: paces.scoreOf(race(input)).known }),
  "vdot-training-paces": trainingPace,
  "daniels-vvo2-hr": (input) => ({
    pct_hrmax: (valueOrNull(paces.hrFractionAtSpeedFraction(input.pct_vvo2max / 100)) ?? Number.NaN) * 100,
  }),
  riegel: (input) => ({
    time_s: valueOrNull(paces.riegelTime(known(input), input.target_distance_m, input.exponent)),
  }),
  "riegel.computed": (input) => ({
    time_s: valueOrNull(paces.riegelTime(known(input), input.target_distance_m, input.exponent)),
  }),
  cameron: (input) => ({ time_s: valueOrNull(paces.cameronTime(known(input), input.target_distance_m)) }),
  "critical-speed": criticalSpeed,
  "critical-speed-3p": criticalSpeed,
  "speed-reserve": speedReserve,
  "heat-ely": heat,
  hrmax: maxHr,
  "hrmax.computed": maxHr,
  karvonen,
  "zones-friel-hr": (input) => ({ zone: zones.frielZoneOfHrPct(input.pct_lthr) }),
  "zones-friel-pace": (input) => ({ zone: zones.frielZoneOfPacePct(input.pct_threshold_pace_time) }),
  pmc: performance,
  "pmc.computed": performance,
  "ramp-rate": (input) => ({ ramp: seriesOf(input.loads).at(-2)?.rampRate }),
  "monotony-strain": monotony,
  acwr: acuteChronic,
  "trimp-banister": banister,
  "trimp-banister.computed": banister,
  "trimp-edwards": zoneImpulse,
  "trimp-edwards-lucia.computed": zoneImpulse,
  hrtss: heartStress,
  rtss: runningStress,
  "session-rpe": (input) => ({ load: valueOrNull(load.sessionRpeLoad(input.minutes * 60, input.rpe)) }),
  "minetti-polynomial.computed": (input) => ({ cost_j_kg_m: minettiCost(input.gradient) }),
  "minetti-measured": (input) => ({ cost_j_kg_m: minettiCost(input.gradient) }),
  "minetti-polynomial": (input) => ({ relative_cost: gradeFactor(input.gradient, "minetti") }),
  "gap-strava-curve": (input) => ({ speed_factor: gradeFactor(input.grade_pct / 100) }),
  "gap-polynomials": (input) => ({ speed_factor: gradeFactor(input.grade_pct / 100, input.impl) }),
  taper,
  "banister-ir": impulseResponse,
  "session-spike": spike,
  "polarization-index": polarisation,
  "decoupling.computed": halves,
  "trend-mann-kendall": trend,
  changepoint: changePoint,
  "cusum.computed": ({ series, ...options }) => {
    const found = stats.cusum(series, options);
    return {
      cusum_hi: found.high,
      cusum_lo: found.low,
      first_signal_index_1based: found.firstSignal === null ? null : found.firstSignal + 1,
    };
  },
  "mdc.computed": ({ typical_error, cv_pct, confidence, input_mean }) => {
    const mdc = stats.minimalDetectableChange(typical_error ?? cv_pct, { confidence });
    return { mdc, mdc_pct: input_mean === undefined ? mdc : (100 * mdc) / input_mean };
  },
  "hrv-time-domain": heartBeats,
};
