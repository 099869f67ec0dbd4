import { AppError } from "@repo/core/errors";
import { openContext } from "@repo/db";
import { insertAuditEvent, insertOrganisation, listOrganisations } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

export const CreateOrganisationInput = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1, "Write a name of 1 to 120 characters.").max(120),
});
export type CreateOrganisationInput = z.infer<typeof CreateOrganisationInput>;

/** Makes an organisation with the actor as its owner. Done again with the same id by the same user, it is the same one. */
export async function createOrganisation(
  ctx: ServiceContext,
  input: CreateOrganisationInput,
): Promise<{ orgId: string }> {
  const mine = await listOrganisations(ctx.db, ctx.actor.userId);
  if (mine.some((organisation) => organisation.id === input.id)) return { orgId: input.id };
  const inserted = await insertOrganisation(ctx.db, input);
  if (!inserted) throw new AppError("CONFLICT", "This id is taken. Make a new one and try again.");
  await openContext(ctx.db, ctx.actor);
  await insertAuditEvent(ctx.db, {
    kind: "organisation-created",
    actorId: ctx.actor.userId,
    orgId: input.id,
  });
  return { orgId: input.id };
}
