import { type Columns, MILE_M } from "./log-columns.ts";
import { readDuration, readNumber, readWhole, splitUnit, unitOfLength } from "./log-values.ts";

/** What plain numbers mean in a table that does not say it in its names: metres and seconds of one. */
export type Units = { distanceM: number; durationS: number };

/** From a crawl to a fast ride; beyond it the units were taken wrongly, for they are a thousand or sixty apart. */
const SPEED_MPS = { least: 0.5, most: 20 };
const DURATION_S = { least: 120, most: 12 * 3_600 };
const SAMPLED_ROWS = 400;
const DISTANCES_M = [1_000, 1];
/** Seconds, minutes, milliseconds, hours, and the share of a day that spreadsheets keep. */
const DURATIONS_S = [1, 60, 0.001, 3_600, 86_400];
/** Kilometres and miles differ by 61 %, the product of stride and cadence by a few percent. */
const STRIDE_SLACK = 0.25;

/**
 * The units of a table's distances and durations: as its names say, else the first in which its sessions were covered at
 * a speed and in a time that people have.
 */
export function unitsOf(rows: readonly (readonly string[])[], columns: Columns): Units {
  const sampled = rows.slice(0, SAMPLED_ROWS).map((row) => sampleOf(row, columns));
  const distances = columns.distanceUnitM === null ? DISTANCES_M : [columns.distanceUnitM];
  const durations = columns.durationUnitS === null ? DURATIONS_S : [columns.durationUnitS];
  const units = firstPlausible(sampled, distances, durations);
  const isMiles =
    units.distanceM === 1_000 && columns.distanceUnitM === null && isInMiles(rows, columns, units);
  return isMiles ? { ...units, distanceM: MILE_M } : units;
}

type Sample = {
  distance: number | null;
  metres: number | null;
  seconds: number | null;
  plain: number | null;
};

function sampleOf(row: readonly string[], columns: Columns): Sample {
  const { number, unit } = splitUnit(row[columns.distance ?? -1] ?? "");
  const value = readNumber(number);
  const unitM = unit === null ? null : unitOfLength(unit);
  const duration = readDuration(row[columns.duration ?? -1] ?? "");
  return {
    distance: unitM === null && value !== null && value > 0 ? value : null,
    metres: unitM === null || value === null ? null : value * unitM,
    seconds: duration && "seconds" in duration && duration.seconds > 0 ? duration.seconds : null,
    plain: duration && "plain" in duration && duration.plain > 0 ? duration.plain : null,
  };
}

function firstPlausible(
  samples: readonly Sample[],
  distances: readonly number[],
  durations: readonly number[],
): Units {
  for (const durationS of durations) {
    for (const distanceM of distances) {
      const speeds: number[] = [];
      const lengths: number[] = [];
      for (const { distance, metres, seconds, plain } of samples) {
        const covered = metres ?? (distance === null ? null : distance * distanceM);
        const took = seconds ?? (plain === null ? null : plain * durationS);
        if (took !== null) lengths.push(took);
        if (covered !== null && took !== null) speeds.push(covered / took);
      }
      const isUsual =
        lengths.length > 0 &&
        isWithin(median(lengths), DURATION_S) &&
        (speeds.length === 0 || isWithin(median(speeds), SPEED_MPS));
      if (isUsual) return { distanceM, durationS };
    }
  }
  return { distanceM: distances[0] ?? 1_000, durationS: durations[0] ?? 1 };
}

/** Whether the table speaks of miles anywhere, or its strides and steps cover miles. */
function isInMiles(rows: readonly (readonly string[])[], columns: Columns, units: Units): boolean {
  if (columns.isInMiles) return true;
  if (rows.some((row) => /\/ ?mi(le)?\b/.test(row[columns.pace ?? -1] ?? ""))) return true;
  const ratios: number[] = [];
  for (const row of rows.slice(0, SAMPLED_ROWS)) {
    const { distance, seconds, plain } = sampleOf(row, columns);
    const [steps, strideM] = [columns.cadence, columns.stride].map((at) => readNumber(row[at ?? -1] ?? ""));
    const took = seconds ?? (plain === null ? null : plain * units.durationS);
    if (!distance || !took || !steps || !strideM || strideM > 3) continue;
    ratios.push((strideM * steps * (took / 60)) / distance);
  }
  const middle = median(ratios);
  return (
    ratios.length > 0 &&
    Math.abs(middle / MILE_M - 1) < STRIDE_SLACK &&
    Math.abs(middle / 1_000 - 1) > STRIDE_SLACK
  );
}

/** Metres of a cell: by the unit it names, else by the line's, else by the table's. */
export function readDistanceM(cell: string, lineUnit: string, unitM: number): number | null {
  const { number, unit } = splitUnit(cell);
  const stated = unitOfLength(unit ?? "") ?? unitOfLength(lineUnit);
  const metres = stated ?? unitM;
  // Metres have no three decimals, kilometres have.
  const value = metres <= 1 ? readWhole(number) : readNumber(number);
  return value === null ? null : value * metres;
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
