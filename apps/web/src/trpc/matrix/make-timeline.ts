import { newId, type Tx } from "@repo/db";
import * as schema from "@repo/db/schema";

type Of = { athleteId: string; coachId: string; day: string };

/** What an athlete's timeline is made of besides words: a change of the profile, and days that bands lie over. */
export async function makeTimeline(
  owner: Tx,
  { athleteId, coachId, day }: Of,
  { training, medical }: { training: string; medical: string },
): Promise<void> {
  const event = { id: newId(), athleteId, actorId: coachId, kind: "profile-changed" as const };
  await owner.insert(schema.profileEvents).values({ ...event, after: { injurySites: [training] } });
  const band = { athleteId, authorId: athleteId, startsOn: day, endsOn: day };
  await owner.insert(schema.dayBands).values([
    { ...band, id: newId(), kind: "travel", note: training },
    { ...band, id: newId(), kind: "illness", note: medical },
  ]);
}
