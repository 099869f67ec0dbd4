export {
  type ClassContext,
  classifyActivity,
  effortAt,
  FIRST_THRESHOLD_SHARE,
  type MeasuredEffort,
  SECOND_THRESHOLD_SHARE,
  type SessionClass,
  type SessionIntent,
} from "./classify-activity.ts";
export { alikeReps, findReps, findRepsInSamples, type Rep } from "./find-reps.ts";
export { type GradeModel, gradedSpeedMps, gradeFactor, loopGradeFactor, minettiCost } from "./grade.ts";
export { elevationGain, gradedSeries } from "./graded-series.ts";
export { type RepFix, type RepPattern, type RepReading, readReps } from "./read-reps.ts";
export { readSplits } from "./read-splits.ts";
export { readTitle, type TitleReps } from "./read-title.ts";
export {
  movingMean,
  type PerSecond,
  perSecond,
  perSecondOf,
  type SampleColumns,
  type Samples,
  STANDING_MPS,
} from "./samples.ts";
export { Activity, Lap, Sport } from "./schema.ts";
export { type SampleSummary, summariseSamples } from "./summarise-samples.ts";
export { type TracePoint, traceOf } from "./trace-of.ts";
