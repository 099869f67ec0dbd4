export { createDueNights } from "./create-due-nights.ts";
export { dueNights, latestNight, MOST_BACKFILL_DAYS, NIGHT_HOUR } from "./due-nights.ts";
export { judgeNights } from "./judge-nights.ts";
export { judgeWaiting, type NightSummary, runNights } from "./run-nights.ts";
export { scopeOfWarning } from "./scope-of-warning.ts";
