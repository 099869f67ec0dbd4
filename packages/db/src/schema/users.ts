import { sql } from "drizzle-orm";
import { boolean, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { allow, allowAll, authRole, contextRole, inContext, isMe, nightRole, webRole } from "./policies.ts";

/** A person who signs in. An athlete is a user with an athlete profile; a coach is one by membership. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** One address, lower case, NFKC. */
    email: text().notNull(),
    name: text().notNull(),
    emailVerifiedAt: instant(),
    timeZone: text().notNull().default("UTC"),
    language: text().notNull().default("en"),
    units: text({ enum: ["metric", "imperial"] })
      .notNull()
      .default("metric"),
    theme: text({ enum: ["system", "light", "dark"] })
      .notNull()
      .default("system"),
    /** May operate the server itself: the account made by the one-time token of the first run. */
    isOperator: boolean().notNull().default(false),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
    deletedAt: instant(),
  },
  (t) => [
    unique("users_email").on(t.email),
    allow("web_select", webRole, "select", inContext("id", "vis_people")),
    allow("web_update", webRole, "update", isMe("id")),
    ...allowAll(authRole, "select", "insert", "update", "delete"),
    ...allowAll(nightRole, "select"),
    ...allowAll(contextRole, "select"),
    allow("demo_insert", contextRole, "insert", sql`is_demo`),
    // The demo, and whoever erases themselves.
    allow("demo_delete", contextRole, "delete", sql`is_demo or ${isMe("id")}`),
  ],
);
