import { getAccount } from "@repo/db/queries";
import {
  EndConsentInput,
  endConsent,
  GrantConsentInput,
  grantConsent,
  listConsentHistory,
  listConsents,
  listLooks,
} from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { endMembership, listMembers } from "@repo/services/organisation";
import { z } from "zod";
import { athleteProcedure, router } from "#trpc/init.ts";

export const peopleRouter = router({
  /** Every coach of the athlete's organisations with what they see now, none included. */
  list: athleteProcedure.query(({ ctx }) => listCoaches(ctx)),

  /** Who looked at check-ins and health. */
  looks: athleteProcedure.query(({ ctx }) => listLooks(ctx)),

  /** What was ever given and ended. */
  history: athleteProcedure.query(async ({ ctx }) => {
    const { consents } = await listConsentHistory(ctx);
    return consents.map(({ id, coachId, scope, action, at }) => ({ id, coachId, scope, action, at }));
  }),

  grant: athleteProcedure.input(GrantConsentInput).mutation(({ ctx, input }) => grantConsent(ctx, input)),

  end: athleteProcedure.input(EndConsentInput).mutation(({ ctx, input }) => endConsent(ctx, input)),

  /** Leaves an organisation: everything shared there ends; the training stays the athlete's. */
  leave: athleteProcedure
    .input(z.strictObject({ orgId: z.uuid() }))
    .mutation(({ ctx, input }) => endMembership(ctx, { ...input, userId: ctx.athleteId })),
});

async function listCoaches(ctx: ServiceContext) {
  const account = await getAccount(ctx.db, ctx.actor.userId);
  const given = await listConsents(ctx);
  const organisations = [];
  for (const { orgId, name, role } of account?.organisations ?? []) {
    const members = await listMembers(ctx, { orgId });
    const coaches = members
      .filter((member) => member.role !== "athlete" && member.userId !== ctx.actor.userId)
      .map(({ userId, name: coachName, role: coachRole }) => ({
        coachId: userId,
        name: coachName,
        role: coachRole,
        scopes: given.find((one) => one.orgId === orgId && one.coachId === userId)?.scopes ?? [],
      }));
    organisations.push({ orgId, name, role, coaches });
  }
  return organisations;
}
