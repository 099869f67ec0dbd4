import { AppError } from "@repo/core/errors";
import { getAccount } from "@repo/db/queries";
import { router, signedInProcedure } from "#trpc/init.ts";

export const accountRouter = router({
  /** Who is signed in, where they belong and as what. */
  me: signedInProcedure.query(async ({ ctx }) => {
    const account = await getAccount(ctx.db, ctx.actor.userId);
    if (!account) throw new AppError("NOT_FOUND", "This account does not exist any more.");
    return account;
  }),
});
