import type { Sport } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import { type Columns, findColumns } from "./log-columns.ts";
import { type DayOrder, dayOrderOf, readDay, readDurationS, readNumber, readWhole } from "./log-values.ts";
import { sportNamed } from "./sport-named.ts";
import { readTable } from "./table.ts";

/** One line of a log of finished sessions. SI units; null means not recorded. */
export type LoggedActivity = {
  /** Stable across imports of the same log: the source's own id, else the line's own facts. */
  key: string;
  date: string;
  /** Wall-clock time, `HH:MM:SS`, as the log says it; null for a log of days. */
  time: string | null;
  /** Whether day and time are UTC, else the athlete's own. */
  isUtc: boolean;
  sport: Sport;
  title: string | null;
  distanceM: number | null;
  durationS: number;
  elevationGainM: number | null;
  avgHr: number | null;
  maxHr: number | null;
  /** CR10, 0 to 10. */
  rpe: number | null;
  notes: string | null;
  /** The recording that belongs to it, as the export names it. */
  fileName: string | null;
};

/** What was repaired or left out, by line (1 is the header). */
export type LogRemark = { line: number; code: "repaired" | "left-out" | "assumed"; text: string };

export type ActivityLog = { activities: LoggedActivity[]; remarks: LogRemark[] };

const FEET_M = 0.3048;
/** Slower than anybody moves on foot: the duration was mangled by a spreadsheet. */
const CRAWL_KMH = 1.5;
const FASTEST_KMH = 90;

/**
 * Reads a table of finished sessions: Runkeeper and Strava exports and plain CSV with named columns, in kilometres
 * or miles, also after a spreadsheet has changed its dates and durations.
 *
 * @throws {AppError} INVALID when the table has no day, or neither duration nor distance columns
 */
export function readActivityLog(bytes: Uint8Array): ActivityLog {
  const rows = readTable(bytes);
  const columns = findColumns(rows[0] ?? []);
  if (columns.date === null || columns.duration === null) {
    const missing = columns.date === null ? "day (Date)" : "duration (Duration, Moving Time or duration_s)";
    throw new AppError(
      "INVALID",
      `This table has no column for the ${missing}. Its columns: ${(rows[0] ?? []).slice(0, 12).join(", ")}.`,
    );
  }
  const remarks: LogRemark[] = [];
  const order = dayOrderOf(rows.slice(1).map((row) => row[columns.date ?? 0] ?? ""));
  if (order === "day-first-assumed") {
    remarks.push({ line: 1, code: "assumed", text: "dates such as 03/04 are read as day/month" });
  }
  const seen = new Map<string, number>();
  const activities = rows.slice(1).flatMap((row, index) => {
    const read = readRow(row, columns, order, index + 2, remarks);
    if (!read) return [];
    const count = (seen.get(read.key) ?? 0) + 1;
    seen.set(read.key, count);
    return [count === 1 ? read : { ...read, key: `${read.key}#${count}` }];
  });
  return { activities, remarks };
}

function readRow(
  row: readonly string[],
  columns: Columns,
  order: DayOrder,
  line: number,
  remarks: LogRemark[],
) {
  const cell = (column: number | null) => (column === null ? "" : (row[column] ?? ""));
  const leaveOut = (text: string) => {
    remarks.push({ line, code: "left-out", text });
    return null;
  };
  const day = readDay(cell(columns.date), order);
  if (!day) return leaveOut(`"${cell(columns.date)}" is no day`);
  const durationS = readDurationS(cell(columns.duration), columns.durationUnitS);
  if (durationS === null || durationS <= 0) return leaveOut(`"${cell(columns.duration)}" is no duration`);
  const given = readNumber(cell(columns.distance));
  const distanceM = given === null ? null : given * columns.distanceUnitM;
  const sound = soundDuration(durationS, distanceM, readDurationS(cell(columns.pace)), columns.distanceUnitM);
  if (sound === null) return leaveOut(`${kmText(distanceM)} in ${cell(columns.duration)} cannot be right`);
  if (sound !== durationS) {
    remarks.push({
      line,
      code: "repaired",
      text: `duration ${cell(columns.duration)} read as ${clock(sound)}`,
    });
  }
  const climb = readWhole(cell(columns.climb));
  const id = cell(columns.id);
  return {
    key: id || `${day.date}T${day.time ?? ""}|${distanceM?.toFixed(0) ?? ""}|${sound.toFixed(0)}`,
    date: day.date,
    time: day.time,
    isUtc: columns.isUtc,
    sport: sportOf(cell(columns.type), columns.type === null),
    title: cell(columns.title) || null,
    distanceM,
    durationS: sound,
    elevationGainM: climb === null || climb < 0 ? null : climb * (columns.climbInFeet ? FEET_M : 1),
    avgHr: heartRate(readNumber(cell(columns.avgHr))),
    maxHr: heartRate(readNumber(cell(columns.maxHr))),
    rpe: scored(readNumber(cell(columns.rpe)), 0, 10),
    notes: cell(columns.notes) || null,
    fileName: cell(columns.fileName) || null,
  } satisfies LoggedActivity;
}

/** The duration, or the minutes and seconds that a spreadsheet took for hours and minutes; null when neither fits. */
function soundDuration(
  durationS: number,
  distanceM: number | null,
  paceS: number | null,
  unitM: number,
): number | null {
  if (distanceM === null || distanceM === 0) return durationS <= 48 * 3_600 ? durationS : null;
  // A pace column after a spreadsheet reads 5:37 as 5 h 37 min: bring it below an hour.
  const pace = paceS !== null && paceS > 3_600 ? paceS / 60 : paceS;
  const expected = pace === null ? null : (distanceM / Math.max(unitM, 1_000)) * pace;
  const speed = (seconds: number) => distanceM / 1_000 / (seconds / 3_600);
  for (const candidate of [durationS, durationS / 60]) {
    const plausible = speed(candidate) >= CRAWL_KMH && speed(candidate) <= FASTEST_KMH;
    const agrees = expected === null || expected === 0 || Math.abs(candidate / expected - 1) < 0.2;
    if (plausible && agrees) return candidate;
  }
  return speed(durationS) >= CRAWL_KMH / 3 && speed(durationS) <= FASTEST_KMH ? durationS : null;
}

function scored(value: number | null, low: number, high: number): number | null {
  return value !== null && value >= low && value <= high ? value : null;
}

function heartRate(bpm: number | null): number | null {
  return bpm !== null && bpm >= 25 && bpm <= 230 ? bpm : null;
}

function sportOf(type: string, noColumn: boolean): Sport {
  return type === "" ? (noColumn ? "run" : "other") : (sportNamed(type) ?? "other");
}

function kmText(distanceM: number | null): string {
  return distanceM === null ? "no distance" : `${(distanceM / 1_000).toFixed(2)} km`;
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3_600),
    Math.floor((seconds % 3_600) / 60),
    Math.round(seconds % 60),
  ];
  return `${hours}:${String(minutes).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
