import type { Sql } from "postgres";
import type { RolePasswords } from "../embedded/role-urls.ts";

const LOGIN_ROLES = { web: "app_web", auth: "app_auth", night: "app_night", backup: "app_backup" } as const;

export const ALL_ROLES = [...Object.values(LOGIN_ROLES), "app_ctx"];

/** Roles belong to the whole server: another database of it may have made them already. */
export async function createRoles(sql: Sql, passwords: RolePasswords): Promise<void> {
  await createRole(sql, "app_ctx", "nologin");
  for (const [key, role] of Object.entries(LOGIN_ROLES)) {
    await createRole(sql, role, "login");
    const password = passwords[key as keyof RolePasswords];
    await retryConcurrent(() => sql.unsafe(`alter role ${role} password ${literal(password)}`));
  }
  await mayReadEverything(sql, "app_backup");
}

async function createRole(sql: Sql, role: string, attribute: string): Promise<void> {
  await sql.unsafe(
    `do $$ begin create role ${role} ${attribute}; exception when duplicate_object or unique_violation then null; end $$`,
  );
}

/** A dump that row-level security cuts short would be silently partial. Managed servers may refuse this. */
async function mayReadEverything(sql: Sql, role: string): Promise<void> {
  await sql.unsafe(`do $$ begin
    if not (select rolbypassrls from pg_roles where rolname = '${role}') then alter role ${role} bypassrls; end if;
  exception when insufficient_privilege then raise notice '${role} cannot be given BYPASSRLS here'; end $$`);
}

/** Two databases of one server migrated at once touch the same rows of pg_authid. */
async function retryConcurrent(work: () => Promise<unknown>, left = 20): Promise<void> {
  try {
    await work();
  } catch (error) {
    const concurrent = error instanceof Error && error.message.includes("tuple concurrently updated");
    if (!concurrent || left === 0) throw error;
    await new Promise((resume) => setTimeout(resume, 20));
    await retryConcurrent(work, left - 1);
  }
}

function literal(text: string): string {
  if (/[\\\0]/.test(text)) throw new RangeError("a password must not hold a backslash or a zero byte");
  return `'${text.replaceAll("'", "''")}'`;
}
