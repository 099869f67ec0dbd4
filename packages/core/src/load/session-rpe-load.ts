import { type Estimate, known, notKnown } from "@repo/core/estimate";

/**
 * Foster's session load: minutes × effort. A missing effort is unknown, never zero; an effort of 0 is a load of 0.
 *
 * @param durationS seconds; @param rpe CR10, 0 to 10, asked about half an hour after the session
 * @returns arbitrary units of its own scale: 420 for an hour of effort 7
 * @throws {RangeError} on a negative or non-finite duration, or an effort outside 0–10
 * @see SOURCES.md [foster-2001]
 */
export function sessionRpeLoad(
  durationS: number,
  rpe: number | null | undefined,
): Estimate<number, "no-rpe"> {
  if (!(Number.isFinite(durationS) && durationS >= 0)) throw new RangeError("a duration must be 0 or more");
  if (rpe === null || rpe === undefined) return notKnown("no-rpe");
  if (!(rpe >= 0 && rpe <= 10)) throw new RangeError(`an effort runs from 0 to 10, not ${rpe}`);
  return known((durationS / 60) * rpe);
}

/**
 * Units of the common scale for one unit of session-RPE load while an athlete's own ratio is not known:
 * threshold running feels like 7 (M29), so an hour of it, 420, is 100.
 */
export const RPE_UNIT = 100 / 420;
