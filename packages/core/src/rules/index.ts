export { type ChangeLedger, changeLedger, type LedgerLine, specOfWorkout } from "./change-ledger.ts";
export { type CheckOptions, checkSeason, recheck, type Waiver } from "./check-season.ts";
export { type Peak, type PeakLedger, peakLedger } from "./peak-ledger.ts";
export { proveFixes } from "./prove-fixes.ts";
export type { Limit, Reach, Rule } from "./rule.ts";
export { RULES } from "./rules.ts";
export { type SprintLock, sprintLock } from "./sprint-lock.ts";
export { inTaperBand, TAPER_EFFECTS, type TaperEffect } from "./taper-evidence.ts";
export type { RepSpec } from "./workout-facts.ts";
