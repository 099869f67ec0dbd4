import { isIsoDate } from "@repo/core/calendar";
import type { Evidence } from "@repo/core/season";
import { formatDuration, METRES_PER_MILE, type UnitSystem } from "@repo/core/units";
import { typeset } from "./typeset.ts";

/** A row of evidence as people read it: numbers, days and causes in words, ready to be shown. */
export type EvidenceWords = {
  label: string;
  value: string | null;
  unit: string | null;
  limit: string | null;
};

const CAUSES: Readonly<Record<string, string>> = {
  overcooked: "too much training",
  "same-workout": "the same workout again and again",
  "low-mileage": "few kilometres",
  "no-long-run": "no long run",
  "no-strength": "no strength work",
  "no-speed-work": "no speed work",
  "perpetual-medium": "easy days too hard",
  "fantasy-pace": "paces of a goal, not of today",
  "no-cutback": "no lighter weeks",
  "no-recovery-phase": "no recovery block",
  "life-stress": "stress outside training",
  "under-fuelled": "too little fuel",
  pacing: "pacing of repetitions and races",
  "wrong-order": "hard days spoiled by the day before",
  conditions: "heat, hills or wind",
  "new-stimulus-needed": "a new stimulus is due",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Written close to the number, without a space. */
const TIMES = "times";

/**
 * Evidence as rows for a list: numbers rounded as people write them, days as "20 Nov", causes in words. Null is a value
 * that is not known, or a limit that there is none of. A limit that is a number is called by a word: what it is held
 * against, a limit or what was meant.
 */
export function evidenceWords(
  evidence: readonly Evidence[],
  units: UnitSystem = "metric",
  limitWord = "limit",
): EvidenceWords[] {
  return evidence.map((row) => {
    const words = wordsOf(units === "metric" ? row : inMiles(row), limitWord);
    return { ...words, label: capitalised(words.label) };
  });
}

/** Evidence as one line, what was measured and the limit it was held against; `most` keeps the first rows. */
export function evidenceLine(evidence: readonly Evidence[], most = Number.POSITIVE_INFINITY): string {
  const parts = evidence.slice(0, most).map((row) => {
    const { label, value, unit, limit } = wordsOf(row);
    const measured = value === null ? "not known" : unit ? `${value} ${unit}` : value;
    const named = label.startsWith(CAUSE) ? `${label},` : label;
    return limit === null ? `${named} ${measured}` : `${named} ${measured} (${limit})`;
  });
  return capitalised(parts.join("; "));
}

const KM_PER_MILE = METRES_PER_MILE / 1000;

/** Kilometres as miles, seconds a kilometre as seconds a mile; everything else as it is. */
function inMiles(row: Evidence): Evidence {
  const factor = row.unit === "km" ? 1 / KM_PER_MILE : row.unit === "s/km" ? KM_PER_MILE : null;
  if (factor === null) return row;
  const of = <T>(value: T) => (typeof value === "number" ? value * factor : value);
  return { ...row, value: of(row.value), limit: of(row.limit), unit: row.unit === "km" ? "mi" : "s/mi" };
}

const PACE = /^s\/(km|mi)$/;
/** Fewer seconds are a difference of two paces. */
const FASTEST_PACE_S = 100;

function isPaceOf(value: Evidence["value"] | Evidence["limit"]): boolean {
  return typeof value === "number" && value >= FASTEST_PACE_S;
}

const CAUSE = "likely cause: ";

function wordsOf({ label, value, unit, limit }: Evidence, limitWord = "limit"): EvidenceWords {
  const isTimes = unit === TIMES;
  const isPace = unit !== undefined && unit !== null && PACE.test(unit) && isPaceOf(value ?? limit);
  const shown = (given: number | string | null | undefined) => {
    if (isPace && typeof given === "number") return `${formatDuration(given)}${unit.slice(1)}`;
    const text = valueWords(given, unit ?? null);
    return text !== null && isTimes ? `${text}×` : text;
  };
  const measured = shown(value);
  const shownUnit = isTimes || isPace ? null : (unit ?? null);
  return {
    label: labelWords(label),
    value: measured,
    unit: unitOf(measured, shownUnit),
    limit:
      typeof limit === "number"
        ? [limitWord, shown(limit), unitOf(shown(limit), shownUnit)].filter(Boolean).join(" ")
        : shown(limit),
  };
}

/** "day" and "day a week" beside a 1; what is no word, such as "ms", stays. */
function unitOf(number: string | null, unit: string | null): string | null {
  return number === "1" && unit !== null ? unit.replace(/^([a-z]{3,})s\b/, "$1") : unit;
}

function labelWords(label: string): string {
  const cause = /^cause: (.+)$/.exec(label)?.[1];
  return cause === undefined ? typeset(label) : `${CAUSE}${CAUSES[cause.replaceAll(" ", "-")] ?? cause}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** At most one decimal above ten, two below; percentages without where they are large; days as "20 Nov". */
function valueWords(value: number | string | null | undefined, unit: string | null): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") {
    if (isIsoDate(value)) return `${Number(value.slice(8))} ${MONTHS[Number(value.slice(5, 7)) - 1]}`;
    return value.replaceAll(/(^|\s)-(?=0(\.0+)?(?![\d.]))/g, "$1").replaceAll(/(^|\s)-(?=\d)/g, "$1−");
  }
  const size = Math.abs(value);
  const digits = size >= 10 ? (unit === "%" ? 0 : 1) : unit === "%" ? 1 : 2;
  return String(Math.round(value * 10 ** digits) / 10 ** digits).replace("-", "−");
}
