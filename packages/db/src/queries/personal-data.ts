import { getTableColumns, is, or, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import * as schema from "../schema/index.ts";
import { webRole } from "../schema/policies.ts";

/** The columns by which a row belongs to a person or tells of one. */
const PERSONAL = ["athlete_id", "user_id"];
/** Bytes: kept elsewhere in an export, as the files they came from. */
const BYTES = "bytea";

/** The tables whose rows belong to a person, as far as the site may read them: passwords are given out to nobody. */
export function personalTables(): { name: string; table: PgTable; columns: PgColumn[] }[] {
  return (Object.values(schema) as unknown[])
    .filter((value): value is PgTable => is(value, PgTable))
    .map((table) => {
      const { name, columns, policies } = getTableConfig(table);
      const isOpen = policies.some((policy) => policy.for === "select" && policy.to === webRole);
      return { name, table, isOpen, columns: columns.filter((column) => PERSONAL.includes(nameOf(column))) };
    })
    .filter(({ columns, isOpen }) => columns.length > 0 && isOpen);
}

function nameOf(column: PgColumn): string {
  return column.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every row of one table that belongs to a person or tells of one, without bytes; as row-level security shows it. */
export async function listPersonalRows(
  db: Tx,
  personId: string,
  { table, columns }: Pick<ReturnType<typeof personalTables>[number], "table" | "columns">,
): Promise<Record<string, unknown>[]> {
  const plain = Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(([, column]) => column.getSQLType() !== BYTES),
  );
  return await db
    .select(plain)
    .from(table)
    .where(or(...columns.map((column) => sql`${column} = ${personId}`)));
}

/** Erases whoever asks, with every row of theirs; false for who operates the server. */
export async function eraseMe(db: Tx): Promise<boolean> {
  const [row] = await db.execute<{ erased: boolean }>(sql`select app.erase_me() as erased`);
  return row?.erased ?? false;
}
