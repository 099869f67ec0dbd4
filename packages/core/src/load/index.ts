export { type AcuteChronicMethod, acuteChronicRatio } from "./acute-chronic-ratio.ts";
export {
  type DayLoad,
  type LoadMethod,
  type LoadQuality,
  MAX_SILENT_REST_DAYS,
  restDay,
  unknownDay,
} from "./day-load.ts";
export { formOf, type LoadDay, loadSeries, rampRateOf, readLoad } from "./load-series.ts";
export {
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
export { type SessionSpike, type SpikeCategory, sessionSpike, spikeCategory } from "./session-spike.ts";
