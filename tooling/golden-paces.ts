// What the program answers to the golden cases of paces and zones.
import { valueOrNull } from "../packages/core/src/estimate/index.ts";
import * as paces from "../packages/core/src/paces/index.ts";
import * as zones from "../packages/core/src/zones/index.ts";

// biome-ignore lint/suspicious/noExplicitAny: the cases of forty files have no type in common
export type Input = any;
export type Answer = (input: Input) => Record<string, unknown>;

export const race = (input: Input) => ({ distanceM: input.distance_m, timeS: input.time_s });
export const known = (input: Input) => ({ distanceM: input.known_distance_m, timeS: input.known_time_s });

export const ENGINE: Record<string, Answer> = {
  vdot: (input) => ({ vdot: valueOrNull(paces.scoreOf(race(input))) }),
  equivalent_time: (input) => ({ time_s: valueOrNull(paces.equivalentTimeS(input.vdot, input.distance_m)) }),
};

export function trainingPace(input: Input): Record<string, unknown> {
  const { e, m, t, i, r } = paces.trainingPaces(input.vdot);
  const perKm: Record<string, number> = {
    easy_fast: e.fastSPerKm,
    easy_slow: e.slowSPerKm,
    marathon: m,
    threshold: t,
    interval: i,
  };
  return { pace_s_per_km: perKm[input.intensity] ?? null, time_s: r * 0.4 };
}

const FORMS: Record<string, paces.CriticalSpeedForm> = {
  linear_distance_time: "linear-distance-time",
  linear_speed_inverse_time: "linear-speed-inverse-time",
  // Least squares on speed is the same line whichever way it is written.
  hyperbolic_2p_nls_on_speed: "linear-speed-inverse-time",
  hyperbolic_3p: "three-parameter",
};

export function criticalSpeed(input: Input): Record<string, unknown> {
  const efforts = input.times_s.map((timeS: number, index: number) => ({
    timeS,
    distanceM: input.distances_m?.[index] ?? timeS * input.speeds_m_s[index],
  }));
  const fit = valueOrNull(paces.criticalSpeed(efforts, FORMS[input.model]));
  return {
    cs_m_s: fit?.criticalSpeedMps,
    dprime_m: fit?.dPrimeM,
    smax_m_s: fit?.maxSpeedMps,
    r2: fit?.r2,
    se_cs: fit?.standardErrorMps,
    se_dprime: fit?.standardErrorDPrimeM,
  };
}

export function speedReserve(input: Input): Record<string, unknown> {
  const found = valueOrNull(paces.speedReserve(input.mss_m_s, input.mas_m_s));
  return { srr: found?.ratio, asr_m_s: found?.reserveMps, profile: found?.eliteProfile };
}

const MAX_HR: Record<string, zones.MaxHrFormula> = {
  tanaka: "tanaka",
  tanaka_endurance_trained: "tanaka-trained",
  tanaka_sedentary: "tanaka-sedentary",
  gellish_linear: "gellish-linear",
  gellish_nonlinear: "gellish-curved",
  fox_220: "fox-220",
};
export const maxHr: Answer = (input) => ({
  hrmax_bpm: valueOrNull(zones.estimateMaxHr(input.age_y, MAX_HR[input.formula]))?.maxHr,
});

export function karvonen(input: Input): Record<string, unknown> {
  const heart = { restingHr: input.rest_bpm, maxHr: input.max_bpm };
  return input.hrr_fraction === undefined
    ? { hrr_fraction: valueOrNull(zones.reserveFraction(heart, input.hr_bpm)) }
    : { hr_bpm: valueOrNull(zones.hrAtReserve(heart, input.hrr_fraction)) };
}

export function heat(input: Input): Record<string, unknown> {
  const upper = Number(input.wbgt_c.split("-")[1]);
  return {
    slowing_pct_vs_course_record: paces.marathonHeatSlowingPct(
      upper,
      input.sex === "women" ? "female" : "male",
    ),
  };
}
