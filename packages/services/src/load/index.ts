export { type ExplainedActivity, type ExplainedDay, explainDay } from "./explain-day.ts";
export { getLoadSeries } from "./get-load-series.ts";
export type { StoredDay } from "./pack-years.ts";
export { type Recomputed, recomputeLoad } from "./recompute-load.ts";
export { refreshSummary } from "./refresh-summary.ts";
