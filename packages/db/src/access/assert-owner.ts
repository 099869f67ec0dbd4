import postgres, { type Sql } from "postgres";
import type { RolePasswords } from "../embedded/role-urls.ts";
import { roleUrls } from "../embedded/role-urls.ts";
import { ALL_ROLES } from "./roles.ts";

const OLDEST_SERVER = 160_000;
const WRONG_PASSWORD = "28P01";

type Owner = {
  version: number;
  me: string;
  database: string;
  is_super: boolean;
  owns: boolean;
  may_create_roles: boolean;
  /** Roles of ours that are there already and not his to change. */
  not_his: string[];
  /** Another account that made tables here. */
  maker: string | null;
};

/**
 * Refuses, before anything is made, an account that could not make the tables and accounts of Mesocycle, and says what
 * a superuser has to grant it.
 * @throws when the server is too old, the account lacks a right, or the server serves another Mesocycle already
 */
export async function assertOwner(sql: Sql, ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const owner = await look(sql);
  if (owner.version < OLDEST_SERVER) {
    throw new Error(
      `The database server is PostgreSQL ${Math.floor(owner.version / 10_000)}; Mesocycle needs 16 or newer. ` +
        "Use a newer server, or unset DATABASE_URL to use the embedded one.",
    );
  }
  if (owner.maker && !owner.is_super) {
    throw new Error(
      `The database ${owner.database} holds tables that ${owner.maker} made, which ${owner.me} cannot change. ` +
        `Put ${owner.maker} into DATABASE_URL, or name an empty database.`,
    );
  }
  const missing = owner.is_super ? [] : missingRights(owner);
  if (missing.length > 0) {
    throw new Error(
      `The account ${owner.me} of DATABASE_URL lacks rights that Mesocycle needs. Let a superuser of that server run\n` +
        `${missing.map((line) => `  ${line}`).join("\n")}\nin the database ${owner.database} and start again.`,
    );
  }
  await refuseShared(sql, ownerUrl, passwords);
}

async function look(sql: Sql): Promise<Owner> {
  const [owner] = await sql<Owner[]>`
    select current_setting('server_version_num')::int as version, quote_ident(current_user) as me,
           quote_ident(current_database()) as database, r.rolsuper as is_super, r.rolcreaterole as may_create_roles,
           pg_has_role(d.datdba, 'usage') as owns,
           array(select rolname::text from pg_roles
                  where rolname = any (${ALL_ROLES}) and not pg_has_role(oid, 'member with admin option')
                  order by 1) as not_his,
           (select min(quote_ident(pg_get_userbyid(relowner))) from pg_class
             where relnamespace in (to_regnamespace('public'), to_regnamespace('drizzle'))
               and relkind = 'r' and not pg_has_role(relowner, 'usage')) as maker
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;
  if (!owner) throw new Error("The database does not say which account is signed in.");
  return owner;
}

/** What is to be run, statement by statement. */
function missingRights(owner: Owner): string[] {
  const { me, database } = owner;
  const lines = [];
  if (!owner.owns) lines.push(`ALTER DATABASE ${database} OWNER TO ${me};`);
  if (!owner.may_create_roles) lines.push(`ALTER ROLE ${me} CREATEROLE;`);
  if (owner.not_his.length > 0) lines.push(`GRANT ${owner.not_his.join(", ")} TO ${me} WITH ADMIN OPTION;`);
  return lines;
}

/** Accounts belong to the whole server: to change their passwords would lock out the Mesocycle that uses them. */
async function refuseShared(sql: Sql, ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const others = await sql<{ name: string }[]>`
    select distinct d.datname::text as name from pg_shdepend s
      join pg_database d on d.oid = s.dbid
      join pg_roles r on r.oid = s.refobjid and s.refclassid = 'pg_authid'::regclass
     where r.rolname = 'app_web' and d.datname <> current_database() order by 1 limit 3`;
  if (others.length === 0 || (await isAccepted(roleUrls(ownerUrl, passwords).appUrl))) return;
  throw new Error(
    `The server of DATABASE_URL already serves another Mesocycle (database ${others.map(({ name }) => name).join(", ")}), ` +
      "and both would use the accounts app_web, app_auth, app_night and app_backup. Use a server of its own for each, " +
      "or drop that database if it is not used any more. If both belong to this installation, " +
      "keep the secrets.json of its data folder.",
  );
}

/** Whether the server knows the account by that password; it may still refuse it the database. */
async function isAccepted(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== WRONG_PASSWORD;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
