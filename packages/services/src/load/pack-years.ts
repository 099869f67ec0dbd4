import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { type LoadDay, WARM_UP_DAYS } from "@repo/core/load";
import type { LoadYearRow } from "@repo/db/queries";
import { LOAD_METHODS, LOAD_QUALITIES } from "@repo/db/schema";

type PackedYear = Omit<LoadYearRow, "athleteId">;

/** Consecutive days as one packed row a year, from the first of January; days before the first are null. */
export function packYears(days: readonly LoadDay[]): PackedYear[] {
  const years: PackedYear[] = [];
  for (const day of days) putDay(years, day);
  return years;
}

/** Puts a day behind those of its year, beginning the year where it is new. */
export function putDay(years: PackedYear[], day: LoadDay): void {
  const year = Number(day.date.slice(0, 4));
  let row = years.find((candidate) => candidate.year === year);
  if (!row) {
    row = { year, loadX10: [], method: [], quality: [], fitness: [], fatigue: [] };
    years.push(row);
  }
  const at = daysBetween(`${year}-01-01`, day.date);
  // Days before the history began: no load, nothing known.
  while (row.loadX10.length < at) push(row, null);
  push(row, day);
}

function push(row: PackedYear, day: LoadDay | null): void {
  row.loadX10.push(day === null || day.load === null ? null : Math.round(day.load * 10));
  row.method.push(LOAD_METHODS.indexOf(day?.method ?? "unknown"));
  row.quality.push(LOAD_QUALITIES.indexOf(day?.quality ?? "gap"));
  row.fitness.push(day?.fitness ?? null);
  row.fatigue.push(day?.fatigue ?? null);
}

/** A day as it is stored. Null fitness: before the history began. */
export type StoredDay = {
  date: IsoDate;
  load: number | null;
  method: (typeof LOAD_METHODS)[number];
  quality: (typeof LOAD_QUALITIES)[number];
  fitness: number | null;
  fatigue: number | null;
  /** Yesterday's fitness − yesterday's fatigue: what one wakes up with. */
  form: number | null;
};

/** The days of packed years, oldest first, from the first day of the first row on. */
export function unpackYears(rows: readonly PackedYear[]): StoredDay[] {
  const days: StoredDay[] = [];
  const isGrounded = trackGround();
  for (const row of rows) {
    for (let at = 0; at < row.loadX10.length; at += 1) {
      const loadX10 = row.loadX10[at] ?? null;
      const before = days.at(-1);
      const quality = LOAD_QUALITIES[row.quality[at] ?? 0] ?? "gap";
      const knownBefore = isGrounded({ quality, loadX10, isFirst: before?.fitness == null });
      days.push({
        date: addDays(`${row.year}-01-01`, at),
        load: loadX10 === null ? null : loadX10 / 10,
        method: LOAD_METHODS[row.method[at] ?? 0] ?? "unknown",
        quality,
        fitness: row.fitness[at] ?? null,
        fatigue: row.fatigue[at] ?? null,
        form:
          quality === "gap" || !knownBefore || before?.fitness == null || before.fatigue == null
            ? null
            : before.fitness - before.fatigue,
      });
    }
  }
  return days;
}

/**
 * What {@link formOf} reads from a state, read from the days as they are stored: whether a load lies before a day,
 * since the first one or since a silence (days of unknown load) so long that the series began again.
 */
function trackGround() {
  let [grounded, unknownDays] = [false, 0];
  return (day: { quality: StoredDay["quality"]; loadX10: number | null; isFirst: boolean }): boolean => {
    if (day.isFirst || (day.loadX10 !== null && unknownDays > WARM_UP_DAYS)) grounded = false;
    const before = grounded;
    unknownDays = day.loadX10 === null ? unknownDays + 1 : 0;
    grounded ||= (day.loadX10 ?? 0) > 0;
    return before || day.quality === "measured" || day.quality === "estimated";
  };
}
