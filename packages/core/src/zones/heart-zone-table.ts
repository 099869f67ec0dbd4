import { valueOrNull } from "@repo/core/estimate";
import type { ZoneTable } from "./scheme.ts";
import { frielHrZones, percentMaxHrZones, reserveZones, threeZonesHr } from "./zone-tables.ts";

/** The schemes of heart rate that an athlete's time may be counted in: each covers every effort. */
export const HEART_SCHEMES = ["percent-max-hr", "heart-rate-reserve", "friel-hr", "three-zone-hr"] as const;
export type HeartScheme = (typeof HEART_SCHEMES)[number];

type Heart = { maxHr: number | null; restingHr: number | null; thresholdHr: number | null };

/**
 * An athlete's zones of heart rate in the scheme that was chosen for them; where none was, or what it needs is not known,
 * in the one their thresholds allow: from the threshold heart rate, else from the maximum. Null without either.
 */
export function heartZoneTable(heart: Heart, chosen: HeartScheme | null): ZoneTable | null {
  const usual = heart.thresholdHr !== null ? "friel-hr" : "percent-max-hr";
  return (chosen && tableIn(chosen, heart)) ?? tableIn(usual, heart);
}

function tableIn(scheme: HeartScheme, { maxHr, restingHr, thresholdHr }: Heart): ZoneTable | null {
  switch (scheme) {
    case "percent-max-hr":
      return maxHr === null ? null : valueOrNull(percentMaxHrZones(maxHr));
    case "heart-rate-reserve":
      return maxHr === null || restingHr === null ? null : valueOrNull(reserveZones({ maxHr, restingHr }));
    case "friel-hr":
      return thresholdHr === null ? null : valueOrNull(frielHrZones(thresholdHr));
    case "three-zone-hr":
      return thresholdHr === null ? null : valueOrNull(threeZonesHr({ secondHr: thresholdHr }));
  }
}
