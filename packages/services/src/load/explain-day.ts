import { addDays, type IsoDate } from "@repo/core/calendar";
import { type ActivityLoad, DEFAULT_LOAD_SETTINGS } from "@repo/core/load";
import { ewmaWeight } from "@repo/core/stats";
import type { Tx } from "@repo/db";
import { listActivities } from "@repo/db/queries";
import { getLoadSeries } from "./get-load-series.ts";
import type { StoredDay } from "./pack-years.ts";

export type ExplainedActivity = {
  id: string;
  title: string | null;
  sport: string;
  durationS: number;
  distanceM: number | null;
  load: number | null;
  method: string | null;
  /** Formula, inputs and what was left out and why, as codes with numbers; null while not computed. */
  detail: Pick<ActivityLoad, "parts" | "quality" | "intensity"> | null;
};

export type ExplainedDay = {
  date: IsoDate;
  day: StoredDay | null;
  before: StoredDay | null;
  /** Share of a day's load that enters each mean: new = old + share × (load − old). */
  shares: { fitness: number; fatigue: number };
  tauDays: { fitness: number; fatigue: number };
  activities: ExplainedActivity[];
};

/** How a day's load, fitness, fatigue and form were made: every number that went in, and what was left out. */
export async function explainDay(db: Tx, athleteId: string, date: IsoDate): Promise<ExplainedDay> {
  const series = await getLoadSeries(db, athleteId, { from: addDays(date, -1), to: date });
  const activities = await listActivities(db, athleteId, { from: date, to: date });
  const { convention, fitnessTauDays, fatigueTauDays } = DEFAULT_LOAD_SETTINGS;
  return {
    date,
    day: series.find((day) => day.date === date) ?? null,
    before: series.find((day) => day.date < date) ?? null,
    shares: {
      fitness: ewmaWeight(convention, fitnessTauDays),
      fatigue: ewmaWeight(convention, fatigueTauDays),
    },
    tauDays: { fitness: fitnessTauDays, fatigue: fatigueTauDays },
    activities: activities.map((row) => ({
      id: row.id,
      title: row.title,
      sport: row.sport,
      durationS: row.durationS,
      distanceM: row.distanceM,
      load: row.loadX10 === null ? null : row.loadX10 / 10,
      method: row.loadMethod,
      detail: row.loadDetail as ExplainedActivity["detail"],
    })),
  };
}
