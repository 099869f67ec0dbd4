import { AppError } from "@repo/core/errors";
import { closeOrganisation, listSoleOwnerships } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/**
 * Before the actor's account is erased: no organisation may be left without an owner. One that nobody else belongs
 * to is closed.
 *
 * @throws {AppError} CONFLICT where others belong to an organisation that only the actor owns
 */
export async function settleOwnerships(ctx: ServiceContext): Promise<void> {
  const alone = await listSoleOwnerships(ctx.db, ctx.actor.userId);
  const needed = alone.filter(({ others }) => others > 0).map(({ name }) => name);
  if (needed.length > 0) {
    const names = needed.join(", ");
    throw new AppError(
      "CONFLICT",
      `${names} would be left without an owner. Make somebody else owner there, or end the other memberships, then erase the account.`,
    );
  }
  for (const { id } of alone) await closeOrganisation(ctx.db, { orgId: id, at: ctx.now });
}
