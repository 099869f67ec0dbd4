import type { Evidence } from "@repo/core/season";

type Row = Evidence | undefined;

/** The rows of a warning by their labels, as a sentence needs them; null where one is missing. */
export type EvidenceReader = {
  row(label: string): Row;
  number(label: string): number | null;
  limit(label: string): number | null;
  text(label: string): string | null;
  all: readonly Evidence[];
};

export function readEvidence(evidence: readonly Evidence[]): EvidenceReader {
  const row = (label: string) => evidence.find((each) => each.label === label);
  const numeric = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null);
  return {
    row,
    number: (label) => numeric(row(label)?.value),
    limit: (label) => numeric(row(label)?.limit),
    text: (label) => {
      const value = row(label)?.value;
      return typeof value === "string" ? value : null;
    },
    all: evidence,
  };
}

/** A number as a sentence holds it: one decimal below 20, none above, a real minus. */
export function figure(value: number, digits = Math.abs(value) < 20 ? 1 : 0): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  return String(Object.is(rounded, -0) ? 0 : rounded).replace("-", "−");
}

/** "+0.5 %", "−1.4 %", "0 %". */
export function signedPercent(value: number): string {
  const text = figure(value);
  return `${Number(text.replace("−", "-")) > 0 ? "+" : ""}${text} %`;
}

const SMALL = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** "one hard session", "5 of them": small counts as words. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${SMALL[count] ?? figure(count, 0)} ${count === 1 ? one : many}`;
}

const DAY = { day: "numeric", month: "long", timeZone: "UTC" } as const;
const OF_YEAR = new Intl.DateTimeFormat("en-GB", DAY);
const OF_ANY_YEAR = new Intl.DateTimeFormat("en-GB", { ...DAY, year: "numeric" });

/** "17 November"; with its year where it may be another than the reader's. */
export function dayWords(iso: string, { withYear = false } = {}): string {
  return (withYear ? OF_ANY_YEAR : OF_YEAR).format(new Date(`${iso}T00:00:00Z`));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
