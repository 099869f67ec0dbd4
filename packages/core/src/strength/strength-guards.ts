import type { WorkoutKind } from "@repo/core/workouts";
import type { StrengthSession } from "./schema.ts";

/** A reason against a strength session on a day. */
export type StrengthGuard = {
  reason: "heavy-before-fast-running" | "heavy-on-fast-day-before-it" | "plyometrics-not-fresh";
  source: string[];
};

/** What a tired nervous system spoils: the workouts heavy lifting must not precede (M97). */
const FAST: ReadonlySet<WorkoutKind> = new Set([
  "sprints",
  "intervals",
  "repetitions",
  "hills",
  "race-pace",
  "race",
]);
/** What leaves the legs without bounce the day after (M95). */
const TIRING: ReadonlySet<WorkoutKind> = new Set([
  "sprints",
  "intervals",
  "repetitions",
  "hills",
  "threshold",
  "race-pace",
  "race",
  "long",
]);

/**
 * What speaks against a session on a day: heavy lifting the day before fast running or earlier on the same day (M97),
 * plyometrics the day after hard running (M95). An empty list: nothing. Same-day order is the order given.
 */
export function strengthGuards(
  session: Pick<StrengthSession, "kind" | "load" | "fresh">,
  around: {
    dayBefore: readonly WorkoutKind[];
    laterSameDay: readonly WorkoutKind[];
    dayAfter: readonly WorkoutKind[];
  },
): StrengthGuard[] {
  const heavy = session.kind === "strength" && session.load === "heavy";
  const jumps = session.kind === "plyometrics" || session.fresh;
  return [
    ...(heavy && around.dayAfter.some((kind) => FAST.has(kind))
      ? [{ reason: "heavy-before-fast-running" as const, source: ["M97"] }]
      : []),
    ...(heavy && around.laterSameDay.some((kind) => FAST.has(kind))
      ? [{ reason: "heavy-on-fast-day-before-it" as const, source: ["M97"] }]
      : []),
    ...(jumps && around.dayBefore.some((kind) => TIRING.has(kind))
      ? [{ reason: "plyometrics-not-fresh" as const, source: ["M95"] }]
      : []),
  ];
}
