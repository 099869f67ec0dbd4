import type { TransactionSql } from "postgres";
import type { Tx } from "./client.ts";

export type CopyValue = string | number | boolean | null | Uint8Array | readonly (string | number | null)[];

/**
 * Copies rows into a table, a stage of this transaction: the fewest bytes and the least work that rows can be brought
 * in with. A table with row-level security refuses it.
 */
export async function copyIn(
  tx: Tx,
  into: { table: string; columns: readonly string[] },
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  // Before the copy begins: a row that cannot be made must not leave the connection waiting for the rest.
  let text = "";
  for (const row of rows) text += `${row.map(field).join("\t")}\n`;
  const sql = driverOf(tx);
  const stream = await sql.unsafe(`copy ${into.table} (${into.columns.join(", ")}) from stdin`).writable();
  await new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.on("error", reject); // all of them: an error that nobody hears ends the process
    stream.end(text);
  });
}

/** The driver's own transaction below a query builder's: for what the builder cannot say. */
function driverOf(tx: Tx): TransactionSql {
  return (tx as unknown as { session: { client: TransactionSql } }).session.client;
}

function field(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  if (typeof value === "string") return escaped(value);
  return `{${value.map((item) => (item === null ? "NULL" : typeof item === "number" ? item : quoted(item))).join(",")}}`;
}

function quoted(item: string): string {
  return escaped(`"${item.replace(/[\\"]/g, "\\$&")}"`);
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
