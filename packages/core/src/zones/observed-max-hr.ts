import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** A maximum is the highest mean over this long: single beats are mostly artefacts. */
const WINDOW_S = 5;
/** A heart does not jump by more than this from one second to the next (beats a minute). [house] */
const LARGEST_JUMP_BPM = 15;

/**
 * Highest heart rate held for 5 s in a maximal effort (beats a minute), from readings a second apart; null where the
 * sensor gave none. Jumps over 15 beats and readings outside 30–240 break a window. Unknown without one whole window.
 */
export function observedMaxHr(
  secondReadings: readonly (number | null)[],
): Estimate<number, "no-clean-window"> {
  let best: number | null = null;
  let run: number[] = [];
  for (const reading of secondReadings) {
    const last = run.at(-1);
    const usable = reading !== null && reading >= 30 && reading <= 240;
    if (!usable) run = [];
    else if (last !== undefined && Math.abs(reading - last) > LARGEST_JUMP_BPM) run = [reading];
    else run.push(reading);
    if (run.length > WINDOW_S) run.shift();
    if (run.length < WINDOW_S) continue;
    const mean = run.reduce((total, value) => total + value, 0) / WINDOW_S;
    if (best === null || mean > best) best = mean;
  }
  return best === null ? notKnown("no-clean-window") : known(best);
}
