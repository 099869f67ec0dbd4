import { type ZoneTable, zoneOf } from "./scheme.ts";

/** A reading at a moment of an activity; value null: the sensor gave none. */
export type ZoneSample = { offsetS: number; value: number | null };

/** How a session's time splits into zones, and how much of it is known. */
export type TimeInZone = {
  /** Seconds in each zone, in the table's order. */
  seconds: { zone: string; seconds: number }[];
  /** Seconds with a usable reading outside every zone. */
  outsideS: number;
  /** Seconds without a usable reading: dropouts, artefacts, gaps in the recording. */
  missingS: number;
  /** Share of the whole span with a usable reading. */
  coverage: number;
  /** Below 80 % coverage the split says too little to be shown as the session's. */
  usable: boolean;
};

/** A reading stands for the time until the next one, but never for longer than this: then the recording stopped. */
const LONGEST_HOLD_S = 15;
/** Optical sensors need this much of a session before its zones mean anything. SOURCES.md [house] */
const LEAST_COVERAGE = 0.8;

/**
 * Time in each zone from samples of one value (heart rate in beats a minute, or pace in s/km). A sample counts until the
 * next; gaps over 15 s, nulls and values outside `plausible` (for heart rate rest − 5 to max + 5) are missing, not zero.
 * Samples out of order are sorted; of two at one moment the last counts.
 */
export function timeInZone(
  samples: readonly ZoneSample[],
  table: ZoneTable,
  plausible: { low: number; high: number } = {
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
  },
): TimeInZone {
  const sorted = [...new Map(samples.map((sample) => [sample.offsetS, sample])).values()]
    .filter((sample) => Number.isFinite(sample.offsetS))
    .sort((a, b) => a.offsetS - b.offsetS);
  const seconds = new Map(table.zones.map((zone) => [zone.zone, 0]));
  let [outsideS, missingS] = [0, 0];
  for (const [index, sample] of sorted.entries()) {
    const next = sorted[index + 1];
    if (!next) break;
    const span = next.offsetS - sample.offsetS;
    const held = Math.min(span, LONGEST_HOLD_S);
    missingS += span - held;
    const { value } = sample;
    if (value === null || !(value >= plausible.low && value <= plausible.high)) {
      missingS += held;
      continue;
    }
    const zone = zoneOf(table, value);
    if (zone) seconds.set(zone.zone, (seconds.get(zone.zone) ?? 0) + held);
    else outsideS += held;
  }
  const inZonesS = [...seconds.values()].reduce((total, value) => total + value, 0);
  const wholeS = inZonesS + outsideS + missingS;
  const coverage = wholeS > 0 ? (inZonesS + outsideS) / wholeS : 0;
  return {
    seconds: [...seconds].map(([zone, value]) => ({ zone, seconds: value })),
    outsideS,
    missingS,
    coverage,
    usable: wholeS > 0 && coverage >= LEAST_COVERAGE,
  };
}

/** The readings of heart rate that can be true for an athlete: rest − 5 to max + 5, or 30 to 240 where unknown. */
export function plausibleHr(heart: { restingHr?: number | null; maxHr?: number | null }): {
  low: number;
  high: number;
} {
  return { low: (heart.restingHr ?? 35) - 5, high: (heart.maxHr ?? 235) + 5 };
}
