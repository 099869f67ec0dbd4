import { AppError } from "@repo/core/errors";
import { updateUser } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { personName } from "./person-name.ts";
import { TimeZone } from "./time-zone.ts";

export const UpdateAccountInput = z.strictObject({
  name: z.string().max(500).optional(),
  timeZone: TimeZone.optional(),
  language: z.string().max(35).optional(),
  units: z.enum(["metric", "imperial"]).optional(),
  theme: z.enum(["system", "light", "dark"]).optional(),
});
export type UpdateAccountInput = z.infer<typeof UpdateAccountInput>;

/** Changes the actor's own account. */
export async function updateAccount(ctx: ServiceContext, input: UpdateAccountInput): Promise<void> {
  const changes = input.name === undefined ? input : { ...input, name: personName(input.name) };
  if (!(await updateUser(ctx.db, ctx.actor.userId, changes))) {
    throw new AppError("NOT_FOUND", "This account is no longer there.");
  }
}
