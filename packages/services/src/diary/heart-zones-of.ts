import type { Samples } from "@repo/core/activities";
import { valueOrNull } from "@repo/core/estimate";
import type { Pacing } from "@repo/core/paces";
import { frielHrZones, percentMaxHrZones, plausibleHr, timeInZone } from "@repo/core/zones";

/**
 * How a recorded session's time splits into zones of heart rate, in the one scheme the athlete's thresholds allow: from
 * the threshold heart rate where it is known, else from the maximum. Dropouts are missing, never zone 1. Null without
 * either, without heart rates, and where less than 80 % of the session has a usable one.
 */
export function heartZonesOf(samples: Samples | null, pacing: Pacing) {
  const { maxHr, thresholdHr } = pacing;
  const table = thresholdHr ? frielHrZones(thresholdHr) : maxHr ? percentMaxHrZones(maxHr) : null;
  const zones = table ? valueOrNull(table) : null;
  if (!zones || !samples?.hrBpm?.some((beat) => beat !== null)) return null;
  const readings = samples.timeS.map((offsetS, index) => ({
    offsetS,
    value: samples.hrBpm?.[index] ?? null,
  }));
  const split = timeInZone(readings, zones, plausibleHr(pacing));
  if (!split.usable) return null;
  const names = new Map(zones.zones.map(({ zone, name }) => [zone, name]));
  return {
    scheme: zones.scheme,
    coverage: split.coverage,
    zones: split.seconds.map(({ zone, seconds }) => ({
      zone,
      name: names.get(zone) ?? "",
      durationS: seconds,
    })),
    belowS: split.outsideS,
  };
}
