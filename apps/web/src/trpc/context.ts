import type { Db } from "@repo/db";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { type Actor, getActor } from "#auth/index.ts";
import { authDb, webDb } from "#database.ts";
import { env } from "#env.ts";
import { type Origin, originOf } from "#http/origin.ts";
import { toTrpcError } from "./error-map.ts";
import { FOR_USER } from "./for-user.ts";

export type Context = {
  /** Who is asking, or null when nobody is signed in. */
  actor: Actor | null;
  /** Whom the request says it was made for; absent where it does not say. */
  forUser?: string | null;
  /** One clock reading for the whole request. */
  now: Date;
  origin: Origin;
  /** Row-level security decides what this connection can see. Procedures never touch it: see init.ts. */
  appDb: Db;
  /** Accounts, passwords and sign-ins only. */
  authDb: Db;
  /** The address that links in mails begin with. */
  appUrl: string;
  /** False only in the matrix test, which proves that row-level security holds alone. */
  checks: boolean;
};

/** The context of one request: the same for tRPC over HTTP and for pages rendered on the server. */
export async function createContext(): Promise<Context> {
  const requestHeaders = await headers();
  return {
    actor: await currentActor(),
    forUser: requestHeaders.get(FOR_USER),
    now: new Date(),
    origin: originOf(requestHeaders),
    appDb: webDb(),
    authDb: authDb(),
    appUrl: env().APP_URL,
    checks: true,
  };
}

/** Who is signed in is asked of the database before any procedure runs: its absence is told as theirs would be. */
async function currentActor(): Promise<Actor | null> {
  try {
    return await getActor();
  } catch (error) {
    if (!(error instanceof Error) || isControlFlow(error)) throw error;
    throw toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }));
  }
}

/** Next's own signals (a redirect, a page that becomes dynamic) carry a digest and are no faults. */
function isControlFlow(error: Error): boolean {
  return "digest" in error;
}
