import { and, eq, gt, isNull, lt, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import { newId } from "../new-id.ts";
import { credentials, loginAttempts, ownerTokens, users, verificationTokens } from "../schema/index.ts";

export type UserRow = typeof users.$inferSelect;
const taken = alias(users, "taken");
type TokenPurpose = (typeof verificationTokens.$inferSelect)["purpose"];

export async function getUser(tx: Tx, id: string): Promise<UserRow | null> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)));
  return row ?? null;
}

export async function getUserByEmail(tx: Tx, email: string): Promise<UserRow | null> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)));
  return row ?? null;
}

/** Null when the address has an account: users are never merged or overwritten. */
export async function insertUser(
  tx: Tx,
  user: Omit<typeof users.$inferInsert, "createdAt">,
): Promise<UserRow | null> {
  const [row] = await tx.insert(users).values(user).onConflictDoNothing().returning();
  return row ?? null;
}

export async function updateUser(
  tx: Tx,
  id: string,
  changes: Partial<Pick<UserRow, "name" | "timeZone" | "language" | "units" | "theme">>,
): Promise<UserRow | null> {
  if (Object.keys(changes).length === 0) return getUser(tx, id);
  const [row] = await tx.update(users).set(changes).where(eq(users.id, id)).returning();
  return row ?? null;
}

export async function updateEmailVerified(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(users)
    .set({ emailVerifiedAt: at })
    .where(and(eq(users.id, id), isNull(users.emailVerifiedAt)));
}

/** The address, the account behind it if any, and its password hash if it has one. Sign-in's role only. */
export async function getCredential(
  tx: Tx,
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const [row] = await tx
    .select({ userId: users.id, passwordHash: credentials.passwordHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(and(eq(users.email, email), isNull(users.deletedAt)));
  return row ?? null;
}

export async function upsertCredential(
  tx: Tx,
  userId: string,
  hash: { passwordHash: string; at: Date },
): Promise<void> {
  const set = { passwordHash: hash.passwordHash, changedAt: hash.at };
  await tx
    .insert(credentials)
    .values({ userId, ...set })
    .onConflictDoUpdate({ target: credentials.userId, set });
}

/** The counted sign-ins of a subject since an instant, oldest first. */
export function listLoginAttempts(tx: Tx, subject: string, since: Date): Promise<{ id: string; at: Date }[]> {
  return tx
    .select({ id: loginAttempts.id, at: loginAttempts.at })
    .from(loginAttempts)
    .where(and(eq(loginAttempts.subject, subject), gt(loginAttempts.at, since)))
    .orderBy(loginAttempts.at);
}

/** Counts a sign-in of a subject; says the row's id. */
export async function insertLoginAttempt(tx: Tx, subject: string, at: Date): Promise<string> {
  const id = newId();
  await tx.insert(loginAttempts).values({ id, subject, at });
  return id;
}

export async function deleteLoginAttempt(tx: Tx, id: string): Promise<void> {
  await tx.delete(loginAttempts).where(eq(loginAttempts.id, id));
}

/** Forgets what no window can count any more, of everybody. */
export async function deleteLoginAttemptsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(loginAttempts).where(lt(loginAttempts.at, before));
}

export async function deleteLoginAttempts(tx: Tx, subject: string): Promise<void> {
  await tx.delete(loginAttempts).where(eq(loginAttempts.subject, subject));
}

export async function insertVerificationToken(
  tx: Tx,
  token: Pick<
    typeof verificationTokens.$inferInsert,
    "tokenHash" | "email" | "purpose" | "expiresAt" | "userId"
  >,
): Promise<void> {
  await tx.insert(verificationTokens).values(token);
}

/** Uses a token up and says which address it was for; null when unknown, used or expired. */
export async function takeVerificationToken(
  tx: Tx,
  token: { tokenHash: Uint8Array; purpose: TokenPurpose; at: Date },
): Promise<{ email: string; userId: string | null } | null> {
  const [row] = await tx
    .update(verificationTokens)
    .set({ usedAt: token.at })
    .where(
      and(
        eq(verificationTokens.tokenHash, token.tokenHash),
        eq(verificationTokens.purpose, token.purpose),
        isNull(verificationTokens.usedAt),
        gt(verificationTokens.expiresAt, token.at),
      ),
    )
    .returning({ email: verificationTokens.email, userId: verificationTokens.userId });
  return row ?? null;
}

/** Ends all open links of an address: after a password change, or when a new link is sent. */
export async function deleteVerificationTokens(tx: Tx, email: string, purpose: TokenPurpose): Promise<void> {
  await tx
    .delete(verificationTokens)
    .where(and(eq(verificationTokens.email, email), eq(verificationTokens.purpose, purpose)));
}

/** Ends all open links by which a user would take a new address. */
export async function deleteNewEmailTokens(tx: Tx, userId: string): Promise<void> {
  await tx.delete(verificationTokens).where(eq(verificationTokens.userId, userId));
}

/** Gives a user another, proved address. False when it has an account. */
export async function updateEmail(tx: Tx, id: string, email: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ email, emailVerifiedAt: at })
    .where(and(eq(users.id, id), notExists(tx.select().from(taken).where(eq(taken.email, email)))))
    .returning({ id: users.id });
  return rows.length > 0;
}

/** Whether anybody has an account on this server. */
export async function hasUsers(tx: Tx): Promise<boolean> {
  const [row] = await tx
    .select({ any: sql<boolean>`exists (select 1 from ${users} where not ${users.isDemo})` })
    .from(sql`(values (1)) as one`);
  return row?.any ?? false;
}

export async function insertOwnerToken(
  tx: Tx,
  token: { tokenHash: Uint8Array; expiresAt: Date },
): Promise<void> {
  await tx.insert(ownerTokens).values(token);
}

/** Uses the first run's token up; false when unknown, used or expired. */
export async function takeOwnerToken(tx: Tx, tokenHash: Uint8Array, at: Date): Promise<boolean> {
  const rows = await tx
    .update(ownerTokens)
    .set({ usedAt: at })
    .where(
      and(eq(ownerTokens.tokenHash, tokenHash), isNull(ownerTokens.usedAt), gt(ownerTokens.expiresAt, at)),
    )
    .returning({ at: ownerTokens.createdAt });
  return rows.length > 0;
}

/** Every account, oldest first; sign-in's role only. */
export async function listUsers(
  tx: Tx,
): Promise<Pick<UserRow, "id" | "email" | "name" | "isOperator" | "isDemo" | "createdAt">[]> {
  return await tx
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      isOperator: users.isOperator,
      isDemo: users.isDemo,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(isNull(users.deletedAt))
    .orderBy(users.createdAt, users.id);
}

/** The one token that makes the first account: earlier ones stop working. */
export async function replaceOwnerToken(
  tx: Tx,
  token: { tokenHash: Uint8Array; expiresAt: Date },
): Promise<void> {
  await tx.delete(ownerTokens);
  await tx.insert(ownerTokens).values(token);
}
