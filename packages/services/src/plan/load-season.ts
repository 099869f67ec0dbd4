import { AppError } from "@repo/core/errors";
import { type Pacing, pacingOf } from "@repo/core/paces";
import type { Waiver } from "@repo/core/rules";
import { type NotHonoured, type Season, SeasonRequest } from "@repo/core/season";
import {
  getSeasonOutline,
  listSeasonWorkouts,
  type PlannedWorkoutRow,
  type SeasonOutline,
  type SeasonPhaseRow,
  type SeasonRow,
  type SeasonWeekRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { seasonOfRows } from "@repo/services/history";
import { localDayOf } from "@repo/services/training";

export type SeasonRef = { athleteId: string; seasonId: string };

/** A stored season as rows and as core's model, with what its targets and verdicts rest on. */
export type LoadedSeason = {
  athleteId: string;
  outline: SeasonOutline;
  rows: PlannedWorkoutRow[];
  season: Season;
  pacing: Pacing;
  waivers: Waiver[];
  /** The athlete's own day. */
  today: string;
};

/**
 * Reads a season in two statements.
 * @throws AppError NOT_FOUND
 */
export async function loadSeason(ctx: ServiceContext, ref: SeasonRef): Promise<LoadedSeason> {
  const { athleteId, seasonId } = ref;
  const outline = await getSeasonOutline(ctx.db, athleteId, { seasonId, actorId: ctx.actor.userId });
  if (!outline) throw new AppError("NOT_FOUND", "There is no such season.");
  const rows = await listSeasonWorkouts(ctx.db, athleteId, seasonId);
  const today = localDayOf(ctx.now, outline.athlete.timeZone);
  return {
    athleteId,
    outline,
    rows,
    today,
    season: modelOf(outline, rows),
    pacing: pacingOfAthlete(outline, today),
    waivers: outline.waivers.map(({ rule, dates, reason }) => ({ rule, reason, date: dates[0] ?? null })),
  };
}

/** Core's model of rows; workouts that were taken off the plan must not be among them. */
export function modelOf(outline: SeasonOutline, workouts: readonly PlannedWorkoutRow[]): Season {
  const model = seasonOfRows({
    season: outline.season as unknown as SeasonRow,
    phases: outline.phases as SeasonPhaseRow[],
    weeks: outline.weeks as SeasonWeekRow[],
    workouts: [...workouts],
  });
  // A season that was not asked for in our format is judged by what it holds.
  const request = SeasonRequest.nullable().catch(null).parse(outline.season.request);
  return { ...model, request, notHonoured: outline.season.notHonoured as NotHonoured[] };
}

type Basis = Pick<SeasonOutline, "athlete" | "results">;

/** What targets are resolved from: results and thresholds as of a day, never a goal. */
export function pacingOfAthlete({ athlete, results }: Basis, asOf: string): Pacing {
  return pacingOf({
    asOf,
    results: results.map(({ localDate, kind, distanceM, timeS }) => ({
      date: localDate,
      kind,
      distanceM,
      timeS,
    })),
    athlete: {
      maxHr: athlete.maxHrBpm,
      restingHr: athlete.restingHrBpm,
      thresholdHr: athlete.thresholdHrBpm,
      thresholdPaceSPerKm: athlete.thresholdPaceSPerKm,
    },
  });
}
