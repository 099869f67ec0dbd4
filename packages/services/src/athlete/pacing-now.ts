import type { Athlete } from "@repo/core/athlete";
import type { Result } from "@repo/core/results";
import type { AthleteRow, ResultRow } from "@repo/db/queries";

type Said = Pick<AthleteRow, "maxHrBpm" | "restingHrBpm" | "thresholdHrBpm" | "thresholdPaceSPerKm">;

/** What paces rest on, as core asks for it. */
export function basisOf(athlete: Said, rows: readonly ResultRow[]): { athlete: Athlete; results: Result[] } {
  return {
    results: rows.map(({ localDate: date, kind, distanceM, timeS }) => ({ date, kind, distanceM, timeS })),
    athlete: {
      maxHr: athlete.maxHrBpm,
      restingHr: athlete.restingHrBpm,
      thresholdHr: athlete.thresholdHrBpm,
      thresholdPaceSPerKm: athlete.thresholdPaceSPerKm,
    },
  };
}
