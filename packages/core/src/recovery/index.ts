export {
  assessRecovery,
  prepareRecovery,
  type Recovery,
  type RecoveryInput,
  type RecoveryState,
} from "./assess-recovery.ts";
export { type DayIndex, indexDays, isHardDay, type Reading, readingsBetween } from "./day-index.ts";
export {
  type HealthFlag,
  type HealthWords,
  healthFlagsOf,
  illSpells,
  readHealthWords,
} from "./health-flags.ts";
export { type HrvBand, type HrvTimeDomain, hrvBand, hrvTimeDomain } from "./heart-rate-variability.ts";
export { type LegsComeBack, legsComeBack } from "./legs-come-back.ts";
export { goodSigns, redFlags } from "./red-flags.ts";
export { type RestingHeartRate, restingHeartRate } from "./resting-heart-rate.ts";
export { type SharpOrStale, sharpOrStale } from "./sharp-or-stale.ts";
export type { RecoverySignal, SignalState } from "./signal.ts";
export { SHORT_NIGHT_H, SHORT_SLEEP_MEAN_H, type Sleep, sleepOf } from "./sleep.ts";
export { scoreOf, WELLNESS_ITEMS, type WellnessItem, type WellnessZ, wellnessZ } from "./wellness-score.ts";
