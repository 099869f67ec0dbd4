import { METRES_PER_MILE } from "@repo/core/units";

/**
 * M7: easy days a minute or two slower than marathon pace. The article prints no unit; a minute a mile is assumed.
 * Seconds a kilometre in and out.
 */
export function easyByMarathonPace(marathonSPerKm: number): { fastSPerKm: number; slowSPerKm: number } {
  const minutePerMile = (60 * 1000) / METRES_PER_MILE;
  return { fastSPerKm: marathonSPerKm + minutePerMile, slowSPerKm: marathonSPerKm + 2 * minutePerMile };
}
