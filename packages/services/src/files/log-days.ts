import { isIsoDate } from "@repo/core/calendar";

/** How a table writes its days. */
export type DayOrder = "iso" | "day-first" | "month-first" | "day-first-assumed";

/** A day as a cell writes it; `zone` is what stands behind its time: `Z`, `+02:00` or nothing. */
export type ReadDay = { date: string; time: string | null; zone: string | null };

/** The beginnings of the months' names in the languages that exports are written in. */
const MONTHS = [
  /^(jan|gen|ene|sty|tam)/,
  /^(feb|fév|fev|helm|lut)/,
  /^(mar(?!r)|mär|maa|mrt|mrz)/,
  /^(apr|avr|abr|huh|kwi)/,
  /^(may|mai|maj|mei|mag|tou)/,
  /^(jun|juin|giu|kes|cze)/,
  /^(jul|juil|lug|hei|lip)/,
  /^(aug|aoû|aou|ago|elo|sie)/,
  /^(sep|set|syy|wrz)/,
  /^(oct|okt|ott|out|lok|paź)/,
  /^(nov|nob|marr|lis)/,
  /^(dec|dez|des|déc|dic|jou|gru)/,
];
const SLASHED = /^(\d{1,2})[/.-] ?(\d{1,2})[/.-] ?(\d{4}|\d{2})(?!\d)/;
/** Days since 1899-12-30, as spreadsheets count them, from 1990 to 2099. */
const SERIAL = { least: 32_874, most: 73_050, toUnix: 25_569 };

/** Whether slashed dates put the day or the month first: from a number above 12, the clock they use, or their order. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  const slashed = cells.map((cell) => SLASHED.exec(withoutWeekday(cell))).filter((match) => match !== null);
  if (slashed.length === 0) return "iso";
  if (slashed.some((match) => Number(match[1]) > 12)) return "day-first";
  if (slashed.some((match) => Number(match[2]) > 12)) return "month-first";
  // Only where the clock has twelve hours the month comes first; with full stops it never does.
  if (cells.some((cell) => /\d ?[ap]\.?m\b/i.test(cell))) return "month-first";
  if (slashed.every((match) => /^\d+\./.test(match[0]))) return "day-first";
  return orderByTime(slashed) ?? "day-first-assumed";
}

/** A log is written in the order of its days: the reading in which it is, where the other one is not. */
function orderByTime(slashed: readonly RegExpExecArray[]): DayOrder | null {
  if (slashed.length < 4) return null;
  const goes = (order: "day-first" | "month-first") => {
    const days = slashed.map((match) => slashedDay(match, order) ?? "");
    const steps = days.slice(1).map((day, at) => Math.sign(day.localeCompare(days[at] ?? "")));
    return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  };
  const [day, month] = [goes("day-first"), goes("month-first")];
  return day === month ? null : day ? "day-first" : "month-first";
}

/** A day and, where the cell has one, a time of day. */
export function readDay(raw: string, order: DayOrder): ReadDay | null {
  const cell = withoutWeekday(raw.trim());
  const counted = countedDay(cell);
  if (counted) return counted;
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z?)$/.exec(cell);
  const iso = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?!\d)/.exec(cell);
  const slashed = SLASHED.exec(cell);
  let date: string | null = null;
  if (basic) date = isoOf(basic[1] ?? "", basic[2] ?? "", basic[3] ?? "");
  else if (iso) date = isoOf(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  else if (slashed) date = slashedDay(slashed, order);
  else date = namedDay(cell.toLowerCase());
  if (date === null || !isIsoDate(date)) return null;
  const time = basic ? basicTime(basic) : readTime(cell);
  const zone = basic ? basic[7] || null : (/\d\d ?(Z|UTC|GMT|[+-]\d\d:?\d\d)$/i.exec(cell)?.[1] ?? null);
  return { date, time, zone: time === null ? null : zone };
}

/** Seconds or milliseconds since 1970, which are UTC, and the days that spreadsheets count. */
function countedDay(cell: string): ReadDay | null {
  if (!/^\d{5,13}([.,]\d+)?$/.test(cell)) return null;
  const value = Number(cell.replace(",", "."));
  if (value >= SERIAL.least && value <= SERIAL.most) {
    const whole = Math.floor(value);
    const [date, clock] = instant(Math.round((value - SERIAL.toUnix) * 86_400) * 1_000);
    return { date, time: value === whole ? null : clock, zone: null };
  }
  const ms = /^\d{10}([.,]\d+)?$/.test(cell) ? value * 1_000 : /^\d{12,13}$/.test(cell) ? value : null;
  if (ms === null) return null;
  const [date, time] = instant(ms);
  return { date, time, zone: "Z" };
}

function instant(ms: number): [date: string, time: string] {
  const iso = new Date(ms).toISOString();
  return [iso.slice(0, 10), iso.slice(11, 19)];
}

/** `Fri, 25 May` is `25 May`; a month's name is left. */
function withoutWeekday(cell: string): string {
  const bare = /^\p{L}{2,}\.?,? +(?=\S)(.*)$/u.exec(cell)?.[1];
  if (bare === undefined) return cell;
  const isDated = /^\d{1,2}[/.-]\d|^\d{4}[-/]|^\d{1,2}\.? (de )?\p{L}{3,}|^\p{L}{3,}\.? \d{1,2}\b/u.test(
    bare,
  );
  return isDated ? bare : cell;
}

function slashedDay(match: RegExpExecArray, order: DayOrder): string | null {
  const [first, second] = [match[1] ?? "", match[2] ?? ""];
  const [day, month] = order === "month-first" ? [second, first] : [first, second];
  return isoOf(fullYear(match[3] ?? ""), month, day);
}

/** A year of two digits is one of this century, unless that lies far ahead. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

/** `Nov 11, 2018` or `11. nov. 2018`, in any of the languages. */
function namedDay(cell: string): string | null {
  const monthFirst = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/u.exec(cell);
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[.-]? ?(?:de |of )?(\p{L}{3,})[.-]?,? ?(?:de )?(\d{4}|\d{2})(?!\d)/u.exec(
      cell,
    );
  const [month, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (!month || !day || !year) return null;
  const number = MONTHS.findIndex((pattern) => pattern.test(month)) + 1;
  return number > 0 ? isoOf(fullYear(year), String(number), day) : null;
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function basicTime(match: RegExpExecArray): string | null {
  return match[4] ? `${match[4]}:${match[5]}:${match[6] ?? "00"}` : null;
}

/** The time of day in a cell; null where it has none. */
export function readTime(cell: string): string | null {
  const match = /(?<![\d+-])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?m?\b/i.exec(cell);
  if (!match) return null;
  const half = match[4]?.toUpperCase();
  const hour = Number(match[1]) % (half ? 12 : 24);
  const full = half === "P" ? hour + 12 : hour;
  return `${String(full).padStart(2, "0")}:${match[2]}:${match[3] ?? "00"}`;
}
