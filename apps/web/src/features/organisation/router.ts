import { AppError } from "@repo/core/errors";
import { getAccount } from "@repo/db/queries";
import {
  CreateOrganisationInput,
  changeRole,
  createOrganisation,
  endMembership,
  getDigest,
  InviteMemberInput,
  inviteMember,
  listInvitations,
  listMembers,
  RenameOrganisationInput,
  renameOrganisation,
  revokeInvitation,
  SetDigestInput,
  setDigest,
} from "@repo/services/organisation";
import { z } from "zod";
import type { OrganisationRole } from "#trpc/authz.ts";
import { orgProcedure, router, signedInProcedure } from "#trpc/init.ts";

const STAFF: readonly OrganisationRole[] = ["owner", "head-coach", "coach", "assistant"];
const INVITERS: readonly OrganisationRole[] = ["owner", "head-coach", "coach"];
const MANAGERS: readonly OrganisationRole[] = ["owner", "head-coach"];

const RoleName = z.enum(["owner", "head-coach", "coach", "assistant", "athlete"]);

export const organisationRouter = router({
  /** Who belongs to it, with role and since when. */
  members: orgProcedure({ roles: STAFF }).query(async ({ ctx, input }) => {
    const members = await listMembers(ctx, input);
    return members.map(({ userId, name, email, role, joinedAt }) => ({
      userId,
      name,
      email,
      role,
      joinedAt,
      isSelf: userId === ctx.actor.userId,
    }));
  }),

  /** Invitations that wait for an answer. */
  invitations: orgProcedure({ roles: INVITERS }).query(async ({ ctx, input }) => {
    const invitations = await listInvitations(ctx, input);
    return invitations.map(({ id, email, role, scopes, createdAt, expiresAt }) => {
      return { id, email, role, scopes, createdAt, expiresAt };
    });
  }),

  /** Mails an invitation. The link is in the mail alone. */
  invite: orgProcedure({ roles: INVITERS })
    .input(InviteMemberInput)
    .mutation(({ ctx, input }) =>
      inviteMember(ctx, input, { urlOf: (token) => `${ctx.appUrl}/invitation/${token}` }),
    ),

  revokeInvitation: orgProcedure({ roles: INVITERS })
    .input(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),

  changeRole: orgProcedure({ roles: MANAGERS })
    .input(z.object({ userId: z.uuid(), role: RoleName }))
    .mutation(({ ctx, input }) => changeRole(ctx, input)),

  /** Somebody's whom one's role manages, or one's own: the service tells which. */
  endMembership: orgProcedure({ roles: STAFF })
    .input(z.object({ userId: z.uuid() }))
    .mutation(({ ctx, input }) => endMembership(ctx, input)),

  rename: orgProcedure({ roles: ["owner"] })
    .input(RenameOrganisationInput)
    .mutation(({ ctx, input }) => renameOrganisation(ctx, input)),

  /** When the morning digest of this organisation comes, by the coach's own clock. */
  digest: orgProcedure({ roles: STAFF }).query(({ ctx, input }) => getDigest(ctx, input)),

  setDigest: orgProcedure({ roles: STAFF })
    .input(SetDigestInput)
    .mutation(({ ctx, input }) => setDigest(ctx, input)),

  /** A first organisation for the server's owner, or one more. */
  create: signedInProcedure.input(CreateOrganisationInput).mutation(async ({ ctx, input }) => {
    const account = await getAccount(ctx.db, ctx.actor.userId);
    if (!account?.isOperator)
      throw new AppError("FORBIDDEN", "Only who runs this server may add an organisation.");
    return await createOrganisation(ctx, input);
  }),
});
