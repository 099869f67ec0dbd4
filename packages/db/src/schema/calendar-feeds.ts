import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, bytea, createdAt, instant, oneOf } from "./columns.ts";
import { allowAll, athletePolicies, contextRole } from "./policies.ts";

/** Addresses under which an athlete's plan can be read by a calendar, without signing in. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** SHA-256 of the secret in the address; the secret itself is shown once. */
    tokenHash: bytea().notNull(),
    detail: text({ enum: ["full", "busy"] }).notNull(),
    /** Minutes after midnight by weekday, Monday first; null for an all-day entry. */
    startMinutes: jsonb().$type<(number | null)[]>().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("calendar_feeds_athlete").on(t.athleteId),
    unique("calendar_feeds_token").on(t.tokenHash, t.athleteId),
    oneOf("calendar_feeds_detail", t.detail, ["full", "busy"]),
    ...athletePolicies({ read: "training", write: "own" }),
    // Finds whose calendar a secret address is.
    ...allowAll(contextRole, "select"),
  ],
);
