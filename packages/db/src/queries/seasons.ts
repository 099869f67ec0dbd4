import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { seasonPhases, seasons, seasonWeeks } from "../schema/index.ts";

export type SeasonRow = typeof seasons.$inferSelect;
export type NewSeason = Omit<typeof seasons.$inferInsert, "athleteId">;
export type SeasonPhaseRow = typeof seasonPhases.$inferSelect;
export type NewSeasonPhase = Omit<typeof seasonPhases.$inferInsert, "athleteId" | "seasonId" | "position">;
export type SeasonWeekRow = typeof seasonWeeks.$inferSelect;
export type NewSeasonWeek = Omit<typeof seasonWeeks.$inferInsert, "athleteId" | "seasonId">;

/** The athlete's seasons, latest start first. */
export function listSeasons(tx: Tx, athleteId: string): Promise<SeasonRow[]> {
  return tx
    .select()
    .from(seasons)
    .where(eq(seasons.athleteId, athleteId))
    .orderBy(desc(seasons.startsOn), desc(seasons.id));
}

export async function getSeason(tx: Tx, athleteId: string, id: string): Promise<SeasonRow | null> {
  const [row] = await tx
    .select()
    .from(seasons)
    .where(and(eq(seasons.id, id), eq(seasons.athleteId, athleteId)));
  return row ?? null;
}

export async function insertSeason(tx: Tx, athleteId: string, season: NewSeason): Promise<SeasonRow> {
  const [row] = await tx
    .insert(seasons)
    .values({ ...season, athleteId })
    .returning();
  if (!row) throw new Error("a season was not inserted");
  return row;
}

/** Null when the row is not there, or no longer at this version: somebody changed it in between. */
export async function updateSeason(
  tx: Tx,
  athleteId: string,
  at: { id: string; version: number },
  changes: Partial<Omit<NewSeason, "id" | "version">>,
): Promise<SeasonRow | null> {
  const [row] = await tx
    .update(seasons)
    .set({ ...changes, version: sql`${seasons.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(seasons.id, at.id), eq(seasons.athleteId, athleteId), eq(seasons.version, at.version)))
    .returning();
  return row ?? null;
}

/** The season with its phases, weeks and workouts. */
export async function deleteSeason(tx: Tx, athleteId: string, id: string): Promise<void> {
  await tx.delete(seasons).where(and(eq(seasons.id, id), eq(seasons.athleteId, athleteId)));
}

export function listSeasonPhases(tx: Tx, athleteId: string, seasonId: string): Promise<SeasonPhaseRow[]> {
  return tx
    .select()
    .from(seasonPhases)
    .where(and(eq(seasonPhases.seasonId, seasonId), eq(seasonPhases.athleteId, athleteId)))
    .orderBy(asc(seasonPhases.position));
}

export function listSeasonWeeks(tx: Tx, athleteId: string, seasonId: string): Promise<SeasonWeekRow[]> {
  return tx
    .select()
    .from(seasonWeeks)
    .where(and(eq(seasonWeeks.seasonId, seasonId), eq(seasonWeeks.athleteId, athleteId)))
    .orderBy(asc(seasonWeeks.startsOn));
}

/** Phases and weeks of a season, in place of those it had. */
export async function replaceSeasonOutline(
  tx: Tx,
  season: { athleteId: string; id: string },
  outline: { phases: readonly NewSeasonPhase[]; weeks: readonly NewSeasonWeek[] },
): Promise<void> {
  const key = { athleteId: season.athleteId, seasonId: season.id };
  const phases = tx.$with("phases").as(
    tx
      .delete(seasonPhases)
      .where(and(eq(seasonPhases.seasonId, season.id), eq(seasonPhases.athleteId, season.athleteId)))
      .returning({ position: seasonPhases.position }),
  );
  await tx
    .with(phases)
    .delete(seasonWeeks)
    .where(and(eq(seasonWeeks.seasonId, season.id), eq(seasonWeeks.athleteId, season.athleteId)));
  if (outline.phases.length > 0) {
    await tx
      .insert(seasonPhases)
      .values(outline.phases.map((phase, position) => ({ ...phase, ...key, position })));
  }
  if (outline.weeks.length > 0) {
    await tx.insert(seasonWeeks).values(outline.weeks.map((week) => ({ ...week, ...key })));
  }
}
