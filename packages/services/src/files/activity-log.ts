import type { Sport } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import { type Columns, findColumns, headerRow } from "./log-columns.ts";
import { type DayOrder, dayOrderOf, type ReadDay, readDay, readTime } from "./log-days.ts";
import { readDistanceM, type Units, unitsOf } from "./log-units.ts";
import { readDurationS, readNumber, readWhole, splitUnit, unitOfLength } from "./log-values.ts";
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

/** What was repaired, left out, assumed or found twice, by line (1 is the header). */
export type LogRemark = {
  line: number;
  code: "repaired" | "left-out" | "assumed" | "doubled";
  text: string;
};

export type ActivityLog = { activities: LoggedActivity[]; remarks: LogRemark[] };

const FEET_M = 0.3048;
/** Samsung Health names sports by numbers. */
const SAMSUNG_SPORTS: Readonly<Record<string, Sport>> = {
  "1001": "walk",
  "1002": "run",
  "11007": "ride",
  "13001": "hike",
  "14001": "swim",
  "15002": "strength",
};
/** Slower than anybody moves on foot: the duration was mangled by a spreadsheet. */
const CRAWL_KMH = 1.5;
const FASTEST_KMH = 90;
const SWIM_MPS = { least: 0.3, most: 2.5 };

/**
 * Reads a table of finished sessions: exports of services and plain CSV with named columns, also with titles above them,
 * in kilometres, metres or miles, and after a spreadsheet has changed its dates and durations.
 *
 * @throws {AppError} INVALID when the table has no day, or nothing that tells a duration
 */
export function readActivityLog(bytes: Uint8Array): ActivityLog {
  return readLogRows(readTable(bytes));
}

/**
 * The sessions of a table's rows, wherever they come from.
 *
 * @throws {AppError} INVALID when the rows have no day, or nothing that tells a duration
 */
export function readLogRows(rows: readonly (readonly string[])[]): ActivityLog {
  const top = headerRow(rows);
  const header = rows[top] ?? [];
  const lines = rows.slice(top + 1);
  const columns = findColumns(header);
  refuseUntimed(columns, header);
  const remarks: LogRemark[] = [];
  const order = dayOrderOf(lines.map((row) => row[columns.date ?? 0] ?? ""));
  if (order === "day-first-assumed") {
    remarks.push({ line: top + 1, code: "assumed", text: "dates such as 03/04 are read as day/month" });
  }
  const table = { columns, order, units: unitsOf(lines, columns), remarks };
  const seen = new Map<string, number>();
  const said = new Map<string, number>();
  const activities = lines.flatMap((row, index) => {
    const read = readRow(row, top + index + 2, table);
    if (!read) return [];
    const count = (seen.get(read.key) ?? 0) + 1;
    seen.set(read.key, count);
    nameDoubled(read, top + index + 2, { said, remarks });
    return [count === 1 ? read : { ...read, key: `${read.key}#${count}` }];
  });
  return { activities, remarks };
}

/** Two sessions never begin in the same second: one that does says so, and both count until the athlete deletes one. */
function nameDoubled(
  { date, time, sport, distanceM, durationS }: LoggedActivity,
  line: number,
  { said, remarks }: { said: Map<string, number>; remarks: LogRemark[] },
): void {
  if (time === null) return;
  const facts = JSON.stringify([date, time, sport, distanceM, durationS]);
  const before = said.get(facts);
  if (before === undefined) said.set(facts, line);
  else {
    const text = `says the same as line ${before}, to the second; both were added, so delete one of them if it is the same session`;
    remarks.push({ line, code: "doubled", text });
  }
}

function refuseUntimed({ date, duration, end, pace, distance }: Columns, header: readonly string[]): void {
  const isTimed = duration !== null || end !== null || (pace !== null && distance !== null);
  if (date !== null && isTimed) return;
  const missing = date === null ? "day (Date)" : "duration (Duration, Moving Time or duration_s)";
  throw new AppError(
    "INVALID",
    `This table has no column for the ${missing}. Its columns: ${header.slice(0, 12).join(", ")}.`,
  );
}

type Table = { columns: Columns; order: DayOrder; units: Units; remarks: LogRemark[] };

