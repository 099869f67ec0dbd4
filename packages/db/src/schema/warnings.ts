import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import { allow, allowAll, inContext, nightRole, webRole } from "./policies.ts";
import { users } from "./users.ts";

const WARNING_SCOPES = ["training", "wellness", "medical"] as const;

/** A warning is seen by those who may see what it was made from. */
function visible() {
  const perScope = WARNING_SCOPES.map(
    (scope) => sql`(scope = '${sql.raw(scope)}' and ${inContext("athlete_id", `vis_${scope}`)})`,
  );
  return sql.join(perScope, sql` or `);
}

const handled = () => sql`(${visible()}) and ${inContext("athlete_id", "vis_training_write")}`;

/** The night's verdict on an athlete, from the day it opened until the day it no longer held. */
export const warnings = pgTable(
  "warnings",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    kind: text().notNull(),
    /** The most private consent that its evidence draws on. */
    scope: text({ enum: WARNING_SCOPES }).notNull(),
    severity: text({ enum: ["info", "warn", "error"] }).notNull(),
    openedOn: date({ mode: "string" }).notNull(),
    lastSeenOn: date({ mode: "string" }).notNull(),
    closedOn: date({ mode: "string" }),
    title: text().notNull(),
    evidence: jsonb().$type<Record<string, unknown>[]>().notNull(),
    remedy: jsonb().$type<Record<string, unknown>>(),
    source: text().array().notNull().default(sql`'{}'`),
    seenAt: instant(),
    snoozedUntil: date({ mode: "string" }),
    snoozeReason: text(),
    /** What a person said of it: a wrong warning is not raised again from the same evidence. */
    verdict: text({ enum: ["right", "wrong"] }),
    verdictBy: uuid().references(() => users.id, { onDelete: "set null" }),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("warnings_athlete").on(t.athleteId, t.openedOn),
    index("warnings_verdict_by").on(t.verdictBy),
    uniqueIndex("warnings_open").on(t.athleteId, t.kind).where(sql`closed_on is null`),
    oneOf("warnings_scope", t.scope, WARNING_SCOPES),
    oneOf("warnings_severity", t.severity, ["info", "warn", "error"]),
    oneOf("warnings_verdict", t.verdict, ["right", "wrong"]),
    allow("web_select", webRole, "select", visible()),
    allow("web_update", webRole, "update", handled()),
    ...allowAll(nightRole, "select", "insert", "update", "delete"),
  ],
);

/** What happened to a warning, by the night or a person; rows are added, never changed. */
export const warningEvents = pgTable(
  "warning_events",
  {
    id: uuid().notNull(),
    athleteId: athleteId(),
    warningId: uuid().notNull(),
    scope: text({ enum: WARNING_SCOPES }).notNull(),
    kind: text().notNull(),
    actorId: uuid(),
    localDate: date({ mode: "string" }).notNull(),
    at: createdAt(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("warning_events_warning").on(t.warningId, t.athleteId),
    index("warning_events_athlete").on(t.athleteId, t.localDate),
    foreignKey({
      name: "warning_events_warning",
      columns: [t.warningId, t.athleteId],
      foreignColumns: [warnings.id, warnings.athleteId],
    }).onDelete("cascade"),
    allow("web_select", webRole, "select", visible()),
    allow("web_insert", webRole, "insert", handled()),
    ...allowAll(nightRole, "select", "insert"),
  ],
);
