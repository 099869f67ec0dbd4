import { type Estimate, valueOrNull } from "@repo/core/estimate";
import { MARATHON_M } from "@repo/core/units";
import { type CriticalSpeed, type CriticalSpeedForm, criticalSpeed } from "./critical-speed.ts";
import { equivalentTimeS, speedAtFraction } from "./daniels-gilbert.ts";
import { checkGoal, type GoalCheck } from "./goal-check.ts";
import { personalExponent } from "./power-law.ts";
import { type ShareOfTopSpeed, type SpeedReserve, shareOfTopSpeed, speedReserve } from "./speed-reserve.ts";

type Effort = { distanceM: number; timeS: number };
/** An answer, or why there is none. */
type Answer<T> = T | { notKnown: string };

/** What several efforts, a top speed and a goal say beside the score. A key is there only where it was asked for. */
export type EffortsDescription = {
  /** Every form of the fit; different forms give different numbers from the same efforts. */
  criticalSpeed?: Record<CriticalSpeedForm, Answer<CriticalSpeed>>;
  /** The runner's own exponent of Riegel's law, from the shortest and the longest effort. */
  personalExponent?: Answer<number>;
  speedReserve?: Answer<SpeedReserve>;
  /** How much of the top speed race paces use (M14). */
  shareOfTopSpeed?: { race: string; answer: Answer<ShareOfTopSpeed> }[];
  goal?: Answer<GoalCheck>;
};

const FORMS: readonly CriticalSpeedForm[] = [
  "linear-distance-time",
  "linear-speed-inverse-time",
  "hyperbolic-time",
  "three-parameter",
];
const RACES = [
  { race: "1500 m", distanceM: 1500 },
  { race: "5 km", distanceM: 5000 },
  { race: "marathon", distanceM: MARATHON_M },
] as const;

/**
 * Critical speed and the runner's own exponent from two efforts or more (metres, seconds), speed reserve from a top
 * speed (m/s), and how far a goal lies from the present score. What cannot be known says why.
 */
export function describeEfforts(input: {
  score: number;
  efforts?: readonly Effort[];
  topSpeedMps?: number | null;
  goal?: Effort | null;
}): EffortsDescription {
  const { score, efforts = [], topSpeedMps = null, goal = null } = input;
  return {
    ...(efforts.length >= 2 ? ofEfforts(efforts) : {}),
    ...(topSpeedMps === null ? {} : ofTopSpeed(topSpeedMps, score)),
    ...(goal === null ? {} : { goal: answerOf(checkGoal(goal, score)) }),
  };
}

function ofEfforts(
  efforts: readonly Effort[],
): Pick<EffortsDescription, "criticalSpeed" | "personalExponent"> {
  const fits = FORMS.map((form) => [form, answerOf(criticalSpeed(efforts, form))] as const);
  const sorted = [...efforts].sort((a, b) => a.distanceM - b.distanceM);
  const [shortest, longest] = [sorted[0], sorted.at(-1)];
  return {
    criticalSpeed: Object.fromEntries(fits) as NonNullable<EffortsDescription["criticalSpeed"]>,
    ...(shortest && longest ? { personalExponent: answerOf(personalExponent(shortest, longest)) } : {}),
  };
}

function ofTopSpeed(
  topSpeedMps: number,
  score: number,
): Pick<EffortsDescription, "speedReserve" | "shareOfTopSpeed"> {
  return {
    speedReserve: answerOf(speedReserve(topSpeedMps, speedAtFraction(score, 1))),
    shareOfTopSpeed: RACES.flatMap(({ race, distanceM }) => {
      const timeS = valueOrNull(equivalentTimeS(score, distanceM));
      return timeS === null
        ? []
        : [{ race, answer: answerOf(shareOfTopSpeed(topSpeedMps, distanceM / timeS)) }];
    }),
  };
}

function answerOf<T>(estimate: Estimate<T>): Answer<T> {
  return estimate.known ? estimate.value : { notKnown: estimate.reason };
}
