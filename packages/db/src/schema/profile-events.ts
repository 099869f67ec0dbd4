import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, oneOf } from "./columns.ts";
import { allow, inContext, isMe, webRole } from "./policies.ts";
import { users } from "./users.ts";

export const PROFILE_EVENT_KINDS = [
  "profile-changed",
  "result-added",
  "result-removed",
  "suggestion-dismissed",
  "suggestion-restored",
] as const;

/** What changed of what paces, loads and plans of an athlete rest on, by whom and when. Rows are added, never changed. */
export const profileEvents = pgTable(
  "profile_events",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    actorId: uuid().references(() => users.id, { onDelete: "set null" }),
    kind: text({ enum: PROFILE_EVENT_KINDS }).notNull(),
    /** Key of the suggestion it takes, dismisses or brings back; null without one. */
    suggestion: text(),
    /** Fields of the profile, or the result and the score: as they were and as they are. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    reason: text(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("profile_events_athlete").on(t.athleteId, t.at),
    index("profile_events_actor").on(t.actorId),
    oneOf("profile_events_kind", t.kind, PROFILE_EVENT_KINDS),
    allow("web_select", webRole, "select", inContext("athlete_id", "vis_training")),
    allow(
      "web_insert",
      webRole,
      "insert",
      sql`${isMe("actor_id")} and ${inContext("athlete_id", "vis_training_write")}`,
    ),
  ],
);
