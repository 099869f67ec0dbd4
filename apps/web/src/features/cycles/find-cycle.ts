import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getQueryClient, trpc } from "#trpc/server.tsx";
import { refOf } from "./cycle-data.ts";

/** The first of some organisations that has a cycle, with the cycle fetched; a classic plan is everybody's. */
export async function findCycle<Organisation extends { orgId: string }>(
  organisations: readonly Organisation[],
  cycleRef: string,
): Promise<Organisation | null> {
  for (const organisation of organisations) {
    const { orgId } = organisation;
    const found = await getQueryClient()
      .fetchQuery(trpc.cycles.get.queryOptions({ orgId, cycle: refOf(cycleRef) }))
      .catch(nullIfNotFound);
    if (found) return organisation;
  }
  return null;
}
