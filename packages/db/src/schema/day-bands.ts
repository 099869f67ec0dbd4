import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import { allow, allowAll, inContext, isMe, nightRole, webRole } from "./policies.ts";
import { users } from "./users.ts";

export const BAND_KINDS = ["note", "unavailable", "travel", "illness", "injury"] as const;

/** Health is for those who may see it, and for whoever wrote it down. */
const readable = () =>
  sql`${inContext("athlete_id", "vis_training")} and (kind not in ('illness', 'injury') or ${isMe("author_id")} or ${inContext("athlete_id", "vis_medical")})`;
const writable = () => sql`${inContext("athlete_id", "vis_training_write")} and (${readable()})`;

/** Days of an athlete's calendar that something lies over; all but a note excuse the workouts on them. */
export const dayBands = pgTable(
  "day_bands",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    kind: text({ enum: BAND_KINDS }).notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    note: text(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("day_bands_day").on(t.athleteId, t.startsOn),
    index("day_bands_author").on(t.authorId),
    oneOf("day_bands_kind", t.kind, BAND_KINDS),
    check("day_bands_order", sql`${t.endsOn} >= ${t.startsOn}`),
    allow("web_select", webRole, "select", readable()),
    allow("web_insert", webRole, "insert", writable()),
    allow("web_update", webRole, "update", writable()),
    ...allowAll(nightRole, "select"),
  ],
);
