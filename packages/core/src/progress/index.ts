export { lifeStress as lifeStressCause } from "./cause-life-stress.ts";
export { weeksSinceCutback } from "./cause-no-cutback.ts";
export { perpetualMedium } from "./cause-perpetual-medium.ts";
export { sameWorkout } from "./cause-same-workout.ts";
export {
  CAUSE_DAYS,
  type CauseRule,
  causeWindow,
  currentScore,
  meanOf,
  row,
  shareOf,
} from "./cause-window.ts";
export { estimateOnset, type Onset } from "./estimate-onset.ts";
export { estimateTrend, TREND_DAYS, type Trend } from "./estimate-trend.ts";
export { judgeProgress, type ProgressState, type ProgressVerdict } from "./judge-progress.ts";
export { MARGIN_PCT, type PooledTrend, pooledTrend, type SeriesTrend } from "./judge-trend.ts";
export { type Asked, askedBeyondUsual, type BodySays, bodySays } from "./overload-evidence.ts";
export { type PerformanceSeries, performanceSeries, type SeriesKind } from "./performance-series.ts";
export { proposeFix } from "./propose-fix.ts";
export { CAUSE_RULES, type RankedCause, rankCauses } from "./rank-causes.ts";
export { aerobicScore, type Session, type SessionKind } from "./read-session.ts";
export * from "./schema.ts";
export { type StrainSignal, strainSignals } from "./strain-signals.ts";
export {
  between,
  dateOf,
  firstAt,
  type LoggedCheckIn,
  prepareLog,
  type ScoredResult,
  type TrainingLog,
} from "./training-log.ts";
