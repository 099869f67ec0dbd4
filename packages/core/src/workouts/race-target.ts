import type { PaceName, Target } from "./schema.ts";

/** Distances, in metres, above which a race is run at a named pace, longest first. */
const PACES: readonly (readonly [aboveM: number, pace: PaceName])[] = [
  [30_000, "mp"],
  [16_500, "hm"],
  [7_500, "10k"],
  [4_000, "5k"],
  [2_500, "3k"],
];

/** The pace to run a race of a distance in metres at: the nearest that has a name; beyond 50 km steady effort. */
export function raceTarget(distanceM: number): Target {
  if (distanceM > 50_000) return { kind: "effort", effort: "steady" };
  const pace = PACES.find(([aboveM]) => distanceM > aboveM)?.[1] ?? "mile";
  return { kind: "pace", pace, offsetSPerKm: 0 };
}
