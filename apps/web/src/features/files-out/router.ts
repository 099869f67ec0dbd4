import { AppError } from "@repo/core/errors";
import { eraseMe, getAccount, getCredential, insertAuditEvent } from "@repo/db/queries";
import { CreateFeedInput, createFeed, listFeeds, revokeFeed } from "@repo/services/calendar-feed";
import { verifyPassword } from "@repo/services/identity";
import { settleOwnerships } from "@repo/services/organisation";
import { z } from "zod";
import { athleteProcedure, router, signedInProcedure } from "#trpc/init.ts";

/** What leaves the house with the athlete: a calendar's address, and everything at once. The archive is /api/export. */
export const filesOutRouter = router({
  listFeeds: athleteProcedure.query(({ ctx }) => listFeeds(ctx)),
  createFeed: athleteProcedure.input(CreateFeedInput).mutation(async ({ ctx, input }) => {
    const { id, token } = await createFeed(ctx, input);
    return { id, url: `${ctx.appUrl}/api/calendar/${token}.ics` };
  }),
  revokeFeed: athleteProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeFeed(ctx, input.id)),

  /** Erases whoever asks, for good. The address is typed again, and the password where there is one. */
  erase: signedInProcedure
    .input(z.strictObject({ email: z.string().max(320), password: z.string().max(1000) }))
    .mutation(async ({ ctx, input }) => {
      const account = await getAccount(ctx.db, ctx.actor.userId);
      if (!account) throw new AppError("NOT_FOUND", "This account does not exist any more.");
      if (input.email.trim().toLowerCase() !== account.email)
        throw new AppError("INVALID", "This is not the address of your account.", { field: "email" });
      const credential = await getCredential(ctx.authDb, account.email);
      if (credential?.passwordHash) {
        const credentials = { db: ctx.authDb, now: ctx.now };
        const said = { email: account.email, password: input.password, ip: ctx.origin.ip };
        const verdict = await verifyPassword(credentials, said);
        if (verdict === "limited")
          throw new AppError("FORBIDDEN", "Too many tries. Wait a few minutes, then try again.");
        if (verdict === "wrong")
          throw new AppError("INVALID", "The password is not right.", { field: "password" });
      }
      await settleOwnerships(ctx);
      if (!(await eraseMe(ctx.db)))
        throw new AppError("FORBIDDEN", "This account operates the server and cannot be erased.");
      await insertAuditEvent(ctx.authDb, { kind: "account-erased" });
      return { erased: true };
    }),
});
