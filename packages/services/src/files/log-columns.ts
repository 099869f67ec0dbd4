import { COLUMN_NAMES, columnName, withoutUnit } from "./log-column-names.ts";

/** Where each fact stands in a table; null where the table does not have it. */
export type Columns = {
  id: number | null;
  date: number | null;
  /** The time of day, where the day stands in a column of its own. */
  clock: number | null;
  end: number | null;
  type: number | null;
  title: number | null;
  distance: number | null;
  /** Metres of the unit that the table names; null where it names none. */
  distanceUnitM: number | null;
  /** Where each line names its own unit. */
  distanceUnit: number | null;
  duration: number | null;
  /** Seconds of the unit that the table names; null where it names none. */
  durationUnitS: number | null;
  pace: number | null;
  cadence: number | null;
  stride: number | null;
  climb: number | null;
  climbInFeet: boolean;
  avgHr: number | null;
  maxHr: number | null;
  rpe: number | null;
  notes: number | null;
  fileName: number | null;
  /** Whether days and times are UTC, as in the exports of services, else the athlete's own or as they say. */
  isUtc: boolean;
  /** Whether the column says that its times are the athlete's own, whatever zone they carry. */
  isLocal: boolean;
  /** Whether any column speaks of miles. */
  isInMiles: boolean;
};

export const MILE_M = 1609.344;

/** Where a Strava export puts its facts, whatever language it names them in. */
const STRAVA_COLUMNS = {
  id: 0,
  date: 1,
  title: 2,
  type: 3,
  notes: 4,
  fileName: 12,
  duration: 16,
  distance: 17,
};
const STRAVA_WIDTH = 60;
/** Titles and blank lines above a table's names. */
const MOST_TITLE_ROWS = 12;

/** The row that names the columns: the first with a day and a duration among the first of a table, else the first. */
export function headerRow(rows: readonly (readonly string[])[]): number {
  const at = rows.slice(0, MOST_TITLE_ROWS).findIndex((row) => {
    const { date, duration, end, pace } = findColumns(row);
    return date !== null && (duration !== null || end !== null || pace !== null);
  });
  return Math.max(0, at);
}

/** Finds the columns of a log by their names; of two columns alike the later, which exports give in SI units. */
export function findColumns(header: readonly string[]): Columns {
  const names = header.map(columnName);
  return names.length >= STRAVA_WIDTH ? stravaColumns(names) : namedColumns(names);
}

function stravaColumns(names: readonly string[]): Columns {
  const named = namedColumns(names);
  const known = named.date !== null && named.duration !== null && named.distance !== null;
  const found = known
    ? named
    : { ...named, ...STRAVA_COLUMNS, distanceUnitM: 1, durationUnitS: 1, climb: 20, avgHr: 31, maxHr: 30 };
  return { ...found, isUtc: true };
}

function namedColumns(names: readonly string[]): Columns {
  const plain = names.map(withoutUnit);
  const find = (candidates: readonly string[]) => {
    for (const list of [names, plain]) {
      for (const candidate of candidates) {
        const at = list.lastIndexOf(candidate);
        if (at >= 0) return at;
      }
    }
    return null;
  };
  const climb = names.findLastIndex((name) =>
    /^(climb|(total )?(elevation|elev) gain|(total )?ascent|höhenzunahme|höhenmeter|positiver höhen|anstieg|gesamtanstieg|dénivelé positif|desnivel positivo)/.test(
      name,
    ),
  );
  const date = find(COLUMN_NAMES.date);
  const clock = find(COLUMN_NAMES.clock);
  const duration = find(COLUMN_NAMES.duration);
  const dateName = names[date ?? -1] ?? "";
  return {
    id: find(COLUMN_NAMES.id),
    date,
    clock: clock === date ? null : clock,
    end: find(COLUMN_NAMES.end),
    type: find(COLUMN_NAMES.type),
    title: find(COLUMN_NAMES.title),
    ...findDistance(names),
    duration,
    durationUnitS: unitSOf(names[duration ?? -1] ?? ""),
    pace: find(COLUMN_NAMES.pace),
    cadence: find(COLUMN_NAMES.cadence),
    stride: find(COLUMN_NAMES.stride),
    climb: climb < 0 ? null : climb,
    climbInFeet: climb >= 0 && /\bft\b|feet/.test(names[climb] ?? ""),
    avgHr: find(COLUMN_NAMES.avgHr),
    maxHr: find(COLUMN_NAMES.maxHr),
    rpe: find(COLUMN_NAMES.rpe),
    notes: find(COLUMN_NAMES.notes),
    fileName: find(COLUMN_NAMES.fileName),
    isUtc: /\b(utc|gmt)$|^end date time$/.test(dateName),
    isLocal: /\blocal$/.test(dateName),
    isInMiles: names.some((name) => /\bmph\b|\bmi\/h|\/mi(le)?\b|[[(]mi(les)?[\])]/.test(name)),
  };
}

/** Seconds of what a plain number in a column of durations means; null where its name does not say. */
function unitSOf(name: string): number | null {
  if (/(^|[ [(])(ms|millis|milliseconds)[\])]?$/.test(name)) return 0.001;
  if (/(^|[ [(])(s|secs?|seconds|sekunden)[\])]?$/.test(name)) return 1;
  if (/(^|[ [(])(mins?|minutes|minuten)[\])]?$/.test(name)) return 60;
  return /(^|[ [(])(h|hours?|stunden)[\])]?$/.test(name) ? 3_600 : null;
}

function findDistance(names: readonly string[]) {
  const distanceUnit = names.findIndex((name) => /^distance unit/.test(name));
  const all = names.flatMap((name, index) =>
    /^(total )?(distance|dist\b|distanz|distanse|distancia|distanza|afstand|distância|strecke|distans|gesamtstrecke|dystans|matka|дистанция|расстояние|距離|距离)|^(km|kilomet(er|re)s?|miles)$/.test(
      name,
    ) && index !== distanceUnit
      ? [index]
      : [],
  );
  const stated = all.findLast((index) => distanceUnitOf(names[index] ?? "") !== null);
  const distance = stated ?? all.at(-1) ?? null;
  const named = all.filter((index) => names[index] === names[distance ?? -1]).length;
  return {
    distance,
    // Strava gives "Distance" twice, first in kilometres, then in metres.
    distanceUnitM: distanceUnitOf(names[distance ?? -1] ?? "") ?? (named > 1 ? 1 : null),
    distanceUnit: distanceUnit < 0 ? null : distanceUnit,
  };
}

function distanceUnitOf(name: string): number | null {
  if (/[[(]mi[\])]|miles| mi\b/.test(name)) return MILE_M;
  if (/^km$|kilomet|[[( ]km[\])]?$/.test(name)) return 1_000;
  return /[[( ]m[\])]?$|\bmet(er|re)s?\b/.test(name) ? 1 : null;
}
