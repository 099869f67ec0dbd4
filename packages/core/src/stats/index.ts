export { autocorrelation } from "./autocorrelation.ts";
export { type ChangePoints, changePoints } from "./change-points.ts";
export { type Cusum, cusum } from "./cusum.ts";
export { EWMA_CONVENTIONS, type EwmaConvention, ewma, ewmaStep, ewmaWeight } from "./ewma.ts";
export {
  hamedRaoFactor,
  mannKendall,
  mannKendallAutocorrelated,
  mannKendallScaled,
  preWhiten,
  type TrendTest,
} from "./mann-kendall.ts";
export { mean, sum } from "./mean.ts";
export { minimalDetectableChange } from "./minimal-detectable-change.ts";
export { normalCdf, normalQuantile } from "./normal-distribution.ts";
export { type LinearFit, olsFit } from "./ols-fit.ts";
export { median, medianAbsoluteDeviation, quantile, sortedQuantile } from "./quantile.ts";
export { ranksOf } from "./ranks.ts";
export { populationSd, sampleSd } from "./standard-deviation.ts";
export { type RobustLine, theilSen } from "./theil-sen.ts";
export { zScore } from "./z-score.ts";
