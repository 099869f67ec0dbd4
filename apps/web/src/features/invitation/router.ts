import { signUpByInvitation } from "@repo/services/identity";
import { AcceptInvitationInput, acceptInvitation, getInvitation } from "@repo/services/organisation";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "#trpc/init.ts";

const HOLDER = "whoever holds the mailed link may read what it offers and make the account it was sent to";

const Token = z.string().min(1).max(200);
const SignUpInput = z.strictObject({
  token: Token,
  name: z.string().trim().min(1, "Say how your coach should call you.").max(200),
  password: z.string().max(1000),
  timeZone: z.string().max(64),
});

export const invitationRouter = router({
  /** Who invites, into what, and who would see what. */
  show: publicProcedure(HOLDER)
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }) => getInvitation({ db: ctx.authDb, now: ctx.now }, input)),

  /** Makes the account for the invited address; an existing account is never touched. */
  signUp: publicProcedure(HOLDER)
    .input(SignUpInput)
    .mutation(({ ctx, input }) => signUpByInvitation({ db: ctx.authDb, now: ctx.now }, input)),

  /** Joins, and shows the inviter what the athlete agrees to. */
  accept: signedInProcedure
    .input(AcceptInvitationInput)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
});
