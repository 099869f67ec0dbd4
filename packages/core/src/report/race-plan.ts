import type { GoalCheck, RacePrediction } from "@repo/core/paces";
import type { Race } from "@repo/core/season";
import { METRES_PER_MILE, type UnitSystem } from "@repo/core/units";

/** How to run a race evenly: its pace, a range around it, and clock times along the way. */
export type RacePlan = {
  basis: "goal" | "prediction";
  timeS: number;
  paceSPerKm: number;
  /** Faster than this is faster than the training says can be held; slower leaves something. */
  fastSPerKm: number;
  slowSPerKm: number;
  /** The start: no faster than `paceSPerKm` until here (M122: who starts hot dies halfway). */
  opening: { untilM: number; slowestSPerKm: number };
  splits: { atM: number; elapsedS: number }[];
};

/** The first tenth of a race, at least 400 m, at most 5 km, is where it is lost; up to 2 % slower costs nothing. [house] */
const OPENING_SHARE = 0.1;
const OPENING_SLACK = 1.02;
/** Splits every kilometre or mile up to 12 km, every 5 of them beyond. */
const SINGLE_SPLITS_TO_M = 12_000;
/** On the track a split is a lap, whatever somebody's units. */
const LAP_SPLITS_BELOW_M = 3_000;
const LAP_M = 400;

/**
 * An even plan (M37, M122): paces from the goal where it lies within the predicted range, from the prediction where it
 * does not, or where there is no goal. Null where nothing can be predicted: a goal alone is no basis.
 */
export function racePlan(
  race: Race,
  prediction: RacePrediction | null,
  goal: GoalCheck | null,
): RacePlan | null {
  if (prediction === null) return null;
  const { fastS, likelyS, slowS } = prediction;
  const wished = race.goalTimeS ?? null;
  const reachable = wished !== null && goal !== null && !goal.fantasy && wished >= fastS && wished <= slowS;
  const timeS = reachable ? wished : likelyS;
  const pace = (seconds: number) => (1000 * seconds) / race.distanceM;
  return {
    basis: reachable ? "goal" : "prediction",
    timeS,
    paceSPerKm: pace(timeS),
    fastSPerKm: pace(Math.min(fastS, timeS)),
    slowSPerKm: pace(Math.max(slowS, timeS)),
    opening: {
      untilM: Math.min(5000, Math.max(400, race.distanceM * OPENING_SHARE)),
      slowestSPerKm: pace(timeS) * OPENING_SLACK,
    },
    splits: evenSplits(race.distanceM, timeS),
  };
}

/** Clock times along an even race, in a reader's units; the last is the race's own. Metres and seconds. */
export function evenSplits(
  distanceM: number,
  timeS: number,
  units: UnitSystem = "metric",
): RacePlan["splits"] {
  const unit = units === "imperial" ? METRES_PER_MILE : 1000;
  const long = distanceM <= SINGLE_SPLITS_TO_M ? unit : 5 * unit;
  const step = distanceM < LAP_SPLITS_BELOW_M ? LAP_M : long;
  const splits: RacePlan["splits"] = [];
  for (let atM = step; atM < distanceM - 1; atM += step)
    splits.push({ atM, elapsedS: (timeS * atM) / distanceM });
  return [...splits, { atM: distanceM, elapsedS: timeS }];
}
