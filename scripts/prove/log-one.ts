import type { Db } from "../../packages/db/src/client.ts";
import { withActor } from "../../packages/db/src/context.ts";
import { newId } from "../../packages/db/src/new-id.ts";
import { logActivity } from "../../packages/services/src/training/log-activity.ts";
import { ask } from "./proving-ground.ts";

export type ClientAthlete = { userId: string };

/** What all of them are called. */
export const NAME = "Proving Ground";

/** Makes the athletes whose clients will write. */
export async function makeAthletes(ownerUrl: string, count: number): Promise<ClientAthlete[]> {
  const athletes = Array.from({ length: count }, () => ({ userId: newId() }));
  for (const { userId } of athletes) {
    await ask(
      ownerUrl,
      `insert into users (id, email, name) values ('${userId}', '${userId}@prove.example', '${NAME}')`,
    );
    await ask(ownerUrl, `insert into athletes (athlete_id, time_zone) values ('${userId}', 'Europe/Berlin')`);
  }
  return athletes;
}

export type Write = {
  /** Made by the client once, and sent again with every retry. */
  mutationId: string;
  activityId: string;
  sequence: number;
};

/** Logs one activity as its athlete, the way the site does. Resolves once it is acknowledged. */
export async function logOne(db: Db, athlete: ClientAthlete, write: Write): Promise<void> {
  const input = activityOf(write);
  await withActor(db, athlete, (tx) => logActivity({ db: tx, actor: athlete, now: new Date() }, input));
}

function activityOf({ mutationId, activityId, sequence }: Write) {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(sequence / 2))).toISOString().slice(0, 10);
  return {
    mutationId,
    id: activityId,
    localDate: day,
    sport: "run" as const,
    distanceM: 8_000 + sequence,
    durationS: 2_400 + sequence,
    rpe: 4,
    feel: null,
    title: `Proof ${sequence}`,
  };
}
