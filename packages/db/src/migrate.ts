import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import journal from "../migrations/meta/_journal.json" with { type: "json" };
import { applyAccess } from "./access/apply-access.ts";
import { assertOwner } from "./access/assert-owner.ts";
import { createRoles } from "./access/roles.ts";
import type { RolePasswords } from "./embedded/role-urls.ts";

/** Any number will do, as long as nothing else locks it. */
const MIGRATION_LOCK = 7_302_118;
const TRIES = 30;

/**
 * Brings a database to the schema this program knows: roles, tables, then functions and privileges. Safe to
 * run again and from two starters at once; gives way to readers instead of queueing in front of them.
 * @throws when the database was migrated by a newer program, or its owner lacks a right
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await assertOwner(sql, ownerUrl, passwords);
    await refuseNewer(sql);
    await createRoles(sql, passwords);
    await sql`set lock_timeout = '1s'`;
    const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));
    await givingWay(() => runMigrations(drizzle(sql, { casing: "snake_case" }), { migrationsFolder }));
    await givingWay(() => applyAccess(sql));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseNewer(sql: Sql): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return;
  const [row] = await sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  const known = journal.entries.at(-1)?.when ?? 0;
  if (Number(row?.last ?? 0) > known) {
    throw new Error(
      "This database was migrated by a newer version of Mesocycle. Start that version, or restore a backup made before the update.",
    );
  }
}

/** Somebody holds the table: step back and try again, so that nobody waits behind us for long. */
async function givingWay(work: () => Promise<unknown>, tried = 1): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (codeOf(error) !== "55P03" || tried >= TRIES) throw error;
    await new Promise((resume) => setTimeout(resume, Math.min(5_000, 100 * tried)));
    await givingWay(work, tried + 1);
  }
}

function codeOf(error: unknown): string | undefined {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  return (inner as { code?: string } | null)?.code;
}
