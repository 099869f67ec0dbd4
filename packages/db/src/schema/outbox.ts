import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, oneOf } from "./columns.ts";
import { allow, allowAll, authRole, contextRole, forgetting, nightRole, webRole } from "./policies.ts";

/** What must leave the house, written in the transaction that caused it. Sent at least once, named by its key. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey(),
    /** kind:subject:day, or anything that the same cause makes again. */
    dedupeKey: text().notNull(),
    kind: text({ enum: ["mail", "push", "webhook"] }).notNull(),
    /** The person it concerns, so that an erasure finds it. */
    userId: uuid(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ["pending", "sent", "dead"] })
      .notNull()
      .default("pending"),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    nextAt: createdAt(),
    sentAt: instant(),
    deadAt: instant(),
    lastError: text(),
  },
  (t) => [
    unique("outbox_dedupe_key").on(t.dedupeKey),
    index("outbox_pending").on(t.nextAt).where(sql`state = 'pending'`),
    index("outbox_sent").on(t.sentAt).where(sql`state = 'sent'`),
    index("outbox_dead").on(t.deadAt).where(sql`state = 'dead'`),
    oneOf("outbox_kind", t.kind, ["mail", "push", "webhook"]),
    oneOf("outbox_state", t.state, ["pending", "sent", "dead"]),
    // Whoever writes to it cannot read it.
    allow("web_insert", webRole, "insert", sql`state = 'pending'`),
    allow("auth_insert", authRole, "insert", sql`state = 'pending'`),
    ...allowAll(nightRole, "select", "insert", "update", "delete"),
    ...forgetting(),
    ...allowAll(contextRole, "update"),
  ],
);
