import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, inContext, isMe, webRole } from "./policies.ts";
import { users } from "./users.ts";

const author = sql`${inContext("org_id", "org_coach")} and ${isMe("author_id")}`;
/** A workout of one's own is its author's alone until it is shared. */
const seen = sql`${inContext("org_id", "org_staff")} and (is_shared or ${isMe("author_id")})`;
const kept = sql`${inContext("org_id", "org_coach")} and (is_shared or ${isMe("author_id")})`;

/** A workout that a coach keeps to give again, as its latest version has it. */
export const libraryWorkouts = pgTable(
  "library_workouts",
  {
    id: uuid().primaryKey(),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    /** Whether the other coaches of the organisation see it and may change it. */
    isShared: boolean().notNull(),
    /** Name of the folder; empty: in none. */
    folder: text().notNull().default(""),
    title: text().notNull(),
    kind: text().notNull(),
    hard: boolean().notNull(),
    /** In the text language; exercises for strength. */
    text: text().notNull(),
    purpose: text().notNull().default(""),
    phases: text().array().notNull().default(sql`'{}'::text[]`),
    events: text().array().notNull().default(sql`'{}'::text[]`),
    /** The lowest level it is given to; null: any. */
    level: text(),
    freshness: text().notNull().default("any"),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    index("library_workouts_org").on(t.orgId, t.folder, t.title),
    index("library_workouts_author").on(t.authorId),
    allow("web_select", webRole, "select", seen),
    allow("web_insert", webRole, "insert", author),
    allow("web_update", webRole, "update", kept),
  ],
);

const ofSeenWorkout = sql`exists (select 1 from library_workouts w where w.id = workout_id)`;

/** What such a workout said, version by version; never changed once it is kept. */
export const libraryWorkoutVersions = pgTable(
  "library_workout_versions",
  {
    workoutId: uuid()
      .notNull()
      .references(() => libraryWorkouts.id, { onDelete: "cascade" }),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    title: text().notNull(),
    kind: text().notNull(),
    hard: boolean().notNull(),
    text: text().notNull(),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workoutId, t.version] }),
    index("library_workout_versions_org").on(t.orgId),
    index("library_workout_versions_author").on(t.authorId),
    allow("web_select", webRole, "select", sql`${inContext("org_id", "org_staff")} and ${ofSeenWorkout}`),
    allow("web_insert", webRole, "insert", sql`${inContext("org_id", "org_coach")} and ${ofSeenWorkout}`),
  ],
);
