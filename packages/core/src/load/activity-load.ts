import type { Activity, Sport } from "@repo/core/activities";
import { type Estimate, known, notKnown, valueOrNull } from "@repo/core/estimate";
import type { LoadCalibration } from "./calibration.ts";
import { UNCALIBRATED } from "./calibration.ts";
import type { LoadMethod, LoadQuality } from "./day-load.ts";
import {
  hrStress,
  reserveFraction,
  type TrimpCoefficients,
  trimpBanister,
  trimpCoefficients,
} from "./heart-rate-load.ts";
import type { LoadProfile, ThresholdSource } from "./load-profile.ts";
import type { RecordedEffort } from "./recorded-effort.ts";
import { type RunningStress, recordedStress, runningStress } from "./running-stress.ts";
import { RPE_UNIT, sessionRpeLoad } from "./session-rpe-load.ts";
import { coarseStretches, type StretchSource } from "./stretches.ts";

/** A number that went into a load, or the reason why one did not: codes for the words of the interface. */
export type LoadPart = {
  readonly code: string;
  readonly value: number | string | null;
  readonly unit: string | null;
};

export type ActivityLoad = {
  /** Units of the common scale: 100 is one hour at threshold. Unknown only without a duration. */
  readonly loadAu: Estimate<number, "no-duration">;
  readonly method: LoadMethod;
  readonly quality: LoadQuality;
  /** Effective speed or heart-rate intensity over threshold; null where only time or effort were known. */
  readonly intensity: number | null;
  /** "How was this made?": the formula's key, what went in, and what was left out and why. */
  readonly parts: { readonly formula: string; readonly inputs: LoadPart[]; readonly leftOut: LoadPart[] };
};

/** Units an hour of each sport where nothing but its time is known: easy running, and less for the others. [house] */
const UNITS_PER_HOUR: Readonly<Record<Sport, number>> = {
  run: 55,
  ride: 45,
  swim: 50,
  walk: 20,
  hike: 35,
  strength: 30,
  mobility: 5,
  other: 30,
};

/** A whole session faster than this over threshold is a wrong distance or a stale threshold, not a load. */
const IMPLAUSIBLE = { intensity: 1.2, afterS: 1_200, anyIntensity: 1.45 } as const;
/** An hour above threshold speed is a new threshold: nobody holds 105 % of it that long. [house] */
const STALE = { intensity: 1.05, afterS: 3_300 } as const;
const LONGEST_S = 48 * 3600;
/** Less than a second is a button pressed twice. */
const SHORTEST_S = 1;

/**
 * Load of one session by the best method its records allow: running stress, heart-rate stress, session-RPE, or an
 * estimate from its time. What rests on measured thresholds goes before what rests on estimated ones.
 *
 * @param profile what it is measured against on its day, from prepareLoadProfiles
 * @param options.calibration the athlete's factors between methods; without them the load says that it is uncalibrated
 * @param options.recorded sums of the recorded track, where there is one: an interval session needs it or laps to count fully
 * @see SOURCES.md [foster-2001], [skiba-2006], [banister-1991]
 */
export function activityLoad(
  activity: Activity,
  profile: LoadProfile,
  options: { calibration?: LoadCalibration; recorded?: RecordedEffort | null } = {},
): ActivityLoad {
  const capped = activity.durationS > LONGEST_S ? { ...activity, durationS: LONGEST_S } : activity;
  if (!(capped.durationS >= SHORTEST_S)) return withoutDuration();
  const calibration = options.calibration ?? UNCALIBRATED;
  const recorded = options.recorded ?? null;
  const methods = [
    () => byPace(capped, profile, recorded),
    () => byHeart(capped, profile, { calibration, recorded }),
    () => byEffort(capped, calibration),
  ];
  let best: ActivityLoad | null = null;
  const leftOut: LoadPart[] = [];
  for (const method of methods) {
    const attempt = method();
    if (!attempt.ok) leftOut.push(attempt.reason);
    else if (best === null || attempt.load.quality === "measured") best = attempt.load;
    if (best?.quality === "measured") break;
  }
  const load = best ?? byTime(capped);
  return { ...load, parts: { ...load.parts, leftOut: [...load.parts.leftOut, ...leftOut] } };
}

type Attempt = { ok: true; load: ActivityLoad } | { ok: false; reason: LoadPart };

function refuse(code: string, value: number | string | null = null, unit: string | null = null): Attempt {
  return { ok: false, reason: { code, value, unit } };
}

