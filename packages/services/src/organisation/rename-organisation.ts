import { AppError } from "@repo/core/errors";
import { insertAuditEvent, renameOrganisation as renameRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { CreateOrganisationInput } from "./create-organisation.ts";
import { refuse, requireMembership } from "./permissions.ts";

export const RenameOrganisationInput = z.strictObject({
  orgId: z.uuid(),
  name: CreateOrganisationInput.shape.name,
});

/**
 * Gives an organisation another name, from now on: what was mailed keeps the old one.
 * @throws AppError NOT_FOUND, FORBIDDEN to all but its owners
 */
export async function renameOrganisation(
  ctx: ServiceContext,
  { orgId, name }: z.infer<typeof RenameOrganisationInput>,
): Promise<void> {
  const mine = await requireMembership(ctx, orgId);
  if (mine.role !== "owner") refuse("Only an owner gives the organisation another name.");
  if (!(await renameRow(ctx.db, { orgId, name })))
    throw new AppError("NOT_FOUND", "There is no such organisation.");
  await insertAuditEvent(ctx.db, { kind: "organisation-renamed", actorId: ctx.actor.userId, orgId });
}
