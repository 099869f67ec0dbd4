import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { sessions, users } from "../schema/index.ts";

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(
  tx: Tx,
  session: Omit<typeof sessions.$inferInsert, "createdAt" | "revokedAt"> & { createdAt: Date },
): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** A session that may still be used, with its user; idle and absolute ends are the caller's instants. */
export async function getLiveSession(
  tx: Tx,
  tokenHash: Uint8Array,
  alive: { now: Date; seenAfter: Date },
): Promise<{ session: SessionRow; user: typeof users.$inferSelect } | null> {
  const [row] = await tx
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.deletedAt)))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, alive.now),
        gt(sessions.lastSeenAt, alive.seenAfter),
      ),
    );
  return row ?? null;
}

export async function updateSessionSeen(tx: Tx, tokenHash: Uint8Array, at: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

export async function updateSessionConfirmed(tx: Tx, tokenHash: Uint8Array, at: Date): Promise<void> {
  await tx.update(sessions).set({ confirmedAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

export function listLiveSessions(
  tx: Tx,
  userId: string,
  alive: { now: Date; seenAfter: Date },
): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, alive.now),
        gt(sessions.lastSeenAt, alive.seenAfter),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends one session of the user, by its public id. */
export async function revokeSession(tx: Tx, userId: string, end: { id: string; at: Date }): Promise<boolean> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: end.at })
    .where(and(eq(sessions.id, end.id), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

export async function revokeSessionByToken(tx: Tx, tokenHash: Uint8Array, at: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.revokedAt)));
}

/** Ends all sessions of the user but the one named, if any; says how many. */
export async function revokeSessions(
  tx: Tx,
  userId: string,
  end: { at: Date; exceptId?: string },
): Promise<number> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: end.at })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        end.exceptId === undefined ? undefined : ne(sessions.id, end.exceptId),
      ),
    )
    .returning({ id: sessions.id });
  return rows.length;
}
