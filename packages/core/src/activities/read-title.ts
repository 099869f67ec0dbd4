/** Repetitions that a title names: `6 x 800 m`, `5x3min`, `3 × 8'`. Null where it names no length of that kind. */
export type TitleReps = {
  readonly reps: number;
  readonly distanceM: number | null;
  readonly durationS: number | null;
};

const REPS =
  /(\d{1,2})\s*(?:x|×|\*)\s*\(?\s*(\d{1,4}(?:[.,]\d{1,2})?)(?::(\d\d))?\s*(kilomet(?:er|re)s?|km|k|miles?|mi|met(?:er|re)s?|minutes?|mins?|min|m|seconds?|secs?|sec|s|'|′|"|″)?(?![a-z])/i;
const METRES_PER_MILE = 1609.344;

/** The repetitions a title names, or null. A bare `8x400` is metres, `5x3` minutes. */
export function readTitle(title: string | null | undefined): TitleReps | null {
  const match = title ? REPS.exec(title) : null;
  if (!match) return null;
  const reps = Number(match[1]);
  const size = Number((match[2] as string).replace(",", "."));
  if (reps < 2 || size <= 0) return null;
  if (match[3] !== undefined) return timed(reps, size * 60 + Number(match[3]));
  return sized(reps, size, (match[4] ?? "").toLowerCase());
}

function sized(reps: number, size: number, unit: string): TitleReps | null {
  if (/^(kilomet|km|k$)/.test(unit)) return far(reps, size * 1000);
  if (/^(miles?|mi)$/.test(unit)) return far(reps, size * METRES_PER_MILE);
  if (/^(min|mins|minutes?|'|′)$/.test(unit)) return timed(reps, size * 60);
  if (/^(s|sec|secs|seconds?|"|″)$/.test(unit)) return timed(reps, size);
  // "m" is metres from 40 on (nobody runs repetitions of 40 minutes), minutes below; a bare number metres from 100 on.
  const metres = unit.startsWith("met") || (unit === "m" ? size >= 40 : size >= 100);
  return metres ? far(reps, size) : timed(reps, size * 60);
}

function far(reps: number, distanceM: number): TitleReps | null {
  return distanceM >= 40 && distanceM <= 20_000 ? { reps, distanceM, durationS: null } : null;
}

function timed(reps: number, durationS: number): TitleReps | null {
  return durationS >= 5 && durationS <= 7_200 ? { reps, distanceM: null, durationS } : null;
}
