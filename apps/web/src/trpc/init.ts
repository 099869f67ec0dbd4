import { AppError } from "@repo/core/errors";
import { type Tx, withActor } from "@repo/db";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { log } from "#log.ts";
import { assertStorable } from "./assert-storable.ts";
import { authorize } from "./authorize.ts";
import type { Authz, OrganisationRole, Scope } from "./authz.ts";
import type { Context } from "./context.ts";
import { toTrpcError, wireWords } from "./error-map.ts";
import { inputFaults, issueWords } from "./issue-words.ts";
import { toPlain } from "./plain.ts";

type Meta = { authz?: Authz };

// An input that does not fit is told in our own sentences; where a schema brings its own, that one stands.
z.config({ customError: issueWords });

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error }) {
      const input = error.cause instanceof z.ZodError ? inputFaults(error.cause) : null;
      const details = error.cause instanceof AppError ? error.cause.details : null;
      const { code, httpStatus } = shape.data;
      return {
        ...shape,
        message: input?.message ?? wireWords(error) ?? shape.message,
        data: { code, httpStatus, faults: input?.faults ?? null, details },
      };
    },
  });

export const createCallerFactory = t.createCallerFactory;

/** Runs before the input is read as what it should be. */
const storable = t.middleware(async ({ getRawInput, next }) => {
  assertStorable(await getRawInput());
  return next();
});

const answered = t.procedure
  .use(async ({ ctx, next, path, meta }) => {
    if (!meta?.authz) throw new Error(`${path} does not declare who may call it`);
    const result = await next();
    if (result.ok) return { ...result, data: toPlain(result.data) };
    const error = toTrpcError(result.error);
    if (error.code === "INTERNAL_SERVER_ERROR" || error.code === "SERVICE_UNAVAILABLE") {
      log.error(
        { procedure: path, userId: ctx.actor?.userId, code: error.code, error: result.error },
        "procedure failed",
      );
    }
    throw error;
  })
  .use(storable);

/** For callers nobody has to know: says why it may be open. `ctx.authDb` is the only database it has. */
export function publicProcedure(because: string) {
  return answered.meta({ authz: { kind: "public", because } });
}

/** Runs the procedure in one transaction in which row-level security knows who is asking. */
const transacted = answered.use(async ({ ctx, next }) => {
  const { actor } = ctx;
  if (!actor) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on." });
  if (ctx.forUser && ctx.forUser !== actor.userId)
    throw new TRPCError({ code: "UNAUTHORIZED", message: "Somebody else is signed in here." });
  return await withActor(ctx.appDb, { userId: actor.userId }, async (db: Tx) => {
    const result = await next({ ctx: { ...ctx, actor, db } });
    // A failed procedure must roll back, and the driver's own error tells withActor whether to try again.
    if (!result.ok) throw result.error.code === "INTERNAL_SERVER_ERROR" ? result.error.cause : result.error;
    return result;
  });
});

export const signedInProcedure = transacted.meta({ authz: { kind: "signed-in" } });

/**
 * Whoever runs the server, for work that takes many transactions of its own: `ctx.appDb` with `withActor`. Others:
 * NOT_FOUND.
 */
export const operatorProcedure = answered.meta({ authz: { kind: "operator" } }).use(async ({ ctx, next }) => {
  const { actor } = ctx;
  if (!actor) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on." });
  const claim = { authz: { kind: "operator" }, ids: {} } as const;
  if (ctx.checks) await withActor(ctx.appDb, actor, (db) => authorize(db, actor.userId, claim));
  return next({ ctx: { ...ctx, actor } });
});

/** The athlete about themselves: `ctx.athleteId` is the caller's own id. */
export const athleteProcedure = transacted.meta({ authz: { kind: "athlete" } }).use(async ({ ctx, next }) => {
  const athleteId = ctx.actor.userId;
  if (ctx.checks) await authorize(ctx.db, athleteId, { authz: { kind: "athlete" }, ids: {} });
  return next({ ctx: { ...ctx, athleteId } });
});

type CoachOfOptions = {
  scope: Scope;
  write: boolean;
  /** Whether the athlete in question may call it too. */
  orSelf?: boolean;
};

/** A coach about one athlete who gave consent for the scope. The input carries `athleteId`; others: NOT_FOUND. */
export function coachOfProcedure({ scope, write, orSelf = false }: CoachOfOptions) {
  const authz: Authz = { kind: "coach-of", scope, write, orSelf };
  return transacted
    .meta({ authz })
    .input(z.object({ athleteId: z.uuid() }))
    .use(async ({ ctx, input, next }) => {
      if (ctx.checks) await authorize(ctx.db, ctx.actor.userId, { authz, ids: input });
      return next({ ctx: { ...ctx, athleteId: input.athleteId } });
    });
}

/** A member of the organisation in the input (`orgId`) with one of these roles; others: NOT_FOUND. */
export function orgProcedure({ roles }: { roles: readonly OrganisationRole[] }) {
  const authz: Authz = { kind: "organisation", roles };
  return transacted
    .meta({ authz })
    .input(z.object({ orgId: z.uuid() }))
    .use(async ({ ctx, input, next }) => {
      if (ctx.checks) await authorize(ctx.db, ctx.actor.userId, { authz, ids: input });
      return next({ ctx: { ...ctx, orgId: input.orgId } });
    });
}

/** Builds a router and refuses one that holds a procedure without a declaration of who may call it. */
export const router: typeof t.router = (procedures) => {
  const built = t.router(procedures);
  for (const [path, procedure] of Object.entries(built._def.procedures)) {
    const { meta } = (procedure as { _def: { meta?: Meta } })._def;
    if (!meta?.authz)
      throw new Error(`The procedure "${path}" does not declare who may call it (see trpc/init.ts).`);
  }
  return built;
};
