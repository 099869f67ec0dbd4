import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { type Estimate, known, notKnown, valueOrNull } from "@repo/core/estimate";
import type { Result } from "@repo/core/results";
import { HALF_MARATHON_M } from "@repo/core/units";
import { equivalentTimeS } from "./daniels-gilbert.ts";
import { FRESH_RESULT_DAYS, latestScore, scoreOfResult } from "./pacing-of.ts";
import { cameronTime, personalExponent, RIEGEL_EXPONENT, riegelTime } from "./power-law.ts";

/** Race-to-race variation (CV) up to 10 km and above. SOURCES.md [hopkins-hewson-2001] */
const NOISE_SHORT = 0.015;
const NOISE_LONG = 0.03;
/** From half to full marathon recreational runners slow by up to this exponent. SOURCES.md [vickers-2016] */
const MARATHON_SLOW_EXPONENT = 1.15;
/** A second result for a personal exponent must lie this close in time to the first (days). [house] */
const EXPONENT_WINDOW_DAYS = 120;

/** A race prediction: a range in seconds, and everything it rests on. */
export type RacePrediction = {
  distanceM: number;
  /** The range; a prediction is never one number. Seconds. */
  fastS: number;
  likelyS: number;
  slowS: number;
  source: { date: IsoDate; distanceM: number; timeS: number; score: number };
  ageDays: number;
  methods: { method: "daniels-gilbert" | "riegel" | "riegel-personal" | "cameron"; timeS: number }[];
  confidence: "high" | "medium" | "low";
  /** Why it is wide: `old-result`, `far-from-result`, `marathon-from-shorter`, `outside-1500-to-marathon`. */
  reasons: string[];
};

/**
 * Predicts a race as a range from the most recent maximal result on or before `asOf`, with the day and result it rests
 * on. Metres in, seconds out. Unknown without a usable result or for distances outside 400 m–100 km; results older than
 * a year predict nothing. SOURCES.md [daniels-gilbert-1979] [riegel-1981] [cameron-1998] [vickers-2016]
 */
export function predictRace(
  results: readonly Result[],
  distanceM: number,
  asOf: IsoDate,
): Estimate<RacePrediction, "no-result" | "result-too-old" | "distance-out-of-range"> {
  if (!(distanceM >= 400 && distanceM <= 100_000)) return notKnown("distance-out-of-range");
  const latest = latestScore(results, asOf);
  if (!latest) return notKnown("no-result");
  const ageDays = daysBetween(latest.date, asOf);
  if (ageDays > 365) return notKnown("result-too-old");
  const { result, score } = latest;
  const methods = methodsFor(results, result, { score, distanceM, asOf });
  const times = methods.map((method) => method.timeS);
  const likely = methods.find((method) => method.method === "riegel-personal") ?? methods[0];
  if (!likely) return notKnown("distance-out-of-range");
  const reasons = reasonsFor(result.distanceM, distanceM, ageDays);
  const noise = distanceM > 10_500 ? NOISE_LONG : NOISE_SHORT;
  const margin =
    noise * (1 + (reasons.includes("far-from-result") ? 1 : 0) + (ageDays > FRESH_RESULT_DAYS ? 1 : 0));
  return known({
    distanceM,
    fastS: Math.min(...times) * (1 - margin),
    likelyS: likely.timeS,
    slowS: Math.max(...times, marathonSlowS(result, distanceM)) * (1 + margin),
    source: { date: latest.date, distanceM: result.distanceM, timeS: result.timeS, score },
    ageDays,
    methods,
    confidence: reasons.length === 0 ? "high" : reasons.length === 1 ? "medium" : "low",
    reasons,
  });
}

function methodsFor(
  results: readonly Result[],
  from: Result,
  target: { score: number; distanceM: number; asOf: IsoDate },
): RacePrediction["methods"] {
  const exponent = exponentFor(results, from, target.asOf);
  const candidates = [
    {
      method: "daniels-gilbert" as const,
      timeS: valueOrNull(equivalentTimeS(target.score, target.distanceM)),
    },
    { method: "riegel" as const, timeS: valueOrNull(riegelTime(from, target.distanceM)) },
    { method: "cameron" as const, timeS: valueOrNull(cameronTime(from, target.distanceM)) },
    {
      method: "riegel-personal" as const,
      timeS: exponent === null ? null : valueOrNull(riegelTime(from, target.distanceM, exponent)),
    },
  ];
  return candidates.flatMap(({ method, timeS }) => (timeS === null ? [] : [{ method, timeS }]));
}

/** The exponent between the source and the latest other result far enough from it in distance, close in time. */
function exponentFor(results: readonly Result[], from: Result, asOf: IsoDate): number | null {
  const partners = results
    .filter((other) => other !== from && other.date <= asOf && scoreOfResult(other) !== null)
    .filter((other) => Math.abs(daysBetween(other.date, from.date)) <= EXPONENT_WINDOW_DAYS)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.distanceM - b.distanceM));
  for (const partner of partners) {
    const exponent = valueOrNull(personalExponent(from, partner));
    if (exponent !== null) return exponent;
  }
  return null;
}

/** The slow end of a marathon predicted from a shorter race: power law to the half, then the recreational exponent. */
function marathonSlowS(from: Result, distanceM: number): number {
  if (distanceM <= 30_000 || from.distanceM >= 30_000) return 0;
  const start = Math.max(from.distanceM, HALF_MARATHON_M);
  const toStart = from.timeS * (start / from.distanceM) ** RIEGEL_EXPONENT;
  return toStart * (distanceM / start) ** MARATHON_SLOW_EXPONENT;
}

function reasonsFor(fromM: number, toM: number, ageDays: number): string[] {
  const ratio = Math.max(toM / fromM, fromM / toM);
  return [
    ...(ageDays > FRESH_RESULT_DAYS ? ["old-result"] : []),
    ...(ratio > 4 ? ["far-from-result"] : []),
    ...(toM > 30_000 && fromM < 30_000 ? ["marathon-from-shorter"] : []),
    ...(toM < 1_400 || toM > 42_500 ? ["outside-1500-to-marathon"] : []),
  ];
}
