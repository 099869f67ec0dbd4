import type { Actor, Tx } from "@repo/db";

/** What a service of a signed-in user works with: their transaction, who they are, and one clock reading. */
export type ServiceContext = {
  /** A transaction in which row-level security knows the actor. */
  db: Tx;
  actor: Actor;
  now: Date;
};

export { FIRST_DAY, latestDay, requireEntryDay } from "./entry-day.ts";
