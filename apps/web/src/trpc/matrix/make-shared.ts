import { newId, type Tx } from "@repo/db";
import * as schema from "@repo/db/schema";

type Of = { orgId: string; coachId: string; athleteId: string };

/** What the coaches of an organisation share: a cycle and a workout, which tell of no athlete, and a squad with one. */
export async function makeShared(owner: Tx, { orgId, coachId, athleteId }: Of) {
  const [cycleId, squadId, libraryWorkoutId] = [newId(), newId(), newId()];
  const week = { phase: "base", targetKm: null, cutback: false, workouts: [] };
  const content = { format: "mesocycle/cycle", version: 1, level: null, weeks: [week], races: [] };
  await owner.insert(schema.cycles).values({ id: cycleId, orgId, authorId: coachId, name: "Block" });
  await owner.insert(schema.cycleVersions).values({ cycleId, orgId, version: 1, content, authorId: coachId });
  await owner.insert(schema.squads).values({ id: squadId, orgId, name: squadId });
  await owner.insert(schema.squadMembers).values({ squadId, orgId, athleteId });
  const workout = {
    title: "Hills",
    kind: "hills",
    hard: true,
    text: "8 x 60s hard, 90s jog",
    authorId: coachId,
  };
  await owner
    .insert(schema.libraryWorkouts)
    .values({ ...workout, id: libraryWorkoutId, orgId, isShared: true });
  await owner
    .insert(schema.libraryWorkoutVersions)
    .values({ ...workout, workoutId: libraryWorkoutId, orgId, version: 1 });
  return { cycleId, squadId, libraryWorkoutId };
}
