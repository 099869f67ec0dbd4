export { classicCycles, findClassicCycle } from "./classic-cycles.ts";
export { cycleOfSeason } from "./cycle-of-season.ts";
export { type CycleAnchor, cycleStart, goalRace } from "./cycle-start.ts";
export { type CycleAthlete, type PlacedCycle, phasesOfWeeks, placeCycle } from "./place-cycle.ts";
export { planAsCycle } from "./plan-as-cycle.ts";
export { MAX_PLAN_CHARS, type PlanRemark, type PublishedPlan } from "./published-plan.ts";
export { type KeptReason, type RolledWorkout, rollOutWeeks } from "./roll-out.ts";
export { Cycle } from "./schema.ts";
export { type VolumeScale, volumeScale } from "./volume-scale.ts";
