import type { Slowing } from "@repo/core/paces";
import type { ProgressState } from "@repo/core/progress";

/** Everything that a report may have to say. */
export type ReportFactCode =
  // A week.
  | "best-result"
  | "result"
  | "week-unknown"
  | "no-runs"
  | "more-than-usual"
  | "lighter-as-meant"
  | "less-than-usual"
  | "longest-run-jumped"
  | "all-planned-done"
  | "planned-done-or-changed"
  | "planned-not-done"
  | "easy-ran-hard"
  | "no-rest-day"
  | "short-nights"
  // A block.
  | `progress-${ProgressState}`
  | "best-result-ever"
  | "repetitions-faster"
  | "repetitions-slower"
  | "volume-grew"
  | "volume-fell"
  | "longest-run-grew"
  | "plan-kept"
  | "plan-partly-kept"
  | "plan-not-kept"
  | "little-strength"
  | "few-easy-sessions"
  | "no-lighter-week"
  | "ill-days"
  // A race week.
  | "recovery-rest"
  | "recovery-caution"
  | "no-prediction"
  | "goal-out-of-reach"
  | "goal-within-reach"
  | "goal-modest"
  | "goal-ambitious"
  | "prediction-wide"
  | "taper-in-band"
  | "taper-too-little"
  | "taper-very-light"
  | "hard-session-close"
  | "longest-run-short"
  | `slower-for-${Slowing["reason"]}`;

/** A fact worth a sentence: a reason code and its numbers; the words are the reader's business. */
export type ReportFact = { code: ReportFactCode; values: Readonly<Record<string, number | string>> };

/** A fact of a code and its numbers. */
export function fact(code: ReportFactCode, values: ReportFact["values"] = {}): ReportFact {
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
