export { EWMA_CONVENTIONS, type EwmaConvention, ewma, ewmaStep, ewmaWeight } from "./ewma.ts";
export { mean, sum } from "./mean.ts";
export { median, medianAbsoluteDeviation, quantile, sortedQuantile } from "./quantile.ts";
export { populationSd, sampleSd } from "./standard-deviation.ts";
export { zScore } from "./z-score.ts";
