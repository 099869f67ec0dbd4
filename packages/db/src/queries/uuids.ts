import { type SQL, sql } from "drizzle-orm";

/** Many ids as one parameter: the statement stays the same, however many there are. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
