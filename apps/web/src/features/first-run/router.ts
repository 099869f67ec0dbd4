import { newId, withActor } from "@repo/db";
import { createOwner, isSetUp } from "@repo/services/identity";
import { createOrganisation } from "@repo/services/organisation";
import { z } from "zod";
import { publicProcedure, router } from "#trpc/init.ts";

const CreateOwnerInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1, "Say how others should call you.").max(200),
  email: z.string().max(320),
  password: z.string().max(1000),
  organisationName: z.string().trim().min(1, "Give your club or practice a name.").max(120),
  timeZone: z.string().max(64),
});

const ONLY_WITH_TOKEN = "the first account is made by whoever holds the token that the server printed";

export const firstRunRouter = router({
  /** Whether nobody has an account yet. */
  isOpen: publicProcedure("a link that made the owner must say so to whoever opens it again").query(
    async ({ ctx }) => !(await isSetUp({ db: ctx.authDb, now: ctx.now })),
  ),
  /** Makes the owner's account and their organisation. The token works once. */
  createOwner: publicProcedure(ONLY_WITH_TOKEN)
    .input(CreateOwnerInput)
    .mutation(async ({ ctx, input }) => {
      const { organisationName, ...owner } = input;
      const { userId } = await createOwner({ db: ctx.authDb, now: ctx.now }, owner);
      await withActor(ctx.appDb, { userId }, (db) =>
        createOrganisation({ db, actor: { userId }, now: ctx.now }, { id: newId(), name: organisationName }),
      );
      return { userId };
    }),
});
