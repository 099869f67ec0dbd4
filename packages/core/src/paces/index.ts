export {
  type AdjustedPace,
  adjustForConditions,
  type Conditions,
  estimateWbgtC,
  marathonHeatSlowingPct,
  type Slowing,
} from "./conditions.ts";
export {
  type CriticalSpeed,
  type CriticalSpeedForm,
  type CriticalSpeedReason,
  criticalSpeed,
  timeAtSpeed,
} from "./critical-speed.ts";
export {
  type EquivalentReason,
  equivalentTimeS,
  fractionOfVo2max,
  SCORE_MAX,
  SCORE_MIN,
  type ScoreReason,
  scoreOf,
  speedAtFraction,
  speedAtVo2,
  speedByRegressionMPerMin,
  vo2AtSpeed,
} from "./daniels-gilbert.ts";
export { describeEfforts, type EffortsDescription } from "./describe-efforts.ts";
export { easyByMarathonPace } from "./easy-by-marathon-pace.ts";
export { checkGoal, FANTASY_GAP, type GoalCheck } from "./goal-check.ts";
export { hrFractionAtSpeedFraction, speedFractionAtHrFraction } from "./heart-rate-fraction.ts";
export {
  FRESH_RESULT_DAYS,
  latestScore,
  NO_PACING,
  type Pacing,
  pacingOf,
  pacingOfScore,
  scoreOfResult,
} from "./pacing-of.ts";
export { parseResult } from "./parse-result.ts";
export { cameronTime, personalExponent, RIEGEL_EXPONENT, riegelTime } from "./power-law.ts";
export { predictRace, type RacePrediction } from "./predict-race.ts";
export {
  type ShareOfTopSpeed,
  type SpeedReserve,
  type SpeedReserveProfile,
  shareOfTopSpeed,
  speedReserve,
} from "./speed-reserve.ts";
export {
  courseM,
  type HeldPeak,
  type LoggedRace,
  suggestThresholds,
  type ThresholdSuggestion,
} from "./suggest-thresholds.ts";
export {
  EASY_FAST_FRACTION,
  EASY_SLOW_FRACTION,
  INTERVAL_FRACTION,
  isUsableScore,
  THRESHOLD_FRACTION,
  type TrainingPaces,
  trainingPaces,
} from "./training-paces.ts";
