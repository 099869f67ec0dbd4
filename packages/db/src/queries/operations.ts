import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

/** How the server works: what whoever runs it needs to know, and nothing of anybody's training. */
export type Operations = {
  /** `tookS`: seconds during which at least one worker was at it; null where none was, or before it was noted. */
  nights: { date: string; done: number; pending: number; failed: number; tookS: number | null }[];
  /** Zones whose nights wait, the longest first. */
  zones: { zone: string; pending: number; lagS: number }[];
  /** Athletes who entered something that is not judged yet. */
  waiting: { athletes: number; oldestS: number | null };
  troubles: {
    athleteId: string;
    name: string;
    nights: number;
    since: string | null;
    attempts: number;
    setAside: boolean;
    fault: string | null;
  }[];
  mails: { pending: number; oldestS: number | null; delivered: number; retrying: number; dead: number };
  deadMails: {
    id: string;
    to: string | null;
    kind: string;
    attempts: number;
    fault: string | null;
    createdAt: string;
    deadAt: string;
  }[];
  workers: { name: string; ageS: number; doing: Record<string, unknown> | null }[];
};

/** For the operator and the night's role; refused to everybody else. */
export async function getOperations(tx: Tx): Promise<Operations> {
  const [row] = await tx.execute<{ found: Operations }>(sql`select app.operations() as found`);
  if (!row) throw new Error("The database says nothing of itself.");
  return row.found;
}

/** Puts dead mails back in the queue, one or (null) all of them; says how many. */
export async function resendMails(tx: Tx, id: string | null): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select app.resend_mails(${id}::uuid) as count`);
  return row?.count ?? 0;
}

/** Gives an athlete who was set aside another eight tries; says how many nights and judgements that are. */
export async function retryAthlete(tx: Tx, athleteId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select app.retry_athlete(${athleteId}::uuid) as count`,
  );
  return row?.count ?? 0;
}
