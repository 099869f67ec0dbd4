import { isIsoDate } from "@repo/core/calendar";

/** How a table writes its days. */
export type DayOrder = "iso" | "day-first" | "month-first" | "day-first-assumed";

/** The beginnings of the months' names in the languages that exports are written in. */
const MONTHS = [
  /^(jan|gen|ene|sty|tam)/,
  /^(feb|fév|fev|helm)/,
  /^(mar|mär|maa|mrt|mrz)/,
  /^(apr|avr|abr)/,
  /^(may|mai|maj|mei|mag)/,
  /^(jun|juin|giu)/,
  /^(jul|juil|lug)/,
  /^(aug|aoû|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt|ott|out)/,
  /^(nov|nob)/,
  /^(dec|dez|déc|dic)/,
];

/** Whether slashed dates put the day or the month first, from a number above 12 somewhere in the column. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const slashed = cells
    .map((cell) => /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell))
    .filter((match) => match !== null);
  if (slashed.length === 0) return "iso";
  if (slashed.some((match) => Number(match[1]) > 12)) return "day-first";
  return slashed.some((match) => Number(match[2]) > 12) ? "month-first" : "day-first-assumed";
}

/** A day and, where the cell has one, a time of day. */
export function readDay(cell: string, order: DayOrder): { date: string; time: string | null } | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(cell);
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(cell);
  let date: string | null = null;
  if (iso) date = isoOf(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  else if (slashed) {
    const [first, second] = [slashed[1] ?? "", slashed[2] ?? ""];
    const [day, month] = order === "month-first" ? [second, first] : [first, second];
    date = isoOf(slashed[3] ?? "", month, day);
  } else date = namedDay(cell.toLowerCase());
  return date !== null && isIsoDate(date) ? { date, time: readTime(cell) } : null;
}

/** `Nov 11, 2018` or `11. nov. 2018`, in any of the languages. */
function namedDay(cell: string): string | null {
  const monthFirst = /^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})/u.exec(cell);
  const dayFirst = /^(\d{1,2})\.? (?:de )?(\p{L}{3,})\.?,? (?:de )?(\d{4})/u.exec(cell);
  const [month, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (!month || !day || !year) return null;
  const number = MONTHS.findIndex((pattern) => pattern.test(month)) + 1;
  return number > 0 ? isoOf(year, String(number), day) : null;
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function readTime(cell: string): string | null {
  const match = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?/i.exec(cell);
  if (!match) return null;
  const half = match[4]?.toUpperCase();
  const hour = Number(match[1]) % (half ? 12 : 24);
  const full = half === "PM" ? hour + 12 : hour;
  return `${String(full).padStart(2, "0")}:${match[2]}:${match[3] ?? "00"}`;
}

const SAID_DURATION =
  /^(?=.)(?:(\d{1,3}) ?h(?:ours?|rs?)? ?)?(?:(\d{1,3}) ?m(?:in(?:utes|s)?)? ?)?(?:(\d{1,5}) ?s(?:ec(?:onds|s)?)?)?$/i;

/** Seconds of `h:mm:ss`, `mm:ss`, `1h 05m` or a number of the column's unit, in seconds; null for anything else. */
export function readDurationS(cell: string, unitS = 1): number | null {
  if (/^\d+([.,]\d+)?$/.test(cell)) return Number(cell.replace(",", ".")) * unitS;
  const parts = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$/.exec(cell) ?? SAID_DURATION.exec(cell);
  if (!parts) return null;
  return Number(parts[1] ?? 0) * 3_600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
}

/** A number that has no decimals, such as metres climbed: `1,200` and `1.200` are twelve hundred. */
export function readWhole(cell: string): number | null {
  return /^\d{1,3}([.,]\d{3})+$/.test(cell) ? Number(cell.replace(/[.,]/g, "")) : readNumber(cell);
}

/** A finite number, with a decimal point or comma and thousands set apart or not; null for an empty or other cell. */
export function readNumber(cell: string): number | null {
  if (!/^[-+]?[\d.,]+$/.test(cell)) return null;
  const decimal = cell.lastIndexOf(",") > cell.lastIndexOf(".") ? "," : ".";
  const isThousands = decimal === "," && /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(cell);
  const other = decimal === "," ? "." : ",";
  const plain = isThousands ? cell.replaceAll(",", "") : cell.replaceAll(other, "").replace(decimal, ".");
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
