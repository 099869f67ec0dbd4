/** Metres in an international mile (exact, by definition). */
export const METRES_PER_MILE = 1609.344;
/** Metres in an international yard (exact, by definition). */
export const METRES_PER_YARD = 0.9144;
/** Half-marathon as ratified by World Athletics, in metres. */
export const HALF_MARATHON_M = 21_097.5;
/** Marathon, in metres. */
export const MARATHON_M = 42_195;

/** Metres to miles. */
export function milesFromMetres(distanceM: number): number {
  return distanceM / METRES_PER_MILE;
}

/** Miles to metres. */
export function metresFromMiles(miles: number): number {
  return miles * METRES_PER_MILE;
}

/** Seconds a kilometre to metres a second. Throws a RangeError for a pace that is not positive and finite. */
export function speedFromPace(paceSPerKm: number): number {
  if (!(paceSPerKm > 0) || !Number.isFinite(paceSPerKm)) {
    throw new RangeError("a pace must be a positive finite number of seconds a kilometre");
  }
  return 1000 / paceSPerKm;
}

/** Metres a second to seconds a kilometre. Throws a RangeError for a speed that is not positive and finite. */
export function paceFromSpeed(speedMps: number): number {
  if (!(speedMps > 0) || !Number.isFinite(speedMps)) {
    throw new RangeError("a speed must be a positive finite number of metres a second");
  }
  return 1000 / speedMps;
}

/** Seconds a mile to seconds a kilometre. */
export function pacePerKmFromPerMile(paceSPerMile: number): number {
  return (paceSPerMile * 1000) / METRES_PER_MILE;
}

/** Seconds a kilometre to seconds a mile. */
export function pacePerMileFromPerKm(paceSPerKm: number): number {
  return (paceSPerKm * METRES_PER_MILE) / 1000;
}
