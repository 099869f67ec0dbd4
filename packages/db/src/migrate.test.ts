import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDb } from "./client.ts";
import { inTransaction } from "./context.ts";
import { migrate } from "./migrate.ts";
import { openTestDb, type TestDb } from "./testing/index.ts";

/** The passwords that the test server's accounts have already: they belong to all of its databases. */
function passwords() {
  const of = (url: string) => decodeURIComponent(new URL(url).password);
  return {
    web: of(db.urls.web),
    auth: of(db.urls.auth),
    night: of(db.urls.night),
    backup: of(db.urls.backup),
  };
}

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

it("a second migration changes nothing and two at once do not meet", async () => {
  const before = await fingerprint();
  await Promise.all([migrate(db.urls.owner, passwords()), migrate(db.urls.owner, passwords())]);
  expect(await fingerprint()).toEqual(before);
});

it("a right given by hand is gone after the next migration", async () => {
  await db.owner.execute(sql`grant select on credentials to app_web`);
  await migrate(db.urls.owner, passwords());
  const [row] = await db.owner.execute(
    sql`select has_table_privilege('app_web', 'credentials', 'select') as may`,
  );
  expect(row?.may).toBe(false);
});

it("a migration gives way to a reader and succeeds once they are done", async () => {
  const reader = createDb(db.urls.owner, { max: 1 });
  let migrated: Promise<void> | undefined;
  await inTransaction(reader, async (tx) => {
    await tx.execute(sql`select count(*) from activities`);
    migrated = migrate(db.urls.owner, passwords());
    migrated.catch(() => {});
    // Another reader is never stuck behind the waiting migration for long.
    for (let read = 0; read < 3; read++) await db.owner.execute(sql`select count(*) from activities`);
  });
  await migrated;
  await reader.close();
});

it("a database of a newer version is refused", async () => {
  await db.owner.execute(sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`);
  await expect(migrate(db.urls.owner, passwords())).rejects.toThrow(/newer version/);
});

async function fingerprint(): Promise<unknown> {
  const rights = await db.owner.execute(sql`
    select relname, grantee::regrole::text, privilege_type from pg_class, aclexplode(relacl)
     where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1, 2, 3`);
  const policies = await db.owner.execute(
    sql`select tablename, policyname, qual from pg_policies order by 1, 2`,
  );
  return JSON.stringify([rights, policies]);
}
