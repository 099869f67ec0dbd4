export { type ExplainedActivity, type ExplainedDay, explainDay } from "./explain-day.ts";
export { getLoadSeries } from "./get-load-series.ts";
export { loadOn, readStoredLoad, silentSeries, standingAsOf, standingOn, storedLoad } from "./load-state.ts";
export type { StoredDay } from "./pack-years.ts";
export { rebuildLoad } from "./rebuild-load.ts";
export { type Recomputed, recomputeLoad } from "./recompute-load.ts";
export { kmOf, refreshSummary, SPARK_DAYS, SQUARE_DAYS, squareOf, weekKmOf } from "./refresh-summary.ts";
