import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  getLiveSession,
  insertAuditEvent,
  insertSession,
  listLiveSessions,
  revokeSession as revokeOne,
  revokeSessionByToken,
  revokeSessions,
  updateSessionConfirmed,
  updateSessionSeen,
} from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { ipPrefix } from "./ip-prefix.ts";
import { hashToken, newToken } from "./token.ts";

const DAY_MS = 86_400_000;
const IDLE_MS = 14 * DAY_MS;
const ABSOLUTE_MS = 90 * DAY_MS;
/** Written at most this often: reading a page should not write a row. */
const TOUCH_MS = 60_000;

export type NewSession = {
  /** For the cookie; it is told here once and stored nowhere. */
  token: string;
  id: string;
  expiresAt: Date;
};

/** Signs a browser in: 14 days without use end it, 90 days in any case. */
export async function createSession(
  ctx: CredentialContext,
  input: { userId: string; userAgent?: string | null; ip?: string | null; token?: string },
): Promise<NewSession> {
  const token = input.token ?? newToken();
  const session = { id: newId(), expiresAt: new Date(ctx.now.getTime() + ABSOLUTE_MS) };
  await insertSession(ctx.db, {
    ...session,
    tokenHash: hashToken(token),
    userId: input.userId,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    confirmedAt: ctx.now,
    userAgent: input.userAgent?.slice(0, 300) ?? null,
    ipPrefix: ipPrefix(input.ip ?? null),
  });
  return { token, ...session };
}

export type LiveSession = {
  session: { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; confirmedAt: Date | null };
  user: { id: string; email: string; name: string; emailVerifiedAt: Date | null; isOperator: boolean };
};

/** Who is signed in with a token; null when nobody is any more. Looked up at every request. */
export async function lookupSession(
  ctx: CredentialContext,
  input: { token: string },
): Promise<LiveSession | null> {
  const tokenHash = hashToken(input.token);
  const found = await getLiveSession(ctx.db, tokenHash, alive(ctx));
  if (!found) return null;
  if (ctx.now.getTime() - found.session.lastSeenAt.getTime() > TOUCH_MS) {
    await updateSessionSeen(ctx.db, tokenHash, ctx.now);
  }
  const { id, createdAt, lastSeenAt, expiresAt, confirmedAt } = found.session;
  const { user } = found;
  return {
    session: { id, createdAt, lastSeenAt, expiresAt, confirmedAt },
    user: {
      id: user.id,
      email: user.email,
      name: user.name,
      emailVerifiedAt: user.emailVerifiedAt,
      isOperator: user.isOperator,
    },
  };
}

export type SessionSummary = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  ipPrefix: string | null;
};

/** Where a user is signed in, last used first. */
export async function listSessions(
  ctx: CredentialContext,
  input: { userId: string },
): Promise<SessionSummary[]> {
  const rows = await listLiveSessions(ctx.db, input.userId, alive(ctx));
  return rows.map(({ id, createdAt, lastSeenAt, userAgent, ipPrefix }) => ({
    id,
    createdAt,
    lastSeenAt,
    userAgent,
    ipPrefix,
  }));
}

/**
 * Signs one of the user's own browsers out.
 * @throws AppError NOT_FOUND
 */
export async function revokeSession(
  ctx: CredentialContext,
  input: { userId: string; sessionId: string },
): Promise<void> {
  const revoked = await revokeOne(ctx.db, input.userId, { id: input.sessionId, at: ctx.now });
  if (!revoked) throw new AppError("NOT_FOUND", "This sign-in has ended already.");
}

/** Signs out the browser that holds the token. */
export async function signOut(ctx: CredentialContext, input: { token: string }): Promise<void> {
  await revokeSessionByToken(ctx.db, hashToken(input.token), ctx.now);
}

/** Signs out everywhere, or everywhere else; says how many. */
export async function signOutEverywhere(
  ctx: CredentialContext,
  input: { userId: string; exceptSessionId?: string },
): Promise<number> {
  const count = await revokeSessions(ctx.db, input.userId, { at: ctx.now, exceptId: input.exceptSessionId });
  await insertAuditEvent(ctx.db, { kind: "signed-out-everywhere", actorId: input.userId, detail: { count } });
  return count;
}

/** Remembers that the password was just given again: some actions ask for that within ten minutes. */
export async function confirmSession(ctx: CredentialContext, input: { token: string }): Promise<void> {
  await updateSessionConfirmed(ctx.db, hashToken(input.token), ctx.now);
}

function alive(ctx: CredentialContext): { now: Date; seenAfter: Date } {
  return { now: ctx.now, seenAfter: new Date(ctx.now.getTime() - IDLE_MS) };
}
