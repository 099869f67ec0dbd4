import type { Sql } from "postgres";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };

/** Migrations that this version knows; every command has brought the database to them before it begins. */
export const KNOWN_MIGRATIONS = journal.entries.length;

export type Table = { name: string; columns: string[] };

/** Counters of failed sign-ins: unlogged, of an hour's worth, and nothing to restore. */
const LEFT_OUT = ["login_attempts"];

/** Every table of ours with the columns that are stored, in the order of their names. */
export async function listTables(sql: Pick<Sql, "unsafe">): Promise<Table[]> {
  const rows = await sql.unsafe<{ name: string; columns: string[] }[]>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     group by c.relname order by c.relname`);
  return rows.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name, columns }) => ({ name, columns }));
}

/** A table with its columns as COPY wants them. */
export function copyTarget({ name, columns }: Table): string {
  return `public.${quoted(name)} (${columns.map(quoted).join(", ")})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
