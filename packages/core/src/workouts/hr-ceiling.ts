import type { Target } from "./schema.ts";

type HrTarget = Extract<Target, { kind: "hr" }>;

/** The lowest heart rate that a target may name, in the unit of each basis; a range from here up is a ceiling. */
export const LOWEST_HR: Readonly<Record<HrTarget["basis"], number>> = {
  bpm: 30,
  max: 0.3,
  threshold: 0.3,
  reserve: 0.01,
};

/** Whether a heart rate is one to stay under, `<145 bpm`. */
export function isCeiling(target: HrTarget): boolean {
  return target.low === LOWEST_HR[target.basis] && target.high > target.low;
}
