import { METRES_PER_MILE, pacePerMileFromPerKm } from "./convert.ts";

/** How an athlete reads distances and paces. Everything is stored metric; this only decides what is shown. */
export type UnitSystem = "metric" | "imperial";

/** What stands where a number is not known. */
export const NOT_KNOWN_MARK = "–";

/**
 * A length of time as a clock shows it: `0:45`, `4:30`, `1:05:30`. Seconds in, rounded to whole seconds.
 * Not finite or negative gives the mark for "not known".
 */
export function formatDuration(durationS: number): string {
  if (!Number.isFinite(durationS) || durationS < 0) return NOT_KNOWN_MARK;
  const total = Math.round(durationS);
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const tail = `${twoDigits(seconds)}`;
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/**
 * A length of time that is planned or estimated, to the minute: `45 min`, `1 h 40 min`. Seconds in. Not finite or
 * negative gives the mark for "not known".
 */
export function formatMinutes(durationS: number): string {
  if (!Number.isFinite(durationS) || durationS < 0) return NOT_KNOWN_MARK;
  const minutes = Math.round(durationS / 60);
  if (minutes < HOURS_FROM_MIN) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}

/** Up to here people count in minutes. */
const HOURS_FROM_MIN = 100;

/** A pace with its unit, `5:00/km` or `8:02/mi`. Seconds a kilometre in; not positive gives the mark for "not known". */
export function formatPace(paceSPerKm: number, units: UnitSystem): string {
  if (!(paceSPerKm > 0) || !Number.isFinite(paceSPerKm)) return NOT_KNOWN_MARK;
  return units === "imperial"
    ? `${formatDuration(pacePerMileFromPerKm(paceSPerKm))}/mi`
    : `${formatDuration(paceSPerKm)}/km`;
}

/** A range of paces, fast end first, with the unit once: `4:00–4:10/km`; equal ends show one pace. */
export function formatPaceRange(fastSPerKm: number, slowSPerKm: number, units: UnitSystem): string {
  const [fast, slow] = [formatPace(fastSPerKm, units), formatPace(slowSPerKm, units)];
  if (fast === slow || slow === NOT_KNOWN_MARK) return fast;
  if (fast === NOT_KNOWN_MARK) return slow;
  return `${fast.replace(/\/(km|mi)$/, "")}–${slow}`;
}

/**
 * A distance with its unit. Metric: `400 m` below one kilometre, `1.2 km`, `10 km`, `42.2 km`.
 * Imperial: miles, and metres below 1 km because tracks are in metres. `decimals` fixes the digits of km and mi.
 */
export function formatDistance(distanceM: number, units: UnitSystem, decimals?: number): string {
  if (!Number.isFinite(distanceM) || distanceM < 0) return NOT_KNOWN_MARK;
  if (distanceM < 1000) return `${Math.round(distanceM)} m`;
  const [value, unit] = units === "imperial" ? [distanceM / METRES_PER_MILE, "mi"] : [distanceM / 1000, "km"];
  return `${decimals === undefined ? trimmed(value) : value.toFixed(decimals)} ${unit}`;
}

/** A speed with its unit: `12.0 km/h` or `7.5 mph`. Metres a second in. */
export function formatSpeed(speedMps: number, units: UnitSystem): string {
  const shown = units === "imperial" ? (speedMps * 3600) / METRES_PER_MILE : speedMps * 3.6;
  if (!(shown >= 0) || !Number.isFinite(shown)) return NOT_KNOWN_MARK;
  return `${shown.toFixed(1)} ${units === "imperial" ? "mph" : "km/h"}`;
}

/** A climb with its unit: `40 m` or `131 ft`. Metres in. */
export function formatClimb(elevationM: number, units: UnitSystem): string {
  const shown = units === "imperial" ? elevationM / 0.3048 : elevationM;
  return Number.isFinite(shown)
    ? `${Math.round(shown)} ${units === "imperial" ? "ft" : "m"}`
    : NOT_KNOWN_MARK;
}

function trimmed(value: number): string {
  return value.toFixed(1).replace(/\.0$/, "");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
