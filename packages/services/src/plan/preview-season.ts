import { checkSeason, proveFixes, RULES } from "@repo/core/rules";
import { weekTargets } from "@repo/core/season";
import { listNearSeasons } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { makeSeason } from "./make-season.ts";
import { otherPeaks } from "./other-peaks.ts";

/**
 * What a request would give, nothing stored: phases, weeks, every workout and the verdict of every rule.
 * @throws AppError NOT_FOUND; INVALID with every fault of the request
 */
export async function previewSeason(ctx: ServiceContext, input: { athleteId: string; request: unknown }) {
  const { season, pacing, today, request } = await makeSeason(ctx, input);
  const [from, to] = [request.start, season.phases.at(-1)?.end ?? request.start];
  const near = await listNearSeasons(ctx.db, input.athleteId, { from, to });
  const options = { today, pacing, otherPeaks: otherPeaks(near, { from, to, today }) };
  return {
    today,
    pacing,
    races: request.races,
    phases: season.phases,
    weeks: weekTargets(season),
    /** One week in detail, the first that is a full one: what training would feel like. */
    sample: (season.weeks.find((week) => week.start >= request.start) ?? season.weeks[0])?.workouts.map(
      ({ date, title, kind, distanceM, hard }) => ({ date, title, kind, hard, distanceM: distanceM ?? null }),
    ),
    findings: proveFixes(season, checkSeason(season, options), options),
    rulesChecked: RULES.length,
    notHonoured: season.notHonoured ?? [],
  };
}
