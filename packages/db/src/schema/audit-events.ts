import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { allow, allowAll, authRole, forgetting, inContext, isMe, nightRole, webRole } from "./policies.ts";

/** Who did what to whose data; rows are added, never changed. No foreign keys: it outlives whom it names. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    actorId: uuid(),
    athleteId: uuid(),
    orgId: uuid(),
    at: createdAt(),
    ipPrefix: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index("audit_events_athlete").on(t.athleteId, t.at),
    index("audit_events_org").on(t.orgId, t.at),
    index("audit_events_actor").on(t.actorId, t.at),
    allow(
      "web_select",
      webRole,
      "select",
      sql`${isMe("athlete_id")} or ${isMe("actor_id")} or ${inContext("org_id", "org_admin")}`,
    ),
    allow("web_insert", webRole, "insert", isMe("actor_id")),
    ...allowAll(authRole, "insert"),
    ...allowAll(nightRole, "insert"),
    ...forgetting(),
  ],
);
