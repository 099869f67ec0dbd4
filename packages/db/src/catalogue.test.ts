import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDb, type TestDb } from "./testing/index.ts";

/** Ids of these do not name the row's owner, or they hold rows about nobody's training. */
const KEY_WITHOUT_ATHLETE: Record<string, string> = {
  athletes: "the athlete is the key",
  audit_events: "outlives whom it names; athlete_id may be null",
  reports: "belong to a reader; athlete_id may be null",
};

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

async function names(query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await db.owner.execute<{ name: string }>(query);
  return rows.map((row) => row.name);
}

describe("the catalogue of the database", () => {
  it("has row-level security enabled, forced and with policies on every table", async () => {
    const open = await names(sql`
      select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity
                  and exists (select 1 from pg_policy p where p.polrelid = c.oid))`);
    expect(open).toEqual([]);
  });

  it("names the athlete in the key and every unique index of an athlete's rows, the row's own id first", async () => {
    const rows = await db.owner.execute<{ table: string; columns: string[] }>(sql`
      select c.relname as table, array_agg(a.attname::text order by k.n) as columns
        from pg_index i join pg_class c on c.oid = i.indrelid
        cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
       where i.indisunique and c.relnamespace = 'public'::regnamespace
         and exists (select 1 from pg_attribute x where x.attrelid = c.oid and x.attname = 'athlete_id')
       group by c.relname, i.indexrelid`);
    const wrong = rows.filter(
      ({ table, columns }) =>
        !KEY_WITHOUT_ATHLETE[table] &&
        (!columns.includes("athlete_id") || (columns.includes("id") && columns[0] !== "id")),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it("carries the athlete in every foreign key between an athlete's rows", async () => {
    const bare = await names(sql`
      select k.conname as name from pg_constraint k
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace
         and exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'athlete_id')
         and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'athlete_id')
         and not exists (select 1 from pg_attribute a
                          where a.attrelid = k.conrelid and a.attname = 'athlete_id' and a.attnum = any (k.conkey))`);
    expect(bare).toEqual([]);
  });

  it("has an index that begins with the columns of every foreign key", async () => {
    const missing = await names(sql`
      select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace
         and not exists (
           select 1 from pg_index i
            where i.indrelid = k.conrelid and i.indpred is null
              and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
    expect(missing).toEqual([]);
  });

  it("has no triggers, enum types, materialised views or columns of type numeric", async () => {
    const foreign = await names(sql`
      select tgname::text as name from pg_trigger where not tgisinternal
      union all select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace
      union all select relname from pg_class where relkind in ('m', 'v') and relnamespace = 'public'::regnamespace
      union all select attrelid::regclass || '.' || attname from pg_attribute a
        join pg_class c on c.oid = a.attrelid
       where a.atttypid = 'numeric'::regtype and c.relnamespace = 'public'::regnamespace`);
    expect(foreign).toEqual([]);
  });

  it("gives the application roles nothing to own and no way around the policies", async () => {
    const owned = await names(sql`
      select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
       where r.rolname in ('app_web', 'app_auth', 'app_night', 'app_ctx', 'app_backup')
         and c.relnamespace = 'public'::regnamespace`);
    const mighty = await names(sql`
      select rolname as name from pg_roles
       where rolname in ('app_web', 'app_auth', 'app_night', 'app_ctx')
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`);
    const members = await names(sql`
      select m.rolname || ' in ' || g.rolname as name from pg_auth_members a
        join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
       where m.rolname in ('app_web', 'app_auth', 'app_night')`);
    expect([owned, mighty, members]).toEqual([[], [], []]);
  });

  it("sets the search path of every function that runs with the rights of its owner", async () => {
    const loose = await names(sql`
      select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace in ('public'::regnamespace, 'app'::regnamespace)
         and p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)`);
    expect(loose).toEqual([]);
  });

  it("lets nobody read credentials but the role that signs people in", async () => {
    const rows = await db.owner.execute<{ grantee: string; table_name: string }>(sql`
      select distinct grantee, table_name from information_schema.role_table_grants
       where table_schema = 'public' and grantee not in ('app_backup', current_user)
         and table_name in ('credentials', 'sessions', 'accounts', 'verification_tokens', 'owner_tokens', 'login_attempts')`);
    expect(new Set(rows.map((row) => row.grantee))).toEqual(new Set(["app_auth"]));
  });

  it("gives sign-in no training, wellness or organisation", async () => {
    const seen = await names(sql`
      select distinct table_name as name from information_schema.role_table_grants
       where grantee = 'app_auth' and table_schema = 'public' and privilege_type = 'SELECT' order by 1`);
    expect(seen).toEqual([
      "accounts",
      "credentials",
      "login_attempts",
      "owner_tokens",
      "sessions",
      "users",
      "verification_tokens",
    ]);
  });
});
