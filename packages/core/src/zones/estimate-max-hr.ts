import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Equations that predict maximum heart rate from age. `fox-220` has no research origin: only for comparison. */
export type MaxHrFormula =
  | "tanaka"
  | "tanaka-trained"
  | "tanaka-sedentary"
  | "gellish-linear"
  | "gellish-curved"
  | "fox-220";

/** People of one age differ by about this much (standard error 7–11 beats). SOURCES.md [robergs-landwehr-2002] */
export const MAX_HR_ERROR_BPM = 10;

const FORMULAS: Record<MaxHrFormula, (ageYears: number) => number> = {
  tanaka: (age) => 208 - 0.7 * age,
  "tanaka-trained": (age) => 205 - 0.6 * age,
  "tanaka-sedentary": (age) => 212 - 0.7 * age,
  "gellish-linear": (age) => 207 - 0.7 * age,
  "gellish-curved": (age) => 192 - 0.007 * age * age,
  "fox-220": (age) => 220 - age,
};

/**
 * Maximum heart rate predicted from age in years, with its error: a stand-in until one is observed. Unknown outside ages
 * 10–90. SOURCES.md [tanaka-2001] [gellish-2007] [robergs-landwehr-2002]
 */
export function estimateMaxHr(
  ageYears: number,
  formula: MaxHrFormula = "tanaka",
): Estimate<{ maxHr: number; lowBpm: number; highBpm: number; formula: MaxHrFormula }, "age-out-of-range"> {
  if (!(ageYears >= 10 && ageYears <= 90)) return notKnown("age-out-of-range");
  const maxHr = FORMULAS[formula](ageYears);
  return known({ maxHr, lowBpm: maxHr - MAX_HR_ERROR_BPM, highBpm: maxHr + MAX_HR_ERROR_BPM, formula });
}
