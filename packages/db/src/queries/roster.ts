import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteStates, athletes, athleteWellnessStates, users } from "../schema/index.ts";
import { consentedAthletes } from "./authorization.ts";

export type RosterRow = {
  athleteId: string;
  name: string;
  timeZone: string;
  isDemo: boolean;
  state: typeof athleteStates.$inferSelect | null;
  recovery: typeof athleteWellnessStates.$inferSelect | null;
};

/** The time zones of athletes: which day it is for each of them. */
export async function listTimeZones(tx: Tx, athleteIds: readonly string[]): Promise<Map<string, string>> {
  if (athleteIds.length === 0) return new Map();
  const rows = await tx
    .select({ athleteId: athletes.athleteId, timeZone: athletes.timeZone })
    .from(athletes)
    .where(inArray(athletes.athleteId, [...athleteIds]));
  return new Map(rows.map(({ athleteId, timeZone }) => [athleteId, timeZone]));
}

/**
 * All athletes who share their training with a coach, each with its state; recovery where wellness is shared too.
 * Reads one small row per athlete and no history.
 */
export async function listRoster(tx: Tx, coachId: string): Promise<RosterRow[]> {
  const sharing = (scope: "training" | "wellness") => consentedAthletes(tx, { coachId, scope });
  return await tx
    .select({
      athleteId: athletes.athleteId,
      name: users.name,
      timeZone: athletes.timeZone,
      isDemo: athletes.isDemo,
      state: athleteStates,
      recovery: athleteWellnessStates,
    })
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.athleteId))
    .leftJoin(athleteStates, eq(athleteStates.athleteId, athletes.athleteId))
    .leftJoin(
      athleteWellnessStates,
      and(
        eq(athleteWellnessStates.athleteId, athletes.athleteId),
        inArray(athleteWellnessStates.athleteId, sharing("wellness")),
      ),
    )
    .where(inArray(athletes.athleteId, sharing("training")))
    .orderBy(asc(users.name), asc(athletes.athleteId));
}

/** The figures that a table of a coach's athletes shows, one row each and nothing besides. */
export function listRosterFigures(tx: Tx, coachId: string) {
  const state = athleteStates;
  return tx
    .select({
      athleteId: athletes.athleteId,
      name: users.name,
      timeZone: athletes.timeZone,
      form: state.form,
      fitness: state.fitness,
      fatigue: state.fatigue,
      loadQuality: state.loadQuality,
      weekKm: state.weekKm,
      lastOn: state.lastActivityOn,
      raceOn: state.nextRaceOn,
      raceName: state.nextRaceName,
    })
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.athleteId))
    .leftJoin(state, eq(state.athleteId, athletes.athleteId))
    .where(inArray(athletes.athleteId, consentedAthletes(tx, { coachId, scope: "training" })))
    .orderBy(asc(users.name), asc(athletes.athleteId));
}
