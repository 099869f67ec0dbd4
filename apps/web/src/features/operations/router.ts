import { withActor } from "@repo/db";
import type { ServiceContext } from "@repo/services/context";
import { getServer, resend, retry } from "@repo/services/operations";
import { z } from "zod";
import { operatorProcedure, router } from "#trpc/init.ts";

type OperatorContext = Pick<ServiceContext, "actor" | "now"> & { appDb: Parameters<typeof withActor>[0] };

function within<T>(ctx: OperatorContext, work: (ctx: ServiceContext) => Promise<T>): Promise<T> {
  return withActor(ctx.appDb, ctx.actor, (db) => work({ db, actor: ctx.actor, now: ctx.now }));
}

/** How the server works, for whoever runs it. */
export const operationsRouter = router({
  get: operatorProcedure.query(({ ctx }) => within(ctx, getServer)),

  /** Puts one dead mail, or all of them, back in the queue. */
  resend: operatorProcedure
    .input(z.strictObject({ id: z.uuid().nullable() }))
    .mutation(({ ctx, input }) => within(ctx, (own) => resend(own, input))),

  /** Another eight tries for an athlete who was set aside. */
  retry: operatorProcedure
    .input(z.strictObject({ athleteId: z.uuid() }))
    .mutation(({ ctx, input }) => within(ctx, (own) => retry(own, input))),
});
