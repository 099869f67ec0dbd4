import { asc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { athleteStates, athletes, athleteWellnessStates, users } from "../schema/index.ts";

export type RosterRow = {
  athleteId: string;
  name: string;
  timeZone: string;
  isDemo: boolean;
  state: typeof athleteStates.$inferSelect | null;
  recovery: typeof athleteWellnessStates.$inferSelect | null;
};

/**
 * All athletes whose training the actor may see, each with its state; recovery where wellness is shared too.
 * Reads one small row per athlete and no history.
 */
export async function listRoster(tx: Tx): Promise<RosterRow[]> {
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
    .leftJoin(athleteWellnessStates, eq(athleteWellnessStates.athleteId, athletes.athleteId))
    .orderBy(asc(users.name), asc(athletes.athleteId));
}
