import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { allow, isMe, webRole } from "./policies.ts";
import { users } from "./users.ts";

/** How a coach looks at their athletes: a name for whom, in what order and with which columns. Theirs alone. */
export const rosterViews = pgTable(
  "roster_views",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    view: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("roster_views_name").on(t.userId, t.name),
    index("roster_views_user").on(t.userId),
    allow("web_select", webRole, "select", isMe("user_id")),
    allow("web_insert", webRole, "insert", isMe("user_id")),
    allow("web_update", webRole, "update", isMe("user_id")),
    allow("web_delete", webRole, "delete", isMe("user_id")),
  ],
);
