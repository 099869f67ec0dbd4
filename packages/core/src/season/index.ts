export { buildSeason, pacingOfRequest } from "./build-season.ts";
export { type EventClass, type EventShape, eventOf, eventShape } from "./event.ts";
export { isRun } from "./is-run.ts";
export { readSeason, readSeasonRequest, requestFaults } from "./read-season.ts";
export * from "./schema.ts";
export { PHASE_WEEKS, PLANNER } from "./season-limits.ts";
