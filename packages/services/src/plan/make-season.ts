import { localDay } from "@repo/core/calendar";
import { type Pacing, pacingOf } from "@repo/core/paces";
import { buildSeason, readSeasonRequest, type Season, type SeasonRequest } from "@repo/core/season";
import { listResults } from "@repo/db/queries";
import { getProfile, type Profile } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";

export type MadeSeason = {
  request: SeasonRequest;
  season: Season;
  pacing: Pacing;
  profile: Profile;
  today: string;
  /** Whether the request's result is not among the athlete's yet. */
  resultIsNew: boolean;
};

/**
 * Builds a season for an athlete; targets rest on all results that are known, the request's own included.
 * @throws AppError NOT_FOUND; INVALID with every fault of the request
 */
export async function makeSeason(
  ctx: ServiceContext,
  { athleteId, request: asked }: { athleteId: string; request: unknown },
): Promise<MadeSeason> {
  const profile = await getProfile(ctx, { athleteId });
  const request = readSeasonRequest(asked);
  const today = localDay(ctx.now, profile.timeZone);
  const rows = await listResults(ctx.db, athleteId);
  const recent = request.recentResult
    ? { ...request.recentResult, date: request.recentResult.date ?? today }
    : null;
  const resultIsNew =
    recent !== null &&
    !rows.some((row) => row.localDate === recent.date && Math.abs(row.timeS - recent.timeS) < 1);
  const results = rows.map(({ localDate: date, kind, distanceM, timeS }) => ({
    date,
    kind,
    distanceM,
    timeS,
  }));
  const pacing = pacingOf({
    asOf: recent && recent.date > today ? recent.date : today,
    results: recent && resultIsNew ? [...results, { kind: null, ...recent }] : results,
    athlete: {
      maxHr: profile.maxHrBpm,
      restingHr: profile.restingHrBpm,
      thresholdHr: profile.thresholdHrBpm,
      thresholdPaceSPerKm: profile.thresholdPaceSPerKm,
    },
  });
  return { request, season: buildSeason(request, pacing), pacing, profile, today, resultIsNew };
}
