/** Where each fact stands in a table; null where the table does not have it. */
export type Columns = {
  id: number | null;
  date: number | null;
  type: number | null;
  title: number | null;
  distance: number | null;
  distanceUnitM: number;
  duration: number | null;
  pace: number | null;
  climb: number | null;
  climbInFeet: boolean;
  avgHr: number | null;
  maxHr: number | null;
  notes: number | null;
};

const MILE_M = 1609.344;

const NAMES = {
  id: ["activity id", "activity_id", "id"],
  date: ["date", "activity date", "start_utc", "start_date_local", "start time", "day", "datum"],
  type: ["type", "activity type", "sport", "aktivitätsart"],
  title: ["activity name", "route name", "name", "title", "titel"],
  duration: [
    "moving time",
    "duration",
    "mov_s",
    "duration_s",
    "moving_time",
    "elapsed time",
    "time",
    "dauer",
  ],
  pace: ["average pace", "avg pace"],
  avgHr: ["average heart rate (bpm)", "average heart rate", "avg_hr", "average_heartrate", "avg hr", "hr"],
  maxHr: ["max heart rate", "max_hr", "max_heartrate", "max hr"],
  notes: ["notes", "activity description", "description", "comment"],
} as const;

/** Finds the columns of a log by their names; of two columns alike the later, which exports give in SI units. */
export function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => name.toLowerCase().trim());
  const find = (candidates: readonly string[]) => {
    for (const candidate of candidates) {
      const at = names.lastIndexOf(candidate);
      if (at >= 0) return at;
    }
    return null;
  };
  const distance = findDistance(names);
  const climb = names.findLastIndex((name) =>
    /^(climb|elevation gain|elevation_gain|total ascent)/.test(name),
  );
  return {
    id: find(NAMES.id),
    date: find(NAMES.date),
    type: find(NAMES.type),
    title: find(NAMES.title),
    ...distance,
    duration: find(NAMES.duration),
    pace: find(NAMES.pace),
    climb: climb < 0 ? null : climb,
    climbInFeet: climb >= 0 && /ft|feet/.test(names[climb] ?? ""),
    avgHr: find(NAMES.avgHr),
    maxHr: find(NAMES.maxHr),
    notes: find(NAMES.notes),
  };
}

function findDistance(names: readonly string[]): { distance: number | null; distanceUnitM: number } {
  const all = names.flatMap((name, index) => (/^(distance|dist_|distanz)/.test(name) ? [index] : []));
  const distance = all.at(-1) ?? null;
  if (distance === null) return { distance, distanceUnitM: 1 };
  const name = names[distance] ?? "";
  if (/\(mi\)|miles|_mi\b/.test(name)) return { distance, distanceUnitM: MILE_M };
  if (/\(m\)|dist_m|distance_m|meter/.test(name)) return { distance, distanceUnitM: 1 };
  // Strava gives "Distance" twice, first in kilometres, then in metres.
  return { distance, distanceUnitM: all.length > 1 ? 1 : 1_000 };
}