function byPace(activity: Activity, profile: LoadProfile, recorded: RecordedEffort | null): Attempt {
  const { thresholdSpeedMps, thresholdSpeedSource } = profile;
  if (activity.sport !== "run") return refuse("pace-not-for-sport", activity.sport);
  if (thresholdSpeedMps === null || thresholdSpeedSource === null) return refuse("no-threshold-speed");
  const read = readStress(activity, thresholdSpeedMps, recorded);
  if (read === null) return refuse("no-distance");
  const { intensity, stress } = read;
  const tooFast =
    intensity > IMPLAUSIBLE.anyIntensity ||
    (intensity > IMPLAUSIBLE.intensity && activity.durationS > IMPLAUSIBLE.afterS);
  if (tooFast) return refuse("pace-implausible", intensity);
  const inputs: LoadPart[] = [
    { code: "threshold-speed", value: thresholdSpeedMps, unit: "m/s" },
    { code: "threshold-source", value: thresholdSpeedSource, unit: null },
    { code: "speeds-from", value: read.source, unit: null },
    { code: "intensity", value: intensity, unit: null },
    { code: "duration", value: activity.durationS, unit: "s" },
    ...(intensity > STALE.intensity && activity.durationS >= STALE.afterS
      ? [{ code: "threshold-stale", value: intensity, unit: null }]
      : []),
  ];
  const certain = isMeasured(thresholdSpeedSource) && read.source !== "title";
  return made("running-stress", { load: stress, intensity, inputs, certain });
}

/** From the finest source there is: the recorded track, or what {@link coarseStretches} finds; null without distance or time. */
function readStress(
  activity: Activity,
  thresholdSpeedMps: number,
  recorded: RecordedEffort | null,
): (RunningStress & { source: StretchSource }) | null {
  if (recorded?.moved && recorded.recordedS >= 0.5 * activity.durationS)
    return { source: "samples", ...recordedStress(recorded, thresholdSpeedMps) };
  const read = coarseStretches(activity, thresholdSpeedMps);
  const stress = read ? valueOrNull(runningStress(read.stretches, thresholdSpeedMps)) : null;
  return read && stress ? { source: read.source, ...stress } : null;
}

function byHeart(
  activity: Activity,
  profile: LoadProfile,
  options: { calibration: LoadCalibration; recorded: RecordedEffort | null },
): Attempt {
  const { restingHr, maxHr, thresholdHr, heartSource, sex } = profile;
  if (restingHr === null || maxHr === null || thresholdHr === null || heartSource === null) {
    return refuse("no-heart-rate-limits");
  }
  const limits = { restingHr, maxHr, thresholdHr, sex };
  const coefficients = trimpCoefficients(sex);
  const read = heartImpulse(activity, { limits, coefficients }, options.recorded);
  if (read === null) return refuse("no-heart-rate");
  const { trimp } = read;
  const stress = hrStress(trimp, limits, coefficients);
  if (!stress.known) return refuse(stress.reason);
  const factor = options.calibration.hrFactor;
  const inputs: LoadPart[] = [
    { code: "trimp", value: trimp, unit: "au" },
    { code: "heart-rates-from", value: read.source, unit: null },
    { code: "threshold-heart-rate", value: thresholdHr, unit: "bpm" },
    { code: "threshold-source", value: heartSource, unit: null },
    calibrationPart(factor, options.calibration.hrSessions),
  ];
  const load = stress.value * (factor ?? 1);
  const intensity = Math.sqrt(stress.value / (activity.durationS / 36));
  return made("hr-stress", { load, intensity, inputs, certain: isMeasured(heartSource) });
}

function heartImpulse(
  activity: Activity,
  by: { limits: { restingHr: number; maxHr: number }; coefficients: TrimpCoefficients },
  recorded: RecordedEffort | null,
): { source: string; trimp: number } | null {
  const { limits, coefficients } = by;
  const impulse = (stretches: readonly { durationS: number; hrBpm: number }[]) =>
    trimpBanister(
      stretches.map(({ durationS, hrBpm }) => ({
        durationS,
        reserveFraction: reserveFraction(hrBpm, limits),
      })),
      coefficients,
    );
  const beats = recorded ? soundBeats(recorded, limits) : null;
  if (
    recorded &&
    beats &&
    beats.seconds >= 0.8 * recorded.recordedS &&
    beats.seconds >= 0.5 * activity.durationS
  ) {
    const scale = activity.durationS / beats.seconds;
    const stretches = beats.at.map(({ hrBpm, seconds }) => ({ durationS: seconds * scale, hrBpm }));
    return { source: "samples", trimp: impulse(stretches) };
  }
  const laps = (activity.laps ?? []).filter((lap) => lap.durationS && lap.avgHr);
  const covered = laps.reduce((total, lap) => total + (lap.durationS ?? 0), 0);
  if (laps.length >= 2 && covered >= 0.8 * activity.durationS && covered <= 1.05 * activity.durationS) {
    const stretches = laps.map((lap) => ({ durationS: lap.durationS ?? 0, hrBpm: lap.avgHr ?? 0 }));
    return { source: "laps", trimp: impulse(stretches) };
  }
  if (!activity.avgHr) return null;
  const whole = { durationS: activity.durationS, hrBpm: activity.avgHr };
  return { source: "average", trimp: impulse([whole]) };
}

