import type { Evidence } from "@repo/core/season";

export type SignalState = "adverse" | "good" | "neutral" | "unknown";

/** One piece of the picture of recovery, with the numbers it rests on. `signal` is a code. */
export type RecoverySignal = {
  readonly signal: string;
  readonly state: SignalState;
  readonly evidence: Evidence[];
};

/** A signal with its rows. */
export function signal(name: string, state: SignalState, evidence: Evidence[] = []): RecoverySignal {
  return { signal: name, state, evidence };
}

/** A row of evidence, numbers rounded to what a reader can use. */
export function row(
  label: string,
  value: number | string | null,
  unit: string | null = null,
  limit: number | string | null = null,
): Evidence {
  const round = (cell: number | string | null) =>
    typeof cell === "number" ? Math.round(cell * 100) / 100 : cell;
  return { label, value: round(value), unit, limit: round(limit) };
}
