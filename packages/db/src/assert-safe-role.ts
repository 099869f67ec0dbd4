import { sql } from "drizzle-orm";
import type { Tx } from "./client.ts";

/**
 * Refuses to go on with a role that row-level security would not stop, or on a server that may forget what it
 * acknowledged. `durable: false` is for tests alone.
 */
export async function assertSafeRole(db: Tx, options: { durable?: boolean } = {}): Promise<void> {
  const [role] = await db.execute<{
    name: string;
    super: boolean;
    bypass: boolean;
    owned: string | null;
  }>(sql`
    select rolname as name, rolsuper as super, rolbypassrls as bypass,
           (select string_agg(c.relname, ', ') from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relowner = r.oid and n.nspname = 'public' and c.relkind in ('r', 'p')) as owned
      from pg_roles r where rolname = current_user`);
  if (!role) throw new Error("The database does not say which role is signed in.");
  const why = role.super
    ? "is a superuser"
    : role.bypass
      ? "has BYPASSRLS"
      : role.owned
        ? `owns ${role.owned}`
        : null;
  if (why) {
    throw new Error(
      `The database role ${role.name} ${why}, so row-level security would not hold it. Use the role app_web (or app_auth, app_night) that \`mesocycle migrate\` makes.`,
    );
  }
  if (options.durable !== false) await assertDurable(db);
}

async function assertDurable(db: Tx): Promise<void> {
  const rows = await db.execute<{ name: string }>(sql`
    select name from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`);
  const off = rows.map((row) => row.name);
  if (off.length > 0) {
    throw new Error(
      `The database runs with ${off.join(", ")} off: a crash would lose what was saved. Turn it on and start again.`,
    );
  }
}