function readRow(row: readonly string[], line: number, { columns, order, units, remarks }: Table) {
  const cell = (column: number | null) => (column === null ? "" : (row[column] ?? "").trim());
  const number = (column: number | null) => readNumber(splitUnit(cell(column)).number);
  const leaveOut = (text: string) => {
    remarks.push({ line, code: "left-out", text });
    return null;
  };
  const day = readDay(cell(columns.date), order);
  if (!day) return leaveOut(`"${cell(columns.date)}" is no day`);
  const start = startOf(day, cell(columns.clock), columns);
  const distanceM = readDistanceM(cell(columns.distance), cell(columns.distanceUnit), units.distanceM);
  const paceS = readPaceS(cell(columns.pace));
  const durationS =
    readDurationS(cell(columns.duration), units.durationS) ??
    spanS(day, readDay(cell(columns.end), order)) ??
    (paceS !== null && distanceM !== null ? (distanceM / Math.max(units.distanceM, 1_000)) * paceS : null);
  if (durationS === null || durationS <= 0) return leaveOut(`"${cell(columns.duration)}" is no duration`);
  const sound = soundLine({ durationS, distanceM, paceS, unitM: units.distanceM });
  if (sound === null) return leaveOut(`${kmText(distanceM)} in ${cell(columns.duration)} cannot be right`);
  if (sound.durationS !== durationS) {
    const text = `duration ${cell(columns.duration)} read as ${clock(sound.durationS)}`;
    remarks.push({ line, code: "repaired", text });
  }
  if (sound.distanceM !== distanceM) {
    const text = `distance ${cell(columns.distance)} read as ${kmText(sound.distanceM)}`;
    remarks.push({ line, code: "repaired", text });
  }
  const id = cell(columns.id);
  const seconds = sound.durationS.toFixed(0);
  return {
    key: id || `${day.date}T${day.time ?? ""}|${sound.distanceM?.toFixed(0) ?? ""}|${seconds}`,
    ...start,
    sport: sportOf(cell(columns.type), columns.type === null),
    title: cell(columns.title) || null,
    distanceM: sound.distanceM,
    durationS: sound.durationS,
    elevationGainM: climbOf(cell(columns.climb), columns.climbInFeet),
    avgHr: heartRate(number(columns.avgHr)),
    maxHr: heartRate(number(columns.maxHr)),
    rpe: scored(number(columns.rpe), 0, 10),
    notes: cell(columns.notes) || null,
    fileName: cell(columns.fileName) || null,
  } satisfies LoggedActivity;
}

/** Day and time as UTC where the table or the cell says so; what is called local is the athlete's own, zone or not. */
function startOf(
  day: ReadDay,
  clockCell: string,
  columns: Columns,
): Pick<LoggedActivity, "date" | "time" | "isUtc"> {
  const { date, zone } = day;
  const time = day.time ?? readTime(clockCell);
  if (time === null || columns.isLocal) return { date, time, isUtc: false };
  if (zone === null || /^[a-z]/i.test(zone)) return { date, time, isUtc: columns.isUtc || zone !== null };
  const instant = new Date(`${date}T${time}${zone.replace(/^(.\d\d):?(\d\d)$/, "$1:$2")}`).toISOString();
  return { date: instant.slice(0, 10), time: instant.slice(11, 19), isUtc: true };
}

/** Seconds between two moments that a line tells; null where it does not, or they are not in order. */
function spanS(start: ReadDay, end: ReadDay | null): number | null {
  if (start.time === null || end === null || end.time === null) return null;
  const [from, to] = [start, end].map(({ date, time }) => Date.parse(`${date}T${time}Z`) / 1_000);
  return from !== undefined && to !== undefined && to > from ? to - from : null;
}

function readPaceS(cell: string): number | null {
  const [clockText, part = ""] = /^\d{1,2}:\d{2}(?::\d{2})?([.,]\d+)?/.exec(cell) ?? [cell];
  const seconds = readDurationS(clockText);
  return seconds === null ? null : seconds + Number(`0${part.replace(",", ".")}`);
}

function climbOf(cell: string, isInFeet: boolean): number | null {
  const { number, unit } = splitUnit(cell);
  const climb = readWhole(number);
  const unitM = unitOfLength(unit ?? "") ?? (isInFeet ? FEET_M : 1);
  return climb === null || climb < 0 ? null : climb * unitM;
}

type Line = { durationS: number; distanceM: number | null; paceS: number | null; unitM: number };

/** A line's duration and distance as they can be true: repaired where a spreadsheet or a unit of its own changed them. */
function soundLine({ durationS, distanceM, paceS, unitM }: Line) {
  const sound = soundDuration(durationS, distanceM, paceS, unitM);
  if (sound !== null) return { durationS: sound, distanceM };
  // Swims stand in metres among kilometres.
  const metres = distanceM === null || unitM <= 1 ? null : distanceM / unitM;
  const isSwim =
    metres !== null && metres / durationS >= SWIM_MPS.least && metres / durationS <= SWIM_MPS.most;
  return isSwim ? { durationS, distanceM: metres } : null;
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
  if (type === "") return noColumn ? "run" : "other";
  return SAMSUNG_SPORTS[type] ?? sportNamed(type) ?? "other";
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
