import { METRES_PER_MILE, type UnitSystem } from "@repo/core/units";

/** Kilometres of some days as the reader counts them: "42 km", "26.1 mi", "12 of 40 km". */
export function distanceWords(
  km: number,
  units: UnitSystem,
  { of = null, decimals = 0 }: { of?: number | null; decimals?: number } = {},
): string {
  const [perUnit, unit] = units === "imperial" ? [METRES_PER_MILE, "mi"] : [1_000, "km"];
  const figure = (value: number) => ((value * 1_000) / perUnit).toFixed(decimals);
  return of === null ? `${figure(km)} ${unit}` : `${figure(km)} of ${figure(of)} ${unit}`;
}
