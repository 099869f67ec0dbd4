export { type GradeModel, gradedSpeedMps, gradeFactor, loopGradeFactor, minettiCost } from "./grade.ts";
export { elevationGain, gradedSeries } from "./graded-series.ts";
export { readTitle, type TitleReps } from "./read-title.ts";
export { movingMean, type PerSecond, perSecond, type Samples, STANDING_MPS } from "./samples.ts";
export { Activity, Lap, Sport } from "./schema.ts";
export { type SampleSummary, summariseSamples } from "./summarise-samples.ts";
