import { createHash } from "node:crypto";
import {
  deleteLoginAttempt,
  deleteLoginAttempts,
  getCredential,
  insertAuditEvent,
  insertLoginAttempt,
  listLoginAttempts,
  upsertCredential,
} from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { forgetOldAttempts } from "./forget-old-attempts.ts";
import { ipPrefix } from "./ip-prefix.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { fitsPassword, hashPassword, needsRehash } from "./password-hash.ts";
import { ACCOUNT_WINDOW_MS, mustAccountWait, mustNetworkWait, NETWORK_WINDOW_MS } from "./sign-in-limits.ts";

export type VerifyPasswordInput = { email: string; password: string; ip: string | null };

/**
 * Whose account an address and a password open. The answer is the same, and takes as long, for an unknown
 * address as for a wrong password. Give it the pool, not a transaction: what it counts must outlive a failure.
 */
export async function verifyPassword(
  ctx: CredentialContext,
  input: VerifyPasswordInput,
): Promise<{ userId: string } | "wrong" | "limited"> {
  const email = emailOrNull(input.email);
  const network = ipPrefix(input.ip);
  const subjects = [`account:${sha256(email ?? input.email)}`, ...(network ? [`ip:${network}`] : [])];
  // Counted before the password is looked at: a thousand at once must not all find the counter at zero.
  const attempts = await Promise.all(subjects.map((subject) => insertLoginAttempt(ctx.db, subject, ctx.now)));
  await forgetOldAttempts(ctx);
  const forget = () => Promise.all(attempts.map((id) => deleteLoginAttempt(ctx.db, id)));
  if (await mustWait(ctx, subjects, attempts)) {
    await forget();
    return "limited";
  }
  const credential = email ? await getCredential(ctx.db, email) : null;
  if (!(await fitsPassword(credential?.passwordHash ?? null, input.password)) || !credential) return "wrong";
  await Promise.all([forget(), deleteLoginAttempts(ctx.db, subjects[0] ?? "")]);
  if (needsRehash(credential.passwordHash ?? "")) await rehash(ctx, credential.userId, input.password);
  await insertAuditEvent(ctx.db, { kind: "signed-in", actorId: credential.userId, ipPrefix: network });
  return { userId: credential.userId };
}

async function mustWait(
  ctx: CredentialContext,
  [account = "", network]: string[],
  own: readonly string[],
): Promise<boolean> {
  const since = (windowMs: number) => new Date(ctx.now.getTime() - windowMs);
  const earlier = async (subject: string, windowMs: number) =>
    (await listLoginAttempts(ctx.db, subject, since(windowMs)))
      .filter((attempt) => !own.includes(attempt.id))
      .map((attempt) => attempt.at);
  if (mustAccountWait(await earlier(account, ACCOUNT_WINDOW_MS), ctx.now)) return true;
  return network !== undefined && mustNetworkWait(await earlier(network, NETWORK_WINDOW_MS));
}

async function rehash(ctx: CredentialContext, userId: string, password: string): Promise<void> {
  await upsertCredential(ctx.db, userId, { passwordHash: await hashPassword(password), at: ctx.now });
}

/** What cannot be an address is no account's, and is told no differently. */
function emailOrNull(text: string): string | null {
  try {
    return normaliseEmail(text);
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
