import { addDays } from "@repo/core/calendar";
import { listDayTotals } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getLoadSeries } from "@repo/services/load";
import { carriedOn } from "./carried-on.ts";
import type { LoadedSeason } from "./load-season.ts";

export type WeekFigures = {
  start: string;
  phase: string;
  targetKm: number | null;
  cutback: boolean;
  /** What was run and loaded up to today; null where nothing was recorded. */
  doneKm: number | null;
  doneLoad: number | null;
  /** Fitness and form on the week's last day: from what was done, and further on if the plan is done. Null: not known. */
  fitness: number | null;
  form: number | null;
  formIsPlanned: boolean;
};

/** Each week's figures beside its plan. */
export async function weekFigures(ctx: ServiceContext, loaded: LoadedSeason): Promise<WeekFigures[]> {
  const { weeks } = loaded.season;
  const [first, last] = [weeks[0]?.start, weeks.at(-1)?.start];
  if (!first || !last) return [];
  const range = { from: first, to: addDays(last, 6) };
  const totals = await listDayTotals(ctx.db, loaded.athleteId, range);
  const levels = await levelsOf(ctx, loaded);
  return weeks.map((week) => {
    const end = addDays(week.start, 6);
    const days = totals.filter(({ date }) => date >= week.start && date <= end);
    return {
      start: week.start,
      phase: week.phase,
      targetKm: week.targetKm,
      cutback: week.cutback,
      doneKm: sumOf(
        days.map(({ runM }) => runM),
        1_000,
      ),
      doneLoad: sumOf(
        days.map(({ loadX10 }) => loadX10),
        10,
      ),
      fitness: tenths(levels.get(end)?.fitness),
      form: tenths(levels.get(end)?.form),
      formIsPlanned: end >= loaded.today,
    };
  });
}

function sumOf(values: readonly (number | null)[], divisor: number): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return Math.round((known.reduce((sum, value) => sum + value, 0) / divisor) * 10) / 10;
}

type Level = { fitness: number | null; form: number | null };

/** Fitness and form day by day: as stored, then carried on with the loads of the plan. */
async function levelsOf(ctx: ServiceContext, { athleteId, season, today }: LoadedSeason) {
  const to = addDays(season.weeks.at(-1)?.start ?? today, 6);
  const from = season.weeks[0]?.start ?? today;
  const stored = await getLoadSeries(ctx.db, athleteId, {
    from: from < today ? from : addDays(today, -1),
    to: today,
  });
  const levels = new Map<string, Level>();
  for (const { date, fitness, form, quality } of stored) {
    levels.set(date, { fitness: quality === "gap" ? null : fitness, form });
  }
  const planned = new Map<string, number>();
  for (const { date, load } of season.weeks.flatMap((week) => week.workouts)) {
    planned.set(date, (planned.get(date) ?? 0) + (load ?? 0));
  }
  for (const [date, level] of carriedOn(stored.at(-1), planned, to)) levels.set(date, level);
  return levels;
}

function tenths(value: number | null | undefined): number | null {
  return value == null ? null : Math.round(value * 10) / 10;
}
