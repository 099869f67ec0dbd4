export {
  HALF_MARATHON_M,
  MARATHON_M,
  METRES_PER_MILE,
  METRES_PER_YARD,
  metresFromMiles,
  milesFromMetres,
  paceFromSpeed,
  pacePerKmFromPerMile,
  pacePerMileFromPerKm,
  speedFromPace,
} from "./convert.ts";
export {
  formatClimb,
  formatDistance,
  formatDuration,
  formatMinutes,
  formatPace,
  formatPaceRange,
  formatSpeed,
  NOT_KNOWN_MARK,
  type UnitSystem,
} from "./format.ts";
export { inUnits } from "./in-units.ts";
export { parseClock } from "./parse.ts";
