import { isIsoDate } from "@repo/core/calendar";
import { readDay } from "./log-days.ts";
import { readNumber } from "./log-values.ts";
import { readTable } from "./table.ts";

/** What a table says of one day. Units and scales are those of a check-in; absent means not recorded. */
export type LoggedCheckIn = {
  date: string;
  sleepHours?: number;
  sleepQuality?: number;
  restingHr?: number;
  hrvRmssd?: number;
  fatigue?: number;
  soreness?: number;
  stress?: number;
  mood?: number;
  motivation?: number;
  ill?: boolean;
  notes?: string;
};

export type CheckInTable = { kind: string; days: LoggedCheckIn[]; remarks: string[] };

type Field = Exclude<keyof LoggedCheckIn, "date" | "ill" | "notes">;
type Source = {
  field: Field;
  column: string;
  low: number;
  high: number;
  convert?: (value: number) => number;
};
type Kind = {
  name: string;
  /** Columns that only this kind has. */
  marks: readonly string[];
  date: string;
  sources: readonly Source[];
  remark?: string;
  isUsed?: (cells: Map<string, string>) => boolean;
};

const HRV: Source = { field: "hrvRmssd", column: "rmssd", low: 3, high: 300 };
const RESTING: Source = { field: "restingHr", column: "hr", low: 25, high: 130 };
/** Scales that count up to feeling well, where ours count up to feeling worse. */
const turned = (value: number) => 6 - value;
const ofTen = (value: number) => 1 + (value / 10) * 4;
const five = { low: 1, high: 5 };

const KINDS: readonly Kind[] = [
  { name: "Elite HRV", marks: ["lnrmssd", "rmssd", "datetime"], date: "datetime", sources: [HRV, RESTING] },
  {
    name: "HRV4Training",
    marks: ["rmssd", "avnn", "timestamp_measurement"],
    date: "timestamp_measurement",
    sources: [HRV, RESTING],
  },
  {
    name: "HRV4Training",
    marks: ["rmssd", "avnn", "date"],
    date: "date",
    sources: [
      HRV,
      RESTING,
      { field: "sleepHours", column: "sleep_time", low: 0.5, high: 20 },
      { field: "sleepQuality", column: "sleep_quality", low: 0, high: 10, convert: ofTen },
      { field: "soreness", column: "muscle_soreness", low: 0, high: 10, convert: ofTen },
      { field: "fatigue", column: "fatigue", low: 0, high: 10, convert: ofTen },
      { field: "motivation", column: "trainingmotivation", low: 0, high: 10, convert: ofTen },
    ],
    remark: "scales from 0 to 10 are read as 1 to 5",
  },
  {
    name: "wellness",
    marks: ["effective_time_frame", "readiness", "sleep_duration_h"],
    date: "effective_time_frame",
    sources: [
      { field: "fatigue", column: "fatigue", ...five, convert: turned },
      { field: "soreness", column: "soreness", ...five, convert: turned },
      { field: "stress", column: "stress", ...five, convert: turned },
      { field: "mood", column: "mood", ...five },
      { field: "sleepQuality", column: "sleep_quality", ...five },
      { field: "sleepHours", column: "sleep_duration_h", low: 0.5, high: 20 },
    ],
    remark: "fatigue, soreness and stress count up to feeling well in this table; they are turned round",
  },
  {
    name: "sleep",
    marks: ["timestamp", "sleep_log_entry_id", "resting_heart_rate"],
    date: "timestamp",
    sources: [{ ...RESTING, column: "resting_heart_rate" }],
  },
  {
    name: "wellness",
    marks: ["date", "hrv", "restinghr"],
    date: "date",
    sources: [
      { ...HRV, column: "hrv" },
      { ...RESTING, column: "restinghr" },
      { field: "sleepQuality", column: "sleepquality", ...five },
    ],
  },
];

/**
 * The check-ins that a table holds: HRV apps and wellness questionnaires; null when it is no such table. Measurements
 * of 0 are what apps write for "not measured".
 */
export function readCheckInTable(bytes: Uint8Array): CheckInTable | null {
  const [head = [], ...rows] = readTable(bytes);
  const names = head.map((name) => name.toLowerCase().trim());
  const kind = KINDS.find(({ marks }) => marks.every((mark) => names.includes(mark)));
  if (!kind) return null;
  const cells = (row: readonly string[]) => new Map(names.map((name, index) => [name, row[index] ?? ""]));
  const read = rows.map(cells);
  const isYearDayMonth = read.some(
    (row) => Number(/^\d{4}-(\d\d)-\d\d/.exec(row.get(kind.date) ?? "")?.[1]) > 12,
  );
  const days = new Map<string, LoggedCheckIn>();
  let leftOut = 0;
  for (const row of read) {
    const date = dayOf(row.get(kind.date) ?? "", isYearDayMonth);
    const facts = date === null ? null : factsOf(row, kind);
    if (date === null || facts === null) leftOut += 1;
    // Of two measurements of a day the first counts: the one after waking.
    else days.set(date, { ...facts, ...days.get(date), date });
  }
  const remarks = [
    ...(isYearDayMonth ? ["its dates put the day before the month"] : []),
    ...(kind.remark ? [kind.remark] : []),
    ...(leftOut > 0 ? [`${leftOut} lines without a day or a measurement were left out`] : []),
  ];
  return { kind: kind.name, days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), remarks };
}

function dayOf(cell: string, isYearDayMonth: boolean): string | null {
  const swapped = isYearDayMonth ? cell.replace(/^(\d{4})-(\d\d)-(\d\d)/, "$1-$3-$2") : cell;
  const day = readDay(swapped, "iso")?.date ?? null;
  return day !== null && isIsoDate(day) && day >= "1990" ? day : null;
}

function factsOf(row: ReadonlyMap<string, string>, kind: Kind): Omit<LoggedCheckIn, "date"> | null {
  const facts: Omit<LoggedCheckIn, "date"> = {};
  for (const { field, column, low, high, convert } of kind.sources) {
    const value = readNumber(row.get(column) ?? "");
    if (value === null || value < low || value > high) continue;
    facts[field] = Math.round((convert ? convert(value) : value) * 10) / 10;
  }
  if (row.get("sickness") && row.get("sickness") !== "not sick") facts.ill = true;
  const note = row.get("note");
  if (note) facts.notes = note.slice(0, 2_000);
  return Object.keys(facts).length > 0 ? facts : null;
}
