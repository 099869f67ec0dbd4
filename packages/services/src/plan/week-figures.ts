import { addDays } from "@repo/core/calendar";
import { DEFAULT_LOAD_SETTINGS } from "@repo/core/load";
import { ewmaStep, ewmaWeight } from "@repo/core/stats";
import { listDayTotals } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getLoadSeries } from "@repo/services/load";
import type { LoadedSeason } from "./load-season.ts";

export type WeekFigures = {
  start: string;
  phase: string;
  targetKm: number | null;
  cutback: boolean;
  /** What was run and loaded up to today; null where nothing was recorded. */
  doneKm: number | null;
  doneLoad: number | null;
  /** Form on the week's last day: from what was done, and further on if the plan is done. Null: not known. */
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
  const forms = await formsOf(ctx, loaded);
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
      form: forms.get(end) ?? null,
      formIsPlanned: end >= loaded.today,
    };
  });
}

function sumOf(values: readonly (number | null)[], divisor: number): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return Math.round((known.reduce((sum, value) => sum + value, 0) / divisor) * 10) / 10;
}

/** Form day by day: as stored, then carried on with the loads of the plan. */
async function formsOf(ctx: ServiceContext, { athleteId, season, today }: LoadedSeason) {
  const to = addDays(season.weeks.at(-1)?.start ?? today, 6);
  const from = season.weeks[0]?.start ?? today;
  const stored = await getLoadSeries(ctx.db, athleteId, {
    from: from < today ? from : addDays(today, -1),
    to: today,
  });
  const forms = new Map<string, number>();
  for (const day of stored) if (day.form !== null) forms.set(day.date, Math.round(day.form * 10) / 10);
  const now = stored.at(-1);
  if (now?.fitness == null || now.fatigue == null) return forms;
  const planned = new Map<string, number>();
  for (const { date, load } of season.weeks.flatMap((week) => week.workouts)) {
    planned.set(date, (planned.get(date) ?? 0) + (load ?? 0));
  }
  const { convention, fitnessTauDays, fatigueTauDays } = DEFAULT_LOAD_SETTINGS;
  const [slow, fast] = [ewmaWeight(convention, fitnessTauDays), ewmaWeight(convention, fatigueTauDays)];
  let { fitness, fatigue } = now as { fitness: number; fatigue: number };
  for (let date = addDays(now.date, 1); date <= to; date = addDays(date, 1)) {
    forms.set(date, Math.round((fitness - fatigue) * 10) / 10);
    fitness = ewmaStep(fitness, planned.get(date) ?? 0, slow);
    fatigue = ewmaStep(fatigue, planned.get(date) ?? 0, fast);
  }
  return forms;
}
