import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";

/** The tables with a row in which a text stands anywhere: an id, an address. For the owner, behind the scenes. */
export async function tablesNaming(owner: Db, text: string): Promise<string[]> {
  const tables = (await owner.execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )) as unknown as { name: string }[];
  const naming: string[] = [];
  for (const { name } of tables) {
    const [found] = (await owner.execute(
      sql`select count(*)::int as rows from ${sql.identifier(name)} t where t::text like ${`%${text}%`}`,
    )) as unknown as { rows: number }[];
    if ((found?.rows ?? 0) > 0) naming.push(name);
  }
  return naming.sort();
}
