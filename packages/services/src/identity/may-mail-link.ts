import { createHash } from "node:crypto";
import { deleteLoginAttempt, insertLoginAttempt, listLoginAttempts } from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { forgetOldAttempts } from "./forget-old-attempts.ts";
import { ipPrefix } from "./ip-prefix.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { LINK_WINDOW_MS, LINKS_PER_ACCOUNT, LINKS_PER_NETWORK } from "./sign-in-limits.ts";

/** How long a mailed link opens anything. */
export const LINK_VALID_MS = 30 * 60_000;

/**
 * Whether one more link may be mailed: so many in a quarter of an hour to an address and at the wish of a
 * network, links for signing in and for new passwords together. An address without an account counts the same.
 * Whoever asked is not told. Give it the pool, not a transaction: what it counts must outlive a failure.
 */
export async function mayMailLink(
  ctx: CredentialContext,
  { email, ip }: { email: string; ip: string | null },
): Promise<boolean> {
  const address = createHash("sha256").update(normaliseEmail(email)).digest("hex");
  const network = ipPrefix(ip);
  const limits = [
    { subject: `link:${address}`, most: LINKS_PER_ACCOUNT },
    ...(network ? [{ subject: `link-ip:${network}`, most: LINKS_PER_NETWORK }] : []),
  ];
  // Counted before it is looked: a hundred wishes at once must not all find the counter at zero.
  const own = await Promise.all(limits.map(({ subject }) => insertLoginAttempt(ctx.db, subject, ctx.now)));
  await forgetOldAttempts(ctx);
  const since = new Date(ctx.now.getTime() - LINK_WINDOW_MS);
  const counts = await Promise.all(
    limits.map(async ({ subject, most }) => (await listLoginAttempts(ctx.db, subject, since)).length <= most),
  );
  if (counts.every(Boolean)) return true;
  // What was refused does not count: otherwise a stranger who goes on asking would keep the owner out for good.
  await Promise.all(own.map((id) => deleteLoginAttempt(ctx.db, id)));
  return false;
}
