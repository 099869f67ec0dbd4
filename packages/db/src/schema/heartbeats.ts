import { sql } from "drizzle-orm";
import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { allow, allowAll, contextRole, nightRole, webRole } from "./policies.ts";

/** When each worker was last seen alive; nothing of any athlete. */
export const heartbeats = pgTable(
  "heartbeats",
  {
    name: text().primaryKey(),
    seenAt: instant().notNull(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  () => [
    allow("web_select", webRole, "select", sql`true`),
    ...allowAll(nightRole, "select", "insert", "update", "delete"),
    ...allowAll(contextRole, "select"),
  ],
);
