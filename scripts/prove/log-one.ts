import { createHash } from "node:crypto";
import type { Db } from "../../packages/db/src/client.ts";
import { withActor } from "../../packages/db/src/context.ts";
import { newId } from "../../packages/db/src/new-id.ts";
import { insertActivities } from "../../packages/db/src/queries/activities.ts";
import {
  getMutation,
  insertMutation,
  updateMutationResponse,
} from "../../packages/db/src/queries/mutations.ts";
import { ask } from "./proving-ground.ts";

export type ClientAthlete = { userId: string };

/** Makes the athletes whose clients will write. */
export async function makeAthletes(ownerUrl: string, count: number): Promise<ClientAthlete[]> {
  const athletes = Array.from({ length: count }, () => ({ userId: newId() }));
  for (const { userId } of athletes) {
    await ask(
      ownerUrl,
      `insert into users (id, email, name) values ('${userId}', '${userId}@prove.example', 'Proof')`,
    );
    await ask(ownerUrl, `insert into athletes (athlete_id, time_zone) values ('${userId}', 'Europe/Berlin')`);
  }
  return athletes;
}

/** Logs one activity as its athlete. Resolves once it is acknowledged. */
export async function logOne(
  db: Db,
  athlete: ClientAthlete,
  write: { mutationId: string; sequence: number },
): Promise<void> {
  const input = activityOf(write.sequence);
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  await withActor(db, athlete, async (tx) => {
    const key = { id: write.mutationId, actorId: athlete.userId, requestHash };
    if (!(await insertMutation(tx, athlete.userId, key))) {
      const earlier = await getMutation(tx, athlete.userId, write.mutationId);
      if (earlier?.requestHash !== requestHash)
        throw new RangeError("the same id was used for something else");
      return;
    }
    const id = newId();
    await insertActivities(tx, athlete.userId, [{ ...input, id }]);
    await updateMutationResponse(tx, athlete.userId, write.mutationId, { id });
  });
}

function activityOf(sequence: number) {
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(sequence / 2))).toISOString().slice(0, 10);
  return {
    localDate: day,
    sport: "run" as const,
    source: "manual" as const,
    distanceM: 8_000 + sequence,
    durationS: 2_400 + sequence,
    rpe: 4,
    title: `Proof ${sequence}`,
  };
}
