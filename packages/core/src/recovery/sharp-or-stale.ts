import type { RecoverySignal } from "./signal.ts";

export type SharpOrStale = {
  /** What speaks for being sharp, and what for being stale: both sides are always shown. */
  readonly sharp: readonly RecoverySignal[];
  readonly stale: readonly RecoverySignal[];
  readonly verdict: "sharp" | "stale" | "mixed" | "unknown";
};

/** Signals that stand on the board (M118); the rest are about health and single nights. */
const ON_THE_BOARD: ReadonlySet<string> = new Set([
  "wellness",
  "resting-hr",
  "hrv",
  "dead-legs",
  "short-temper",
  "workouts-punish",
  "dread",
  "legs",
  "bounce-back",
  "springy",
  "same-pace-lower-heart-rate",
  "steady-mood",
]);

/**
 * The gut check before a key session or a race (M118): sharp or stale, with both sides side by side. A verdict needs
 * two signals more on one side than on the other; fewer than three in all say nothing.
 */
export function sharpOrStale(signals: readonly RecoverySignal[]): SharpOrStale {
  const board = signals.filter((one) => ON_THE_BOARD.has(one.signal));
  const sharp = board.filter((one) => one.state === "good");
  const stale = board.filter((one) => one.state === "adverse");
  const lead = sharp.length - stale.length;
  if (sharp.length + stale.length < 3) return { sharp, stale, verdict: "unknown" };
  return { sharp, stale, verdict: lead >= 2 ? "sharp" : lead <= -2 ? "stale" : "mixed" };
}
