import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";

export type DemoPerson = {
  id: string;
  email: string;
  name: string;
  role: "head-coach" | "coach" | "assistant" | "athlete";
};

/**
 * Makes a demo organisation with its people, all marked as demo, and the host as its owner. Allowed to who
 * operates the server and to the night; the context must be opened again to see it.
 */
export async function insertDemo(
  tx: Tx,
  demo: { orgId: string; name: string; hostId: string; people: readonly DemoPerson[] },
): Promise<void> {
  const people = JSON.stringify(demo.people);
  await tx.execute(
    sql`select app.create_demo(${demo.orgId}::uuid, ${demo.name}, ${demo.hostId}::uuid, ${people}::jsonb)`,
  );
}

/** Removes all demo people and organisations with every row of theirs; says how many people. */
export async function deleteDemo(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ removed: number }>(sql`select app.remove_demo() as removed`);
  return row?.removed ?? 0;
}
