export {
  type ActivityLoad,
  activityLoad,
  type LoadPart,
} from "./activity-load.ts";
export { type AcuteChronicMethod, acuteChronicRatio } from "./acute-chronic-ratio.ts";
export {
  CALIBRATION_SESSIONS,
  calibrate,
  type LoadCalibration,
  type LoadPair,
  UNCALIBRATED,
} from "./calibration.ts";
export {
  activityLoads,
  calibrationOf,
  dailyLoads,
  dayOf,
  daysOf,
  type LoadedActivity,
} from "./daily-loads.ts";
export {
  type DayLoad,
  type LoadMethod,
  type LoadQuality,
  MAX_SILENT_REST_DAYS,
  restDay,
  unknownDay,
} from "./day-load.ts";
export { estimateWorkoutLoad } from "./estimate-workout-load.ts";
export {
  edwardsMinutes,
  type HeartRateLimits,
  hrStress,
  luciaMinutes,
  type ReserveStretch,
  reserveFraction,
  type TrimpCoefficients,
  trimpBanister,
  trimpCoefficients,
  trimpEdwards,
  trimpLucia,
} from "./heart-rate-load.ts";
export {
  type FittedResponse,
  fitImpulseResponse,
  type ImpulseResponse,
  type ImpulseVariant,
  impulseResponse,
  type ResponseDay,
  USUAL_RESPONSE,
} from "./impulse-response.ts";
export {
  type LoadHistory,
  type LoadProfile,
  prepareLoadProfiles,
  type ThresholdSource,
} from "./load-profile.ts";
export { formOf, type LoadDay, loadSeries, rampRateOf, readLoad } from "./load-series.ts";
export {
  advanceDays,
  advanceLoad,
  DEFAULT_LOAD_SETTINGS,
  type FormMoment,
  type LoadSettings,
  type LoadState,
  RING_DAYS,
  reservationOf,
  startLoad,
  WARM_UP_DAYS,
} from "./load-state.ts";
export { type Monotony, monotonyOf } from "./monotony.ts";
export { packLoadState, unpackLoadState } from "./pack-state.ts";
export { type RecordedEffort, recordedEffort } from "./recorded-effort.ts";
export { type RunningStress, runningStress, type SpeedStretch } from "./running-stress.ts";
export { RPE_UNIT, sessionRpeLoad } from "./session-rpe-load.ts";
export { type SessionSpike, type SpikeCategory, sessionSpike, spikeCategory } from "./session-spike.ts";
export { coarseStretches, type StretchSource } from "./stretches.ts";
