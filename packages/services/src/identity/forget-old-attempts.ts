import { deleteLoginAttemptsBefore } from "@repo/db/queries";
import type { CredentialContext } from "./context.ts";
import { ACCOUNT_WINDOW_MS } from "./sign-in-limits.ts";

/** Removes what no limit looks at any more: whoever guesses addresses must not fill the disk with guesses. */
export async function forgetOldAttempts(ctx: CredentialContext): Promise<void> {
  await deleteLoginAttemptsBefore(ctx.db, new Date(ctx.now.getTime() - ACCOUNT_WINDOW_MS));
}
