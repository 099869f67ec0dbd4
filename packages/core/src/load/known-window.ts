import { MAX_SILENT_REST_DAYS } from "./day-load.ts";

/**
 * The last `days` loads of a ring, in tenths, oldest first: silence of up to a week is rest (0).
 * Null when the ring is shorter, or a longer silence reaches into the window.
 */
export function knownWindow(ring: readonly (number | null)[], days: number): number[] | null {
  if (ring.length < days) return null;
  const window: number[] = [];
  let silence = 0;
  for (let index = ring.length - 1; index >= 0; index -= 1) {
    const load = ring[index] ?? null;
    silence = load === null ? silence + 1 : 0;
    if (silence > MAX_SILENT_REST_DAYS) return null;
    if (window.length < days) window.push(load ?? 0);
    else if (load !== null) break;
  }
  return window.reverse();
}
