const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01, or null when the text is no day. */
export function dayNumber(iso: string): number | null {
  const parts = ISO_DAY.exec(iso);
  if (!parts) return null;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return Number.isFinite(ms) ? Math.round(ms / MS_PER_DAY) : null;
}

/** The day so many days after another; what is no day stays as it is. */
export function addDays(iso: string, count: number): string {
  const number = dayNumber(iso);
  return number === null ? iso : new Date((number + count) * MS_PER_DAY).toISOString().slice(0, 10);
}

export type DayParts = { year: number; month: number; day: number };

export function dayParts(number: number): DayParts {
  const date = new Date(number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export function monthStart(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / MS_PER_DAY);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "3 Mar" or "3 Mar 2026"; month names can be given in another language. */
export function dayLabel(iso: string, months: readonly string[] = MONTHS, withYear = false): string {
  const number = dayNumber(iso);
  if (number === null) return iso;
  const { year, month, day } = dayParts(number);
  return `${day} ${months[month] ?? month + 1}${withYear ? ` ${year}` : ""}`;
}

export function monthLabel(month: number, months: readonly string[] = MONTHS): string {
  return months[month] ?? String(month + 1);
}

export type DateTick = { day: number; label: string; strong: boolean };

/** Ticks a reader can count by: days and weeks when few, months or years when many. */
export function dateTicks(first: number, last: number, room: number, months?: readonly string[]): DateTick[] {
  const span = Math.max(0, last - first);
  const most = Math.max(1, Math.floor(room / 58));
  if (span <= 92 && span / 7 <= most * 2) return weekTicks(first, last, most, months);
  return monthTicks(first, last, most, months);
}

function weekTicks(first: number, last: number, most: number, months?: readonly string[]): DateTick[] {
  const span = last - first;
  const step = [1, 2, 7, 14, 28].find((days) => span / days <= most) ?? 28;
  const ticks: DateTick[] = [];
  for (let day = last - Math.floor(span / step) * step; day <= last; day += step) {
    const { month, day: dayOfMonth } = dayParts(day);
    ticks.push({ day, label: `${dayOfMonth} ${monthLabel(month, months)}`, strong: false });
  }
  return ticks;
}

function monthTicks(first: number, last: number, most: number, months?: readonly string[]): DateTick[] {
  const start = dayParts(first);
  const monthCount = Math.max(1, (last - first) / 30.44);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((count) => monthCount / count <= most) ?? 1200;
  const ticks: DateTick[] = [];
  const from = Math.ceil((start.year * 12 + start.month) / step) * step;
  for (let index = from; ; index += step) {
    const [year, month] = [Math.floor(index / 12), index % 12];
    const day = monthStart(year, month);
    if (day > last || ticks.length > 60) return ticks;
    if (day < first) continue;
    ticks.push({ day, label: month === 0 ? String(year) : monthLabel(month, months), strong: month === 0 });
  }
}
