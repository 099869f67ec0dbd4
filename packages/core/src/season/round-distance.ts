/** Half a kilometre is the grain of a plan; short runs are planned finer, so that growth stays possible. */
export function roundDown(distanceKm: number): number {
  const grain = distanceKm >= 5 ? 0.5 : 0.1;
  return Math.round(Math.floor(distanceKm / grain + 1e-9) * grain * 10) / 10;
}
