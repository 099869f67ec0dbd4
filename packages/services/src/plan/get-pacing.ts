import { localDay } from "@repo/core/calendar";
import { type Pacing, pacingOf } from "@repo/core/paces";
import type { HeartScheme } from "@repo/core/zones";
import { listResults, type ResultRow } from "@repo/db/queries";
import { getProfile, type Profile } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";

/**
 * What an athlete's targets are resolved from today: results and thresholds, never a goal.
 * @throws AppError NOT_FOUND
 */
export async function getPacing(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<{
  name: string;
  level: string | null;
  today: string;
  pacing: Pacing;
  zoneScheme: HeartScheme | null;
}> {
  const profile = await getProfile(ctx, { athleteId });
  const today = localDay(ctx.now, profile.timeZone);
  const pacing = pacingAsOf(today, profile, await listResults(ctx.db, athleteId));
  const { name, level, zoneScheme } = profile;
  return { name, level, today, pacing, zoneScheme };
}

/** The same from rows that have been read. */
export function pacingAsOf(today: string, profile: Profile, results: readonly ResultRow[]): Pacing {
  return pacingOf({
    asOf: today,
    results: results.map(({ localDate: date, kind, distanceM, timeS }) => ({ date, kind, distanceM, timeS })),
    athlete: {
      maxHr: profile.maxHrBpm,
      restingHr: profile.restingHrBpm,
      thresholdHr: profile.thresholdHrBpm,
      thresholdPaceSPerKm: profile.thresholdPaceSPerKm,
    },
  });
}
