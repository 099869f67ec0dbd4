import { getLatestPlanEdit, type LatestPlanEdit } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

export type LatestEdit = Omit<LatestPlanEdit, "authorId"> & {
  /** Whether the actor made it. */
  isOwn: boolean;
};

/** The latest change of an athlete's plan or its undoing, by whomever; null where nobody changed anything. */
export async function latestEdit(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<LatestEdit | null> {
  const edit = await getLatestPlanEdit(ctx.db, athleteId);
  if (!edit) return null;
  const { authorId, ...told } = edit;
  return { ...told, isOwn: authorId === ctx.actor.userId };
}
