import { addDays, type IsoDate, minDate, weekStartOf } from "@repo/core/calendar";
import type { Race } from "@repo/core/season";
import type { Tx } from "@repo/db";
import {
  type ActivityRow,
  getLastActivityDay,
  listActivities,
  listPlannedWorkouts,
  listSeasons,
  listSeasonWeeks,
  type PlannedWorkoutRow,
  type SeasonRow,
  updateAthleteState,
} from "@repo/db/queries";
import { getLoadSeries } from "./get-load-series.ts";

export const SPARK_DAYS = 84;
export const SQUARE_DAYS = 14;
const WEEK_DAYS = 7;
/** Weeks of the ribbon where no season says which. */
const RIBBON_WEEKS_BACK = 20;
const OFF_FEET: ReadonlySet<string> = new Set([
  "strength",
  "plyometrics",
  "drills",
  "mobility",
  "cross",
  "rest",
]);

/**
 * Rewrites what a roster row shows of an athlete: twelve weeks of fitness, the last fourteen days, the season
 * ribbon, the week, the next race. To be called whenever activities, plan or load changed.
 */
export async function refreshSummary(db: Tx, athleteId: string, today: IsoDate): Promise<void> {
  const season = currentSeason(await listSeasons(db, athleteId), today);
  const ribbonFrom = weekStartOf(season?.startsOn ?? addDays(today, -7 * RIBBON_WEEKS_BACK));
  const ribbonTo = season?.endsOn ?? addDays(weekStartOf(today), 6);
  const from = minDate(addDays(today, -SPARK_DAYS), ribbonFrom);
  const activities = await listActivities(db, athleteId, { from, to: today });
  const planned = await listPlannedWorkouts(db, athleteId, { from, to: ribbonTo });
  const sparkFrom = addDays(today, 1 - SPARK_DAYS);
  const series = await getLoadSeries(db, athleteId, { from: sparkFrom, to: today });
  const byDate = new Map(series.map((day) => [day.date, day]));
  const weekRunM = Array.from({ length: WEEK_DAYS }, (_, index) =>
    runMetres(activities.filter((row) => row.localDate === addDays(today, index + 1 - WEEK_DAYS))),
  );
  await updateAthleteState(db, athleteId, {
    spark: Array.from({ length: SPARK_DAYS }, (_, index) =>
      round(byDate.get(addDays(sparkFrom, index))?.fitness),
    ),
    sparkFrom,
    squares: Array.from({ length: SQUARE_DAYS }, (_, index) => {
      const date = addDays(today, index + 1 - SQUARE_DAYS);
      const done = activities.some((row) => row.localDate === date);
      return squareOf(date, { planned: planned.filter((row) => row.localDate === date), done, today });
    }),
    weekRunM,
    weekKm: weekKmOf(weekRunM),
    // Somebody who comes back after a year has logged something, if not lately.
    lastActivityOn: activities.at(-1)?.localDate ?? (await getLastActivityDay(db, athleteId, today)),
    ...nextRaceOf(season, today),
    ...(await ribbonOf(db, { athleteId, season, from: ribbonFrom, to: ribbonTo, activities, planned })),
  });
}

/** The assigned season that holds today, else the next one, else the last. */
function currentSeason(seasons: readonly SeasonRow[], today: IsoDate): SeasonRow | null {
  const assigned = seasons.filter((season) => season.status === "assigned");
  const running = assigned.filter((season) => season.startsOn <= today && season.endsOn >= today);
  const coming = assigned.filter((season) => season.startsOn > today);
  const byStart = (a: SeasonRow, b: SeasonRow) => a.startsOn.localeCompare(b.startsOn);
  return running.sort(byStart).at(-1) ?? coming.sort(byStart)[0] ?? assigned.sort(byStart).at(-1) ?? null;
}

function nextRaceOf(season: SeasonRow | null, today: IsoDate) {
  const races = ((season?.request as { races?: Race[] } | undefined)?.races ?? [])
    .filter((race) => race.date >= today)
    .sort((a, b) => a.date.localeCompare(b.date));
  const [next] = races;
  return {
    nextRaceOn: next?.date ?? null,
    nextRaceName: next ? (next.name ?? null) : null,
    nextRacePriority: next?.priority ?? null,
  };
}

type Ribbon = {
  athleteId: string;
  season: SeasonRow | null;
  from: IsoDate;
  to: IsoDate;
  activities: readonly ActivityRow[];
  planned: readonly PlannedWorkoutRow[];
};

async function ribbonOf(db: Tx, ribbon: Ribbon) {
  const weeks = ribbon.season ? await listSeasonWeeks(db, ribbon.athleteId, ribbon.season.id) : [];
  const phases = new Map(weeks.map((week) => [week.startsOn, week.phase]));
  const starts: IsoDate[] = [];
  for (let start = ribbon.from; start <= ribbon.to; start = addDays(start, 7)) starts.push(start);
  const inWeek = (start: IsoDate) => (row: { localDate: IsoDate }) =>
    row.localDate >= start && row.localDate <= addDays(start, 6);
  return {
    ribbonFrom: ribbon.from,
    ribbonPhases: starts.map((start) => phases.get(start) ?? null),
    ribbonPlannedKm: starts.map((start) => plannedKmOf(ribbon.planned.filter(inWeek(start)))),
    ribbonDoneKm: starts.map((start) => kmOf(ribbon.activities.filter(inWeek(start)))),
  };
}

/** Kilometres run; null when nothing with a distance was recorded. */
export function kmOf(rows: readonly ActivityRow[]): number | null {
  const metres = runMetres(rows);
  return metres === null ? null : round(metres / 1_000);
}

/** Whole metres, so that a sum is the same in whatever order the days are added. */
function runMetres(rows: readonly ActivityRow[]): number | null {
  const runs = rows.filter((row) => row.sport === "run" && row.distanceM !== null);
  return runs.length === 0 ? null : runs.reduce((sum, row) => sum + Math.round(row.distanceM ?? 0), 0);
}

/** Kilometres of the days that recorded any; null when none did. */
export function weekKmOf(weekRunM: readonly (number | null)[]): number | null {
  const known = weekRunM.filter((metres) => metres !== null);
  return known.length === 0 ? null : round(known.reduce((sum, metres) => sum + metres, 0) / 1_000);
}

function plannedKmOf(rows: readonly PlannedWorkoutRow[]): number | null {
  const runs = rows.filter((row) => !OFF_FEET.has(row.kind) && row.distanceM !== null);
  return runs.length === 0 ? null : round(runs.reduce((sum, row) => sum + (row.distanceM ?? 0), 0) / 1_000);
}

type PlannedSquare = Pick<PlannedWorkoutRow, "kind" | "status" | "grade">;

/** The worst that happened to what was planned for a day; what was done without a plan; rest. */
export function squareOf(
  date: IsoDate,
  of: { planned: readonly PlannedSquare[]; done: boolean; today: IsoDate },
): string {
  const planned = of.planned.filter((row) => row.kind !== "rest");
  if (planned.length === 0) return of.done ? "unplanned" : "rest";
  const statuses = new Set(planned.map((row) => row.status));
  if (statuses.has("missed")) return "missed";
  if (statuses.has("excused")) return "excused";
  if (statuses.has("changed")) return "adapted";
  const grades = new Set(planned.map((row) => (row.grade as { grade?: string } | null)?.grade ?? null));
  if (grades.has("far-off")) return "far-off";
  if (grades.has("short") || grades.has("long")) return "off";
  if (!statuses.has("planned")) return "done";
  return statuses.has("done") || date >= of.today ? "planned" : "missed";
}

function round(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10) / 10;
}
