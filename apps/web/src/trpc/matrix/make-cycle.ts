import { newId, type Tx } from "@repo/db";
import * as schema from "@repo/db/schema";

/** A cycle belongs to an organisation: it tells of no athlete. */
export async function makeCycle(
  owner: Tx,
  { orgId, coachId }: { orgId: string; coachId: string },
): Promise<string> {
  const cycleId = newId();
  const week = { phase: "base", targetKm: null, cutback: false, workouts: [] };
  const content = { format: "mesocycle/cycle", version: 1, level: null, weeks: [week], races: [] };
  await owner.insert(schema.cycles).values({ id: cycleId, orgId, authorId: coachId, name: "Block" });
  await owner.insert(schema.cycleVersions).values({ cycleId, orgId, version: 1, content, authorId: coachId });
  return cycleId;
}
