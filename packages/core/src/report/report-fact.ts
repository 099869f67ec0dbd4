/** A fact worth a sentence: a reason code and its numbers; the words are the reader's business. */
export type ReportFact = { code: string; values: Readonly<Record<string, number | string>> };

/** A fact of a code and its numbers. */
export function fact(code: string, values: ReportFact["values"] = {}): ReportFact {
  return { code, values };
}

/** The sum of some numbers; 0 for none. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A number to some decimals; null stays null. */
export function rounded<T extends number | null>(value: T, digits: number): T {
  return (value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits) as T;
}
