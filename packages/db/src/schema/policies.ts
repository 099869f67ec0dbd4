import { type SQL, sql } from "drizzle-orm";
import { type PgPolicy, type PgPolicyConfig, pgPolicy, pgRole } from "drizzle-orm/pg-core";

/** The web application and every job that acts as one user. */
export const webRole = pgRole("app_web").existing();
/** Sign-in: users, credentials and sign-in rows, nothing of training. */
export const authRole = pgRole("app_auth").existing();
/** The night and the mail queue: many athletes at once, exactly the tables it needs. */
export const nightRole = pgRole("app_night").existing();
/** Owns the functions that open a context and may read all memberships and consents. Cannot sign in. */
export const contextRole = pgRole("app_ctx").existing();

export type Scope = "training" | "wellness" | "medical" | "location";
/** A list of ids that `app.open_ctx` leaves for one transaction. */
type IdList =
  | `vis_${Scope}`
  | "vis_training_write"
  | "vis_people"
  | "orgs"
  | "org_staff"
  | "org_coach"
  | "org_admin"
  | "org_owner";

/**
 * `column` is in a list of the context. The array is made once per statement; after COMMIT a setting is the
 * empty text and not null, hence nullif. The outer cast keeps `any` from reading the sub-select as rows.
 */
export function inContext(column: string, list: IdList): SQL {
  return sql.raw(
    `${column} = any ((select string_to_array(nullif(current_setting('app.${list}', true), ''), ',')::uuid[])::uuid[])`,
  );
}

/** `column` is the user who asks. */
export function isMe(column: string): SQL {
  return sql.raw(`${column} = (select nullif(current_setting('app.user_id', true), '')::uuid)`);
}

const always = sql.raw("true");

type Command = "select" | "insert" | "update" | "delete";
type Role = PgPolicyConfig["to"];

/** One policy for one command; the rule is what may be seen or touched and, for writes, what may result. */
export function allow(name: string, to: Role, command: Command, rule: SQL, result: SQL = rule): PgPolicy {
  if (command === "insert") return pgPolicy(name, { for: command, to, withCheck: result });
  if (command === "update") return pgPolicy(name, { for: command, to, using: rule, withCheck: result });
  return pgPolicy(name, { for: command, to, using: rule });
}

/** A role that works on all rows of the table: the night, sign-in. */
export function allowAll(to: typeof nightRole, ...commands: Command[]): PgPolicy[] {
  return commands.map((command) => allow(`${to.name}_${command}`, to, command, always));
}

/** For tables that outlive the people they name: what removes the demo removes these rows too. */
export function forgetting(): PgPolicy[] {
  return allowAll(contextRole, "select", "delete");
}

export type AthleteAccess = {
  /** Whose eyes: the athlete's, and those of coaches with this scope. */
  read: Scope;
  /** Who writes on the web: the athlete alone, also coaches who may plan, or nobody. */
  write: "own" | "coach" | "none";
  night?: "read" | "write";
  /** Rows are added, never changed. */
  appendOnly?: true;
};

/** The policies of a table whose rows belong to an athlete. */
export function athletePolicies(access: AthleteAccess): PgPolicy[] {
  const seen = inContext("athlete_id", `vis_${access.read}`);
  const written = access.write === "own" ? isMe("athlete_id") : inContext("athlete_id", "vis_training_write");
  const writes: Command[] = access.appendOnly ? ["insert"] : ["insert", "update", "delete"];
  const policies = [allow("web_select", webRole, "select", seen)];
  if (access.write !== "none") {
    policies.push(...writes.map((command) => allow(`web_${command}`, webRole, command, written)));
  }
  if (access.night) policies.push(...allowAll(nightRole, "select"));
  if (access.night === "write") policies.push(...allowAll(nightRole, ...writes));
  return policies;
}
