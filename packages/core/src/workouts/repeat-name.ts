import { type Cursor, take } from "./cursor.ts";
import type { Target } from "./schema.ts";

/** What a name before repetitions says of their work, where the work says nothing itself. */
export type RepeatName = { target: Target | null; note: string | null };

/** `strides 6x20s`, `hill repeats: 6 x 1min`, `threshold 4 x 5min`: what is repeated, said before its number. */
const NAME =
  /(strides?|hill[ \t]+sprints?|sprints?|hill[ \t]+(?:repeats?|reps?)|hills|(?:tempo|threshold|cruise)(?:[ \t]+(?:intervals?|repeats?|reps?))?|(?:mile|kilomet(?:re|er)|km|track)[ \t]+(?:intervals?|repeats?|reps?)|fartlek|intervals?|repeats?|reps?|run[ \t]*[-/][ \t]*walk)[ \t]*[:,]?[ \t]*(?=\d{1,3}[ \t]*(?:[x×*]|sets?\b))/iy;

/** M27: up at RPE 8 to 9. */
const UPHILL: Target = { kind: "rpe", low: 8, high: 9 };

/** Reads the name of the repetitions that follow; null: none stands here. */
export function readRepeatName(cursor: Cursor): RepeatName | null {
  const name = take(cursor, NAME)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (name.startsWith("stride")) return { target: { kind: "effort", effort: "stride" }, note: null };
  const note = name.startsWith("hill") ? "hill" : null;
  if (name.includes("sprint")) return { target: { kind: "effort", effort: "all-out" }, note };
  if (note) return { target: UPHILL, note };
  if (/^(?:threshold|cruise)/.test(name))
    return { target: { kind: "pace", pace: "t", offsetSPerKm: 0 }, note };
  if (name.startsWith("tempo")) return { target: { kind: "effort", effort: "tempo" }, note };
  return { target: null, note };
}
