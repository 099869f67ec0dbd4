import type { Samples } from "@repo/core/activities";
import type { Pacing } from "@repo/core/paces";
import { type HeartScheme, heartZoneTable, plausibleHr, timeInZone } from "@repo/core/zones";

/**
 * How a recorded session's time splits into zones of heart rate, in the scheme that was chosen for the athlete, else in the
 * one their thresholds allow. Dropouts are missing, never zone 1. Null without
 * either, without heart rates, and where less than 80 % of the session has a usable one.
 */
export function heartZonesOf(samples: Samples | null, pacing: Pacing, scheme: HeartScheme | null) {
  const zones = heartZoneTable(pacing, scheme);
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