/** The seconds at each heart rate that this heart can have: others are a strap's faults. */
function soundBeats({ secondsAtHr }: RecordedEffort, limits: { restingHr: number; maxHr: number }) {
  const at: { hrBpm: number; seconds: number }[] = [];
  let total = 0;
  for (let index = 0; index + 1 < secondsAtHr.length; index += 2) {
    const [hrBpm, seconds] = [secondsAtHr[index] as number, secondsAtHr[index + 1] as number];
    if (hrBpm < limits.restingHr - 5 || hrBpm > limits.maxHr + 5) continue;
    at.push({ hrBpm, seconds });
    total += seconds;
  }
  return { at, seconds: total };
}

function byEffort(activity: Activity, calibration: LoadCalibration): Attempt {
  const raw = sessionRpeLoad(activity.durationS, activity.rpe);
  if (!raw.known) return refuse(raw.reason);
  const inputs: LoadPart[] = [
    { code: "rpe", value: activity.rpe ?? null, unit: null },
    { code: "duration", value: activity.durationS, unit: "s" },
    calibrationPart(calibration.rpeFactor, calibration.rpeSessions),
  ];
  const load = raw.value * (calibration.rpeFactor ?? RPE_UNIT);
  return made("session-rpe", { load, intensity: null, inputs, certain: calibration.rpeFactor !== null });
}

function byTime(activity: Activity): ActivityLoad {
  const perHour = UNITS_PER_HOUR[activity.sport];
  const inputs: LoadPart[] = [
    { code: "duration", value: activity.durationS, unit: "s" },
    { code: "units-per-hour", value: perHour, unit: "au/h" },
  ];
  return load("estimated", {
    load: (activity.durationS / 3600) * perHour,
    intensity: null,
    inputs,
    certain: false,
  });
}

function calibrationPart(factor: number | null, sessions: number): LoadPart {
  return factor === null
    ? { code: "uncalibrated", value: sessions, unit: "sessions" }
    : { code: "calibrated", value: factor, unit: null };
}

function isMeasured(source: ThresholdSource): boolean {
  return source === "given" || source === "result";
}

type Made = { load: number; intensity: number | null; inputs: LoadPart[]; certain: boolean };

function made(method: LoadMethod, result: Made): Attempt {
  return { ok: true, load: load(method, result) };
}

function load(method: LoadMethod, { load: au, intensity, inputs, certain }: Made): ActivityLoad {
  return {
    loadAu: known(au),
    method,
    quality: certain ? "measured" : "estimated",
    intensity,
    parts: { formula: method, inputs, leftOut: [] },
  };
}

function withoutDuration(): ActivityLoad {
  return {
    loadAu: notKnown("no-duration"),
    method: "unknown",
    quality: "estimated",
    intensity: null,
    parts: { formula: "none", inputs: [], leftOut: [{ code: "no-duration", value: null, unit: null }] },
  };
}

/** The two loads of a run that calibrate methods against each other, on their own scales; null where one is missing. */
export function calibrationPair(
  activity: Activity,
  profile: LoadProfile,
  method: "hr" | "rpe",
): { reference: number; other: number } | null {
  if (!(activity.durationS >= SHORTEST_S)) return null;
  const pace = byPace(activity, profile, null);
  if (!pace.ok) return null;
  const reference = valueOrNull(pace.load.loadAu) ?? 0;
  const other =
    method === "rpe" ? sessionRpeLoad(activity.durationS, activity.rpe) : heartLoad(activity, profile);
  return other.known ? { reference, other: other.value } : null;
}

function heartLoad(activity: Activity, profile: LoadProfile): Estimate<number> {
  const heart = byHeart(activity, profile, { calibration: UNCALIBRATED, recorded: null });
  return heart.ok ? heart.load.loadAu : notKnown("no-heart-rate");
}
