import type { Tx } from "@repo/db";

/**
 * What sign-in works with: the pool (or a transaction) of the role that may read credentials, and one clock
 * reading. There is no actor yet.
 */
export type CredentialContext = { db: Tx; now: Date };
