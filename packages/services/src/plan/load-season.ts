import { WeekdayMinutes } from "@repo/core/athlete";
import { addDays, localDay, maxDate, minDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type Pacing, pacingOf } from "@repo/core/paces";
import type { CheckOptions, OtherPeak, Waiver } from "@repo/core/rules";
import { type NotHonoured, type Season, SeasonRequest } from "@repo/core/season";
import {
  getSeasonOutline,
  listSeasonOutlines,
  listSeasonWorkouts,
  listWorkoutsOfSeasons,
  type PlannedWorkoutRow,
  type SeasonOutline,
  type SeasonPhaseRow,
  type SeasonRow,
  type SeasonWeekRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { seasonOfRows } from "@repo/services/history";
import { otherPeaks } from "./other-peaks.ts";

export type SeasonRef = { athleteId: string; seasonId: string };

/** A stored season as rows and as core's model, with what its targets and verdicts rest on. */
export type LoadedSeason = {
  athleteId: string;
  outline: SeasonOutline;
  rows: PlannedWorkoutRow[];
  season: Season;
  pacing: Pacing;
  waivers: Waiver[];
  /** Limits set for the organisation or the athlete in place of the rules' own. */
  limits: NonNullable<CheckOptions["limits"]>;
  /** Days under a band on which nothing should be planned. */
  blackout: string[];
  /** Minutes that weekdays have, where the athlete's profile says any. */
  minutes: WeekdayMinutes | undefined;
  /** Peaks of the athlete's other seasons. */
  otherPeaks: OtherPeak[];
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
  return loadedOf(ctx, outline, await listSeasonWorkouts(ctx.db, athleteId, seasonId));
}

/** Every assigned season of an organisation or of an athlete that still runs or is to come, in two statements. */
export async function loadRunningSeasons(
  ctx: ServiceContext,
  of: { orgId: string } | { athleteId: string },
): Promise<LoadedSeason[]> {
  const endsFrom = localDay(ctx.now, "UTC");
  const outlines = await listSeasonOutlines(ctx.db, ctx.actor.userId, { ...of, endsFrom });
  if (outlines.length === 0) return [];
  const ids = outlines.map(({ season }) => season.id);
  const bySeason = Map.groupBy(await listWorkoutsOfSeasons(ctx.db, ids), (row) => row.seasonId);
  return outlines.map((outline) => loadedOf(ctx, outline, bySeason.get(outline.season.id) ?? []));
}

function loadedOf(ctx: ServiceContext, outline: SeasonOutline, rows: PlannedWorkoutRow[]): LoadedSeason {
  const today = localDay(ctx.now, outline.athlete.timeZone);
  return {
    athleteId: outline.season.athleteId,
    outline,
    rows,
    today,
    season: modelOf(outline, rows),
    pacing: pacingOfAthlete(outline, today),
    waivers: outline.waivers.map(({ rule, dates, reason }) => ({ rule, reason, date: dates[0] ?? null })),
    limits: limitsOf(outline.limits),
    blackout: daysUnder(outline.bands, { from: outline.season.startsOn, to: outline.season.endsOn }),
    minutes: minutesOf(outline.athlete.weekdayMinutes),
    otherPeaks: otherPeaks(outline.near, {
      from: outline.season.startsOn,
      to: outline.season.endsOn,
      today,
    }),
  };
}

/** What a profile says of the minutes of weekdays; undefined where it says nothing, so that a request may. */
export function minutesOf(kept: unknown): WeekdayMinutes | undefined {
  const minutes = WeekdayMinutes.catch({}).parse(kept);
  return Object.keys(minutes).length > 0 ? minutes : undefined;
}

/** Limits by rule and name; of two for the same the later one counts. */
export function limitsOf(limits: SeasonOutline["limits"]): NonNullable<CheckOptions["limits"]> {
  const byRule: Record<string, Record<string, number>> = {};
  for (const { rule, name, value } of limits) byRule[rule] = { ...byRule[rule], [name]: value };
  return byRule;
}

/** The days of a range that bands lie over. */
export function daysUnder(bands: SeasonOutline["bands"], range: { from: string; to: string }): string[] {
  const days = new Set<string>();
  for (const { from, to } of bands) {
    const last = minDate(to, range.to);
    for (let day = maxDate(from, range.from); day <= last; day = addDays(day, 1)) days.add(day);
  }
  return [...days].sort();
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
