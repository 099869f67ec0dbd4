import type { IsoDate } from "@repo/core/calendar";
import { equivalentTimeS } from "@repo/core/paces";
import type { Result } from "@repo/core/results";
import { scoreToday, type Truth } from "./advance-truth.ts";
import type { Runner } from "./draw-runner.ts";
import type { Prng } from "./prng.ts";

/** Slower by this share for each degree above the temperature at which heat begins to cost. */
const HEAT_COST_PER_C = 0.0025;
const SHORT_RACE_SHARE = 0.5;
const HEAT_BEGINS_C = 14;

/** A simulated all-out result with the noise of real ones (science.md §6.1); null where the score gives no time. */
export function raceDay(
  date: IsoDate,
  runner: Runner,
  day: { truth: Truth; temperatureC: number; kind: "race" | "time-trial" },
  random: Prng,
): Result | null {
  const time = equivalentTimeS(scoreToday(day.truth), runner.resultDistanceM);
  if (!time.known) return null;
  const share = runner.resultDistanceM > 10_000 ? 1 : SHORT_RACE_SHARE;
  const heat = share * HEAT_COST_PER_C * Math.max(0, day.temperatureC - HEAT_BEGINS_C);
  const timeS = Math.round(time.value * (1 + heat) * (1 + random.normal(0, runner.resultCv)));
  const result: Result = { date, kind: day.kind, distanceM: runner.resultDistanceM, timeS };
  if (random.chance(runner.recording.temperature)) result.temperatureC = Math.round(day.temperatureC);
  return result;
}
