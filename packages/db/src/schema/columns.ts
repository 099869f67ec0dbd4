import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Bytes. The driver hands over a Buffer; a plain Uint8Array may be written. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A packed column of numbers in which null means "not known"; the driver reads such a null as NaN. */
export const packedNumbers = (element: "integer" | "smallint" | "real" | "double precision", name = "") =>
  customType<{ data: (number | null)[] }>({
    dataType: () => `${element}[]`,
    toDriver: (values) => `{${values.map((value) => value ?? "NULL").join(",")}}`,
    fromDriver: (values) =>
      (values as (number | null)[]).map((value) => (Number.isFinite(value) ? value : null)),
  })(name);

/** An instant. Days of the athlete are `date` columns instead. */
export const instant = () => timestamp({ withTimezone: true });

export const createdAt = () => instant().notNull().defaultNow();

export const athleteId = () => uuid().notNull();

/** A check that a text column holds one of a list: text and CHECK instead of enum types so that the planner may use the index first. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);
}

export function within(name: string, column: AnyPgColumn, low: number, high: number) {
  return check(name, sql`${column} between ${sql.raw(String(low))} and ${sql.raw(String(high))}`);
}

export function atLeastZero(name: string, ...columns: AnyPgColumn[]) {
  const parts: SQL[] = columns.map((column) => sql`${column} >= 0`);
  return check(name, sql.join(parts, sql` and `));
}
