import { planningOf } from "#features/shell/hats.ts";
import type { getCaller } from "#trpc/server.tsx";

/** Whether the reader is an athlete of their own: a coach who runs may have another coach for that, or none. */
export async function coachesOneself(caller: Awaited<ReturnType<typeof getCaller>>): Promise<boolean> {
  const account = await caller.account.me();
  if (!account.isAthlete || planningOf(account).length === 0) return false;
  return (await caller.season.list()).some(({ athleteId }) => athleteId === account.userId);
}
