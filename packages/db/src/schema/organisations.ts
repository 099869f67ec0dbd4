import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, oneOf, within } from "./columns.ts";
import { allow, allowAll, contextRole, forgetting, inContext, isMe, nightRole, webRole } from "./policies.ts";
import { users } from "./users.ts";

export const ROLES = ["owner", "head-coach", "coach", "assistant", "athlete"] as const;
export const SCOPES = ["training", "wellness", "medical", "location"] as const;

/** A club or a coach's practice. Training belongs to the athletes, never to it. */
export const organisations = pgTable(
  "organisations",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
    deletedAt: instant(),
  },
  () => [
    allow("web_select", webRole, "select", inContext("id", "orgs")),
    allow("web_update", webRole, "update", inContext("id", "org_owner")),
    ...allowAll(nightRole, "select"),
    ...allowAll(contextRole, "select", "insert"),
    allow("demo_delete", contextRole, "delete", sql`is_demo`),
  ],
);

const managed = () =>
  sql`(${inContext("org_id", "org_admin")} and role <> 'owner') or ${inContext("org_id", "org_owner")}`;

/**
 * Who belongs to an organisation and as what. Rows are made by `app.create_organisation` and
 * `app.accept_invitation` alone; ended ones stay ended until somebody is invited again.
 */
export const memberships = pgTable(
  "memberships",
  {
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ROLES }).notNull(),
    status: text({ enum: ["active", "ended"] }).notNull(),
    joinedAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId] }),
    index("memberships_user").on(t.userId, t.status),
    oneOf("memberships_role", t.role, ROLES),
    oneOf("memberships_status", t.status, ["active", "ended"]),
    // An athlete sees who coaches there, not who else trains there.
    allow(
      "web_select",
      webRole,
      "select",
      sql`${isMe("user_id")} or ${inContext("org_id", "org_staff")} or (${inContext("org_id", "orgs")} and role <> 'athlete')`,
    ),
    allow("web_update_managed", webRole, "update", sql`status = 'active' and (${managed()})`, managed()),
    allow(
      "web_leave",
      webRole,
      "update",
      sql`${isMe("user_id")} and status = 'active'`,
      sql`${isMe("user_id")} and status = 'ended'`,
    ),
    ...allowAll(nightRole, "select"),
    ...allowAll(contextRole, "select", "insert", "update"),
  ],
);

/** When a coach of an organisation gets the morning digest, by the coach's own clock. No row: at six. */
export const digestSettings = pgTable(
  "digest_settings",
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    isOn: boolean().notNull().default(true),
    hour: smallint().notNull().default(6),
    /** Asked for at once; null when it is made. */
    askedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId] }),
    foreignKey({
      name: "digest_settings_membership",
      columns: [t.orgId, t.userId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }).onDelete("cascade"),
    within("digest_settings_hour", t.hour, 0, 23),
    allow("web_select", webRole, "select", isMe("user_id")),
    allow("web_insert", webRole, "insert", sql`${isMe("user_id")} and ${inContext("org_id", "orgs")}`),
    allow("web_update", webRole, "update", isMe("user_id")),
    ...allowAll(nightRole, "select", "update"),
  ],
);

/** An invitation: bound to one address, single use, expiring. Only the token's SHA-256 is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** What an athlete is asked to share, and with whom: the inviter. */
    scopes: text().array().notNull().default(sql`'{}'`),
    inviterId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    note: text(),
    tokenHash: bytea().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    revokedAt: instant(),
  },
  (t) => [
    unique("invitations_token").on(t.tokenHash),
    index("invitations_org").on(t.orgId, t.createdAt),
    index("invitations_inviter").on(t.inviterId),
    index("invitations_accepted_by").on(t.acceptedBy),
    oneOf("invitations_role", t.role, ROLES),
    allow("web_select", webRole, "select", inContext("org_id", "org_coach")),
    allow(
      "web_insert",
      webRole,
      "insert",
      sql`${isMe("inviter_id")} and (${managed()} or (${inContext("org_id", "org_coach")} and role = 'athlete'))`,
    ),
    allow(
      "web_update",
      webRole,
      "update",
      sql`accepted_at is null and (${isMe("inviter_id")} or ${inContext("org_id", "org_admin")})`,
      sql`${inContext("org_id", "org_coach")} and accepted_at is null`,
    ),
    ...allowAll(contextRole, "select", "update"),
  ],
);

/**
 * What an athlete lets one coach of one organisation see. The athlete gives it; the athlete, the coach who
 * leaves, or whoever ends a membership may end it; nobody but the athlete can give it again.
 */
export const consents = pgTable(
  "consents",
  {
    orgId: uuid().notNull(),
    coachId: uuid().notNull(),
    athleteId: uuid().notNull(),
    scope: text({ enum: SCOPES }).notNull(),
    textVersion: text().notNull(),
    grantedAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.coachId, t.athleteId, t.scope] }),
    foreignKey({
      name: "consents_coach",
      columns: [t.orgId, t.coachId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "consents_athlete",
      columns: [t.orgId, t.athleteId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }).onDelete("cascade"),
    index("consents_athlete").on(t.athleteId, t.orgId),
    index("consents_org_athlete").on(t.orgId, t.athleteId),
    index("consents_live").on(t.coachId, t.scope, t.athleteId).where(sql`revoked_at is null`),
    oneOf("consents_scope", t.scope, SCOPES),
    allow(
      "web_select",
      webRole,
      "select",
      sql`${isMe("athlete_id")} or ${isMe("coach_id")} or ${inContext("org_id", "org_admin")}`,
    ),
    allow("web_insert", webRole, "insert", isMe("athlete_id")),
    allow("web_update", webRole, "update", isMe("athlete_id")),
    allow(
      "web_end",
      webRole,
      "update",
      sql`revoked_at is null and (${isMe("coach_id")} or ${inContext("org_id", "org_admin")})`,
      sql`revoked_at is not null and (${isMe("coach_id")} or ${inContext("org_id", "org_admin")})`,
    ),
    ...allowAll(nightRole, "select"),
    ...allowAll(contextRole, "select"),
  ],
);

/** Every consent given or ended, for ever. */
export const consentEvents = pgTable(
  "consent_events",
  {
    id: uuid().notNull(),
    athleteId: uuid().notNull(),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    coachId: uuid().notNull(),
    scope: text({ enum: SCOPES }).notNull(),
    action: text({ enum: ["granted", "ended"] }).notNull(),
    textVersion: text(),
    actorId: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("consent_events_athlete").on(t.athleteId, t.at),
    index("consent_events_org").on(t.orgId),
    oneOf("consent_events_action", t.action, ["granted", "ended"]),
    allow(
      "web_select",
      webRole,
      "select",
      sql`${isMe("athlete_id")} or ${isMe("coach_id")} or ${inContext("org_id", "org_admin")}`,
    ),
    allow("web_insert", webRole, "insert", isMe("actor_id")),
    ...forgetting(),
  ],
);
