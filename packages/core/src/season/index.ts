export { applyFix, datesOfFix } from "./apply-fix.ts";
export { buildSeason, pacingOfRequest } from "./build-season.ts";
export { type EventClass, type EventShape, eventOf, eventShape } from "./event.ts";
export { hardKmOf, hardStepKm, isAllOutStep, isHardStep, isStrideStep } from "./hard-running.ts";
export { isRun } from "./is-run.ts";
export { materialiseRun } from "./materialise.ts";
export { changeRaces, type MovedSeason, moveRace, type RaceMove } from "./move-race.ts";
export { type Plans, plannedWorkouts } from "./planned-workouts.ts";
export { readSeason, readSeasonRequest, requestFaults } from "./read-season.ts";
export { type RepacedWorkout, repacedWorkouts, type TargetRange } from "./repaced-workouts.ts";
export { scaleBlocks } from "./scale-blocks.ts";
export * from "./schema.ts";
export { PHASE_WEEKS, PLANNER } from "./season-limits.ts";
export { stepsOf } from "./steps-of.ts";
export {
  type OutlinedWorkout,
  type PackedWeeks,
  packWeeks,
  type Standing,
  unpackWeeks,
  type WeekOutline,
} from "./week-outlines.ts";
export { type Sums, type WeekSums, weekSums } from "./week-sums.ts";
export { type WeekTarget, weekTargets } from "./week-targets.ts";
export { withIds } from "./with-ids.ts";
export { type PhaseDraft, withPhases } from "./with-phases.ts";
