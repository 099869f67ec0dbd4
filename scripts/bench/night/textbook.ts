import { and, eq, gte, sql } from "drizzle-orm";
import { date, doublePrecision, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { addDays } from "../../../packages/core/src/calendar/index.ts";
import { dailyLoads, loadSeries } from "../../../packages/core/src/load/index.ts";
import type { Db } from "../../../packages/db/src/client.ts";
import { activities } from "../../../packages/db/src/schema/activities.ts";
import { athletes } from "../../../packages/db/src/schema/athletes.ts";
import { activityOf } from "../../../packages/services/src/history/athlete-history-of.ts";

/** One row a day, as most applications keep it. */
const daily = pgTable(
  "bench_daily",
  {
    athleteId: uuid("athlete_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    load: doublePrecision("load"),
    fitness: doublePrecision("fitness"),
    fatigue: doublePrecision("fatigue"),
    form: doublePrecision("form"),
    monotony: doublePrecision("monotony"),
    strain: doublePrecision("strain"),
    acwr: doublePrecision("acwr"),
    quality: text("quality"),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day] })],
);
const THROUGH = "2026-11-22";

/** The textbook's night: all activities through the query builder, every day upserted, 500 rows a statement. */
export async function textbookFull(db: Db, count: number): Promise<number> {
  return await overAthletes(db, count, async (athleteId) => {
    const rows = await db.select().from(activities).where(eq(activities.athleteId, athleteId));
    await upsert(db, athleteId, seriesOf(rows));
  });
}

/** A thriftier one: the last 60 days, and the last day upserted. */
export async function textbookRecent(db: Db, count: number): Promise<number> {
  return await overAthletes(db, count, async (athleteId) => {
    const from = addDays(THROUGH, -60);
    const rows = await db
      .select()
      .from(activities)
      .where(and(eq(activities.athleteId, athleteId), gte(activities.localDate, from)));
    await upsert(db, athleteId, seriesOf(rows).slice(-1));
  });
}

async function overAthletes(
  db: Db,
  count: number,
  work: (athleteId: string) => Promise<void>,
): Promise<number> {
  const rows = await db
    .selectDistinct({ id: athletes.athleteId })
    .from(athletes)
    .innerJoin(activities, eq(activities.athleteId, athletes.athleteId))
    .limit(count);
  for (const { id } of rows) await work(id);
  return rows.length;
}

function seriesOf(rows: (typeof activities.$inferSelect)[]) {
  return loadSeries(dailyLoads({ activities: rows.map((row) => activityOf(row, [])) }, { to: THROUGH }));
}

async function upsert(db: Db, athleteId: string, series: ReturnType<typeof seriesOf>): Promise<void> {
  for (let at = 0; at < series.length; at += 500) {
    const values = series
      .slice(at, at + 500)
      .map(({ date: day, load, fitness, fatigue, form, monotony, strain, acwr, quality }) => {
        return { athleteId, day, load, fitness, fatigue, form, monotony, strain, acwr, quality };
      });
    await db
      .insert(daily)
      .values(values)
      .onConflictDoUpdate({
        target: [daily.athleteId, daily.day],
        set: {
          load: sql`excluded.load`,
          fitness: sql`excluded.fitness`,
          fatigue: sql`excluded.fatigue`,
          form: sql`excluded.form`,
          monotony: sql`excluded.monotony`,
          strain: sql`excluded.strain`,
          acwr: sql`excluded.acwr`,
          quality: sql`excluded.quality`,
        },
      });
  }
}
