import { getDigestSetting, upsertDigestSetting } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { requireMembership } from "./permissions.ts";

const DEFAULT = { isOn: true, hour: 6 };

export const SetDigestInput = z.strictObject({
  orgId: z.uuid(),
  isOn: z.boolean(),
  /** Of the coach's own clock. */
  hour: z.number().int().min(0).max(23),
});
export type SetDigestInput = z.infer<typeof SetDigestInput>;

/** When the actor gets the morning digest of an organisation. */
export async function getDigest(
  ctx: ServiceContext,
  input: { orgId: string },
): Promise<{ isOn: boolean; hour: number }> {
  await requireMembership(ctx, input.orgId);
  return (await getDigestSetting(ctx.db, { orgId: input.orgId, userId: ctx.actor.userId })) ?? DEFAULT;
}

export async function setDigest(ctx: ServiceContext, input: SetDigestInput): Promise<void> {
  const { orgId, isOn, hour } = input;
  await requireMembership(ctx, orgId);
  await upsertDigestSetting(ctx.db, { orgId, userId: ctx.actor.userId }, { isOn, hour });
}
