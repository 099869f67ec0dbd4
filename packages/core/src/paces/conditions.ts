import type { Sex } from "@repo/core/athlete";

/** What the day is like; null or absent means not known, and changes nothing. */
export type Conditions = {
  temperatureC?: number | null;
  relativeHumidityPct?: number | null;
  /** Wet-bulb globe temperature, when somebody measured it. */
  wbgtC?: number | null;
  altitudeM?: number | null;
  windMps?: number | null;
  climbMPerKm?: number | null;
};

/** One reason to be slower today, in percent of time. */
export type Slowing = {
  reason: "heat" | "altitude" | "wind" | "hills";
  /** Percent of time, least and most. */
  lowPct: number;
  highPct: number;
  evidence: "published" | "house";
};

/** A pace range (s/km) widened for the day, with every reason. */
export type AdjustedPace = {
  fastSPerKm: number;
  slowSPerKm: number;
  slowing: Slowing[];
  /** `run-by-effort` when widened; `hot-cancel-hard-work` above 28 °C WBGT; `humidity-assumed`. */
  advice: string[];
};

/** Slowing of top marathon finishers against the course record, percent, by WBGT band (°C). SOURCES.md [ely-2007] */
const HEAT_BANDS = [
  { aboveC: 5, men: 1.7, women: 3.2 },
  { aboveC: 10, men: 2.5, women: 3.2 },
  { aboveC: 15, men: 3.3, women: 3.8 },
  { aboveC: 20, men: 4.5, women: 5.4 },
] as const;
/** Between a 2:10 and a 4:30 marathon the slowing grows from once to three times the published figure. [house] */
const FAST_MARATHON_S = 7_800;
const SLOW_MARATHON_S = 16_200;

/**
 * How much the fastest marathon finishers slow against the course record at a wet-bulb globe temperature (°C), in
 * percent; null below 5 °C and above 25 °C, which were not observed. Slower runners slow more. SOURCES.md [ely-2007]
 */
export function marathonHeatSlowingPct(wbgtC: number, sex: Sex): number | null {
  if (!(wbgtC > 5 && wbgtC <= 25)) return null;
  const band = HEAT_BANDS.findLast((candidate) => wbgtC > candidate.aboveC);
  return band ? (sex === "female" ? band.women : band.men) : null;
}

/** Shade estimate of WBGT (°C) from air temperature and relative humidity. SOURCES.md [abm-wbgt] */
export function estimateWbgtC(temperatureC: number, relativeHumidityPct: number): number {
  const vapourHpa =
    (relativeHumidityPct / 100) * 6.105 * Math.exp((17.27 * temperatureC) / (237.7 + temperatureC));
  return 0.567 * temperatureC + 0.393 * vapourHpa + 3.94;
}

/**
 * Widens a pace range (s/km) for the day (M10): heat, altitude, wind and hills move both ends slower, the slow end more,
 * and every widening is named. An effort of `durationS` feels heat in proportion. Not a correction of results.
 */
export function adjustForConditions(
  pace: { fastSPerKm: number; slowSPerKm: number },
  conditions: Conditions,
  effort: { durationS: number; sex?: Sex | null },
): AdjustedPace {
  const { wbgtC, assumed } = wbgtOf(conditions);
  const slowing = [
    ...heatSlowing(wbgtC, effort),
    ...altitudeSlowing(conditions.altitudeM),
    ...windSlowing(conditions.windMps),
    ...hillSlowing(conditions.climbMPerKm),
  ];
  const [low, high] = [total(slowing.map((one) => one.lowPct)), total(slowing.map((one) => one.highPct))];
  return {
    fastSPerKm: pace.fastSPerKm * (1 + low / 100),
    slowSPerKm: pace.slowSPerKm * (1 + high / 100),
    slowing,
    advice: [
      ...(slowing.length > 0 ? ["run-by-effort"] : []),
      ...(wbgtC !== null && wbgtC > 28 ? ["hot-cancel-hard-work"] : []),
      ...(assumed && slowing.some((one) => one.reason === "heat") ? ["humidity-assumed"] : []),
    ],
  };
}

function wbgtOf(conditions: Conditions): { wbgtC: number | null; assumed: boolean } {
  const { wbgtC, temperatureC, relativeHumidityPct } = conditions;
  if (isWithin(wbgtC, -40, 60)) return { wbgtC, assumed: false };
  if (!isWithin(temperatureC, -40, 60)) return { wbgtC: null, assumed: false };
  const humidity = isWithin(relativeHumidityPct, 0, 100) ? relativeHumidityPct : null;
  return { wbgtC: estimateWbgtC(temperatureC, humidity ?? 50), assumed: humidity === null };
}

function heatSlowing(wbgtC: number | null, effort: { durationS: number; sex?: Sex | null }): Slowing[] {
  // Below 15 °C WBGT the difference to good weather is smaller than one race's noise: nothing is widened.
  if (wbgtC === null || wbgtC <= 15) return [];
  const reference = marathonHeatSlowingPct(Math.min(wbgtC, 25), effort.sex ?? "male") ?? 0;
  const duration = Math.max(0, effort.durationS);
  const low = reference * clamp(duration / FAST_MARATHON_S, 0.25, 1);
  const slower = clamp((duration - FAST_MARATHON_S) / (SLOW_MARATHON_S - FAST_MARATHON_S), 0, 1);
  return [{ reason: "heat", lowPct: low, highPct: reference * (1 + 2 * slower), evidence: "published" }];
}

/** Below 800 m nothing; above, 0 to 4 % a kilometre of height: people differ widely. SOURCES.md [wehrlin-hallen-2006] */
function altitudeSlowing(altitudeM: number | null | undefined): Slowing[] {
  if (!isWithin(altitudeM, 800, 6000)) return [];
  return [{ reason: "altitude", lowPct: 0, highPct: (altitudeM / 1000) * 4, evidence: "published" }];
}

/** On a loop the tailwind gives back less than the headwind takes; up to 1 % for each m/s above 3. [house] */
function windSlowing(windMps: number | null | undefined): Slowing[] {
  if (!isWithin(windMps, 3, 40) || windMps === 3) return [];
  return [{ reason: "wind", lowPct: 0, highPct: Math.min(15, windMps - 3), evidence: "house" }];
}

/** Each metre climbed costs about eight on the flat; a loop gives up to half of it back. [house] */
function hillSlowing(climbMPerKm: number | null | undefined): Slowing[] {
  if (!isWithin(climbMPerKm, 5, 400)) return [];
  const cost = (climbMPerKm * 8) / 10;
  return [{ reason: "hills", lowPct: cost / 2, highPct: cost, evidence: "house" }];
}

function isWithin(value: number | null | undefined, low: number, high: number): value is number {
  return typeof value === "number" && value >= low && value <= high;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
