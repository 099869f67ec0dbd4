import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";
import * as schema from "../schema/index.ts";
import { FUNCTIONS } from "./functions.ts";

const ROLES = ["app_web", "app_auth", "app_night", "app_ctx"] as const;

/** Where a role may read or change only some columns: `role.table` → privilege → columns. */
const COLUMNS: Record<string, { select?: string[]; update?: string[] }> = {
  "app_web.users": { update: ["name", "time_zone", "language", "units", "theme"] },
  "app_web.organisations": { update: ["name", "deleted_at"] },
  "app_web.memberships": { update: ["role", "status", "ended_at"] },
  "app_web.invitations": {
    select: [
      "id",
      "org_id",
      "email",
      "role",
      "scopes",
      "inviter_id",
      "note",
      "created_at",
      "expires_at",
      "accepted_at",
      "accepted_by",
      "revoked_at",
    ],
    update: ["revoked_at"],
  },
  "app_web.consents": { update: ["text_version", "granted_at", "revoked_at"] },
  "app_web.comments": { update: ["body", "edited_at", "deleted_at"] },
  "app_web.warnings": {
    update: ["seen_at", "snoozed_until", "snooze_reason", "verdict", "verdict_by", "version", "updated_at"],
  },
  "app_web.reports": { update: ["read_at"] },
  "app_ctx.reports": { update: ["content", "html"] },
  // For app.pair_activity: nothing else of what was done.
  "app_ctx.activities": {
    select: ["id", "athlete_id", "deleted_at", "planned_workout_id", "version"],
    update: ["planned_workout_id", "match_locked", "version", "updated_at"],
  },
  "app_web.mutations": { update: ["response"] },
};

/**
 * Makes functions, privileges and FORCE what the code says, every time: nothing is granted by hand. A table's
 * privileges follow from its policies, so a table without policies is closed to every role.
 */
export async function applyAccess(sql: Sql): Promise<void> {
  const statements = [
    ...schemaAccess(),
    ...schemaTables().flatMap(tableAccess),
    ...unlogged(),
    ...backupAccess(),
  ];
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '1s'`;
    for (const statement of statements) await tx.unsafe(statement);
    await installFunctions(tx);
  });
}

function schemaTables() {
  return Object.values(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableConfig(table as PgTable));
}

function schemaAccess(): string[] {
  return [
    "create schema if not exists app",
    "create schema if not exists jobs",
    "revoke create on schema public from public",
    "do $$ begin execute format('revoke all on database %I from public', current_database()); end $$",
    "do $$ begin execute format('grant connect on database %I to app_web, app_auth, app_night, app_backup', current_database()); end $$",
    // The night copies into a stage of its own and inserts from there.
    "do $$ begin execute format('grant temporary on database %I to app_night', current_database()); end $$",
    `grant usage on schema public, app to ${ROLES.join(", ")}`,
    // The queue keeps its own tables; they wake, the ledger knows.
    "grant usage, create on schema jobs to app_night",
    "alter default privileges in schema jobs grant all on tables to app_night",
    "alter default privileges in schema jobs grant all on sequences to app_night",
    "alter default privileges in schema jobs grant execute on functions to app_night",
  ];
}

function tableAccess(table: ReturnType<typeof getTableConfig>): string[] {
  const name = `public."${table.name}"`;
  const statements = [
    // Only where it is needed: ALTER TABLE would wait for every reader.
    `do $$ begin
       if not (select relrowsecurity and relforcerowsecurity from pg_class where oid = '${name}'::regclass) then
         alter table ${name} enable row level security;
         alter table ${name} force row level security;
       end if;
     end $$`,
    `revoke all on ${name} from public, ${ROLES.join(", ")}`,
  ];
  for (const policy of table.policies) {
    const role = (policy.to as { name: string }).name;
    const privilege = policy.for as "select" | "insert" | "update" | "delete";
    statements.push(`grant ${privilege}${columnList(role, table.name, privilege)} on ${name} to ${role}`);
  }
  return statements;
}

function columnList(role: string, table: string, privilege: string): string {
  const limits = COLUMNS[`${role}.${table}`];
  const columns =
    privilege === "select" ? limits?.select : privilege === "update" ? limits?.update : undefined;
  return columns ? ` (${columns.join(", ")})` : "";
}

function unlogged(): string[] {
  return [
    `do $$ begin
       if (select relpersistence from pg_class where oid = 'public.login_attempts'::regclass) <> 'u' then
         alter table public.login_attempts set unlogged;
       end if;
     end $$`,
  ];
}

function backupAccess(): string[] {
  return [
    "grant usage on schema public to app_backup",
    "grant select on all tables in schema public to app_backup",
    "grant select on all sequences in schema public to app_backup",
  ];
}

async function installFunctions(tx: Pick<Sql, "unsafe">): Promise<void> {
  await tx.unsafe(
    "do $$ begin if not (select rolsuper from pg_roles where rolname = current_user) then execute format('grant app_ctx to %I with set true', current_user); end if; end $$",
  );
  await tx.unsafe("grant create on schema app to app_ctx");
  for (const { signature, body, grantTo } of FUNCTIONS) {
    // Not only replaced: a replacement could not change what it returns.
    await tx.unsafe(`drop function if exists ${signature}`);
    await tx.unsafe(body);
    await tx.unsafe(`alter function ${signature} owner to app_ctx`);
    await tx.unsafe(`revoke all on function ${signature} from public`);
    if (grantTo.length > 0)
      await tx.unsafe(`grant execute on function ${signature} to ${grantTo.join(", ")}`);
  }
  await tx.unsafe("revoke create on schema app from app_ctx");
}
