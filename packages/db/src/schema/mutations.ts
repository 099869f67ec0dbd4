import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { athleteId, createdAt } from "./columns.ts";
import { allow, allowAll, forgetting, isMe, nightRole, webRole } from "./policies.ts";

/** Every write that a client may repeat: its id, what was asked, what was answered. Kept for 30 days. */
export const mutations = pgTable(
  "mutations",
  {
    id: uuid().notNull(),
    /** The athlete it is about; the actor where it is about none. */
    athleteId: athleteId(),
    actorId: uuid().notNull(),
    requestHash: text().notNull(),
    response: jsonb(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("mutations_athlete").on(t.athleteId, t.at),
    allow("web_select", webRole, "select", isMe("actor_id")),
    allow("web_insert", webRole, "insert", isMe("actor_id")),
    allow("web_update", webRole, "update", isMe("actor_id")),
    ...allowAll(nightRole, "select", "delete"),
    ...forgetting(),
  ],
);
