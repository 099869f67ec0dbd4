/** Half a kilometre is the grain of a plan; the shortest runs are planned finer, so that growth stays possible. */
export function roundDown(distanceKm: number): number {
  return roundTo(distanceKm, distanceKm >= 5 ? 0.5 : 0.2);
}

/** A distance in kilometres, down to a whole number of grains. */
export function roundTo(distanceKm: number, grain: number): number {
  return Math.round(Math.floor(distanceKm / grain + 1e-9) * grain * 10) / 10;
}
