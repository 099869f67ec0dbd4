const SAID_DURATION =
  /^(?=.)(?:(\d{1,3}) ?(?:h(?:ours?|rs?|r)?|std\.?) ?)?(?:(\d{1,3}) ?(?:m(?:in(?:utes|s)?)?|['’′])\.? ?)?(?:(\d{1,5})(?:[.,]\d+)? ?(?:s(?:ec(?:onds|s)?|ek)?|["”″]|''))?\.?$/i;
const ISO_DURATION = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/i;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?(?: ?(?:h|hrs?|min|mins?))?$/i;
/** `0:50'00`, as some watches write hours, minutes and seconds. */
const MARKED = /^(\d{1,2}):(\d{1,2})['’′](\d{2})(?:["”″]|'')?$/;
const MINUTES = /^(\d{3}):(\d{2})(?:[.,]\d+)?$/;

/** A duration in a cell: seconds where it says so (`h:mm:ss`, `1h 05m`, `PT50M`), or a plain number of the column's unit. */
export function readDuration(cell: string): { seconds: number } | { plain: number } | null {
  if (/^\d+([.,]\d+)?$/.test(cell)) return { plain: Number(cell.replace(",", ".")) };
  const days = /^(\d+) days?,? (.*)$/i.exec(cell);
  if (days) {
    const rest = readDuration(days[2] ?? "");
    return rest && "seconds" in rest ? { seconds: Number(days[1]) * 86_400 + rest.seconds } : null;
  }
  const iso = /\d/.test(cell) ? ISO_DURATION.exec(cell) : null;
  if (iso) {
    const [, day, hour, minute, second = "0"] = iso;
    return {
      seconds: hms(hour, minute) + Number(day ?? 0) * 86_400 + Math.round(Number(second.replace(",", "."))),
    };
  }
  const minutes = MINUTES.exec(cell);
  if (minutes) return { seconds: Number(minutes[1]) * 60 + Number(minutes[2]) };
  const parts = CLOCK.exec(cell) ?? MARKED.exec(cell) ?? SAID_DURATION.exec(cell);
  return parts ? { seconds: hms(parts[1], parts[2]) + Number(parts[3] ?? 0) } : null;
}

function hms(hours: string | undefined, minutes: string | undefined): number {
  return Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60;
}

/** Seconds of a duration, a plain number in `unitS` seconds; null for anything else. */
export function readDurationS(cell: string, unitS = 1): number | null {
  const read = readDuration(cell);
  if (read === null) return null;
  return "seconds" in read ? read.seconds : read.plain * unitS;
}

/** A number that has no decimals, such as metres climbed: `1,200` and `1.200` are twelve hundred. */
export function readWhole(cell: string): number | null {
  return /^\d{1,3}([.,]\d{3})+$/.test(cell) ? Number(cell.replace(/[.,]/g, "")) : readNumber(cell);
}

/** A finite number, with a decimal point or comma and thousands set apart or not; null for an empty or other cell. */
export function readNumber(raw: string): number | null {
  const cell = raw.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "");
  if (!/^[-+]?[\d.,]+$/.test(cell)) return null;
  const decimal = cell.lastIndexOf(",") > cell.lastIndexOf(".") ? "," : ".";
  const isThousands = decimal === "," && /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(cell);
  const other = decimal === "," ? "." : ",";
  const plain = isThousands ? cell.replaceAll(",", "") : cell.replaceAll(other, "").replace(decimal, ".");
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

const LENGTHS: readonly [pattern: RegExp, metres: number][] = [
  [/^(km|kms|kilomet(er|re)s?)$/i, 1_000],
  [/^(m|mtrs?|met(er|re)s?)$/i, 1],
  [/^(mi|miles?|meilen?)$/i, 1_609.344],
  [/^(yd|yds|yards?)$/i, 0.9144],
  [/^(ft|feet|foot)$/i, 0.3048],
];

/** Metres of a unit of length, by any of its names; null for what is none. */
export function unitOfLength(word: string): number | null {
  return LENGTHS.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? null;
}

/** A number with the unit that stands behind it in the same cell: `10,5 km`, `152 bpm`, `5:37/km`. */
export function splitUnit(cell: string): { number: string; unit: string | null } {
  const match = /^([-+]?[\d.,'’\s\u00a0\u202f]*\d)\s*(\p{L}[\p{L}/ ]*)$/u.exec(cell.trim());
  return match ? { number: match[1] ?? "", unit: match[2] ?? null } : { number: cell, unit: null };
}
