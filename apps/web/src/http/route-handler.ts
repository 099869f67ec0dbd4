import { AppError, type AppErrorCode } from "@repo/core/errors";
import { isDatabaseAway, type Tx, withActor } from "@repo/db";
import type { Actor } from "#auth/index.ts";
import { env } from "#env.ts";
import { log } from "#log.ts";
import { authorize } from "#trpc/authorize.ts";
import type { Authz } from "#trpc/authz.ts";
import { type Context, createContext } from "#trpc/context.ts";
import { crossSiteReason } from "./cross-site.ts";
import { refuse } from "./refuse.ts";

const STATUS = { NOT_FOUND: 404, FORBIDDEN: 403, CONFLICT: 409, INVALID: 400 } satisfies Record<
  AppErrorCode,
  number
>;

/** Scripts of other sites cannot set it without asking first, and nobody answers their question. */
const OWN_HEADER = "x-mesocycle";

type Params = Readonly<Record<string, string>>;
type RouteContext = Omit<Context, "actor"> & { actor: Actor; db: Tx };
type Route = {
  /** Who may call it. `athleteId` and `orgId` are read from the route's parameters. */
  authz: Exclude<Authz, { kind: "public" }>;
  run: (call: { ctx: RouteContext; request: Request; params: Params }) => Promise<Response>;
};

/**
 * A route handler for what does not fit tRPC: files in and out. Same rules: a declaration of who may call it,
 * one transaction under row-level security, errors as sentences. `answer` takes the context for the matrix test.
 */
export function routeHandler(route: Route) {
  const answer = async (request: Request, params: Params, ctx: Context): Promise<Response> => {
    const { actor } = ctx;
    const isMeantForOther = ctx.forUser != null && ctx.forUser !== actor?.userId;
    if (!actor || isMeantForOther) return refuse(401, "Sign in to go on.");
    try {
      return await withActor(ctx.appDb, { userId: actor.userId }, async (db) => {
        if (ctx.checks) await authorize(db, actor.userId, { authz: route.authz, ids: params });
        return await route.run({ ctx: { ...ctx, actor, db }, request, params });
      });
    } catch (error) {
      return toRefusal(error);
    }
  };
  const handle = async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const refusal = refuseForeign(request);
    return refusal ?? (await answer(request, await params, await createContext()));
  };
  return Object.assign(handle, { authz: route.authz, answer });
}

function refuseForeign(request: Request): Response | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const reason = crossSiteReason(request, env().APP_URL);
  if (reason) return refuse(403, `This request was refused because ${reason}.`);
  if (!request.headers.has(OWN_HEADER)) return refuse(403, `Changes need the header ${OWN_HEADER}: 1.`);
  return null;
}

function toRefusal(error: unknown): Response {
  if (error instanceof AppError) return refuse(STATUS[error.code], error.message);
  if (isDatabaseAway(error))
    return refuse(503, "The database does not answer right now. Try again.", { "Retry-After": "5" });
  log.error({ error: error instanceof Error ? error : new Error(String(error)) }, "route failed");
  return refuse(500, "Something went wrong on the server. Nothing was saved; try again.");
}
