import { AppError } from "@repo/core/errors";
import { getAccount, getAthlete, getCredential } from "@repo/db/queries";
import { updateProfile } from "@repo/services/athlete";
import {
  listSessions,
  requestNewEmail,
  requestPasswordLink,
  resetPassword,
  revokeSession,
  setPassword,
  signOutEverywhere,
  takeNewEmail,
  UpdateAccountInput,
  updateAccount,
} from "@repo/services/identity";
import { z } from "zod";
import { publicProcedure, router, signedInProcedure } from "#trpc/init.ts";

const SetPasswordInput = z.strictObject({
  current: z.string().max(1000).nullable(),
  next: z.string().max(1000),
});

/** Sign-ins and passwords live behind a role of their own: these procedures use its connection. */
function credentials(ctx: { authDb: Parameters<typeof listSessions>[0]["db"]; now: Date }) {
  return { db: ctx.authDb, now: ctx.now };
}

export const accountRouter = router({
  /** Who is signed in, where they belong and as what. */
  me: signedInProcedure.query(async ({ ctx }) => {
    const account = await getAccount(ctx.db, ctx.actor.userId);
    if (!account) throw new AppError("NOT_FOUND", "This account does not exist any more.");
    return account;
  }),

  /** Changes the account; an athlete's days and paces follow. */
  update: signedInProcedure.input(UpdateAccountInput).mutation(async ({ ctx, input }) => {
    const before = await getAccount(ctx.db, ctx.actor.userId);
    await updateAccount(ctx, input);
    // What was left as it stood here changes nothing there: a coach may have set the athlete's clock meanwhile.
    const timeZone = input.timeZone === before?.timeZone ? undefined : input.timeZone;
    const units = input.units === before?.units ? undefined : input.units;
    const athlete = await getAthlete(ctx.db, ctx.actor.userId);
    if (!athlete || athlete.deletedAt || !(timeZone || units)) return;
    const { athleteId, version } = athlete;
    await updateProfile(ctx, { athleteId, version, changes: { timeZone, units } });
  }),

  /** How the account can be signed in to. */
  signInMethods: signedInProcedure.query(async ({ ctx }) => {
    const account = await getAccount(ctx.db, ctx.actor.userId);
    const credential = account ? await getCredential(ctx.authDb, account.email) : null;
    return { hasPassword: Boolean(credential?.passwordHash) };
  }),

  /** Where the account is signed in, last used first. */
  listSessions: signedInProcedure.query(async ({ ctx }) => {
    const { userId, sessionId } = ctx.actor;
    const sessions = await listSessions(credentials(ctx), { userId });
    return sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }));
  }),

  revokeSession: signedInProcedure
    .input(z.strictObject({ sessionId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeSession(credentials(ctx), { userId: ctx.actor.userId, ...input })),

  signOutEverywhere: signedInProcedure.mutation(async ({ ctx }) => {
    return { ended: await signOutEverywhere(credentials(ctx), { userId: ctx.actor.userId }) };
  }),

  /** Mails a link for a new password. The answer does not tell whether there is such an account. */
  requestPasswordLink: publicProcedure("whoever forgot a password cannot sign in")
    .input(z.strictObject({ email: z.string().max(320) }))
    .mutation(async ({ ctx, input }) => {
      const urlOf = (token: string) => `${ctx.appUrl}/sign-in/new-password?token=${token}`;
      const { ip } = ctx.origin;
      await requestPasswordLink({ db: ctx.authDb, now: ctx.now }, { ...input, ip, urlOf });
    }),

  /** Sets a new password by the mailed link; every sign-in of the account ends. */
  resetPassword: publicProcedure("the mailed token says whose password it is")
    .input(z.strictObject({ token: z.string().min(1).max(200), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      await resetPassword({ db: ctx.authDb, now: ctx.now }, input);
    }),

  /** Mails a link to the address that the account is to have. */
  requestNewEmail: signedInProcedure
    .input(z.strictObject({ email: z.string().max(320), current: z.string().max(1000).nullable() }))
    .mutation(async ({ ctx, input }) => {
      const urlOf = (token: string) => `${ctx.appUrl}/sign-in/new-email?token=${token}`;
      const { email, current: currentPassword } = input;
      const wish = { userId: ctx.actor.userId, email, currentPassword, ip: ctx.origin.ip, urlOf };
      await requestNewEmail(credentials(ctx), wish);
    }),

  /** Gives the account the address to which the link was mailed. */
  takeNewEmail: publicProcedure("the mailed token says whose address it becomes")
    .input(z.strictObject({ token: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => takeNewEmail({ db: ctx.authDb, now: ctx.now }, input)),

  setPassword: signedInProcedure.input(SetPasswordInput).mutation(async ({ ctx, input }) => {
    const { userId, sessionId } = ctx.actor;
    const change = { userId, sessionId, currentPassword: input.current, password: input.next };
    await setPassword(credentials(ctx), change);
  }),
});
