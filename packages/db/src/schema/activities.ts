import {
  type AnyPgColumn,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, atLeastZero, bytea, createdAt, instant, oneOf, within } from "./columns.ts";
import { originals } from "./imports.ts";
import { allowAll, athletePolicies, contextRole } from "./policies.ts";
import { plannedWorkouts } from "./seasons.ts";
import { users } from "./users.ts";

export const SPORTS = ["run", "ride", "swim", "walk", "hike", "strength", "mobility", "other"] as const;
export const SOURCES = ["manual", "file", "import", "demo", "api"] as const;

/** What was done. SI units; null means not recorded. */
export const activities = pgTable(
  "activities",
  {
    /** UUIDv7, made by whoever first saved it, so that a repeated save is the same row. */
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** The day in the athlete's zone, worked out once when the row was written. */
    localDate: date({ mode: "string" }).notNull(),
    startAt: instant(),
    timeZone: text(),
    sport: text({ enum: SPORTS }).notNull(),
    title: text(),
    distanceM: doublePrecision(),
    /** Timer time. */
    durationS: doublePrecision().notNull(),
    elapsedS: doublePrecision(),
    movingS: doublePrecision(),
    elevationGainM: doublePrecision(),
    avgHrBpm: doublePrecision(),
    maxHrBpm: doublePrecision(),
    /** CR10, 0 to 10. */
    rpe: doublePrecision(),
    /** 1 poor to 5 great. */
    feel: doublePrecision(),
    notes: text(),
    source: text({ enum: SOURCES }).notNull(),
    /** What makes a second import of the same thing the same row: a file's hash, a history's id. */
    sourceKey: text(),
    device: text(),
    originalId: uuid(),
    importBatchId: uuid(),
    plannedWorkoutId: uuid(),
    /** A person chose the pairing; matching leaves it alone. */
    matchLocked: boolean().notNull().default(false),
    /** Load × 10, an integer, so that sums are exact. */
    loadX10: integer("load_x10"),
    loadMethod: text(),
    /** How the load was made: inputs used, inputs left out, formula. */
    loadDetail: jsonb().$type<Record<string, unknown>>(),
    /** Exercises as they were done, in the history file's shape; null where none were written down. */
    exercises: jsonb().$type<Record<string, unknown>[]>(),
    /** Findings about the laps: reps, fade, class. */
    reading: jsonb().$type<Record<string, unknown>>(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    unique("activities_source_key").on(t.athleteId, t.sourceKey),
    index("activities_day").on(t.athleteId, t.localDate),
    index("activities_by_day").on(t.localDate, t.athleteId),
    index("activities_planned_workout").on(t.plannedWorkoutId, t.athleteId),
    index("activities_original").on(t.originalId, t.athleteId),
    index("activities_import_batch").on(t.importBatchId, t.athleteId),
    foreignKey({
      name: "activities_planned_workout",
      columns: [t.plannedWorkoutId, t.athleteId],
      foreignColumns: [plannedWorkouts.id, plannedWorkouts.athleteId],
    }),
    foreignKey({
      name: "activities_original",
      columns: [t.originalId, t.athleteId],
      foreignColumns: [originals.id, originals.athleteId],
    }),
    oneOf("activities_sport", t.sport, SPORTS),
    oneOf("activities_source", t.source, SOURCES),
    atLeastZero("activities_not_negative", t.distanceM, t.durationS, t.loadX10),
    within("activities_rpe", t.rpe, 0, 10),
    within("activities_feel", t.feel, 1, 5),
    ...athletePolicies({ read: "training", write: "own", night: "write" }),
    ...allowAll(contextRole, "select", "update"),
  ],
);

const ofActivity = (name: string, t: { activityId: AnyPgColumn; athleteId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.activityId, t.athleteId],
    foreignColumns: [activities.id, activities.athleteId],
  }).onDelete("cascade");

/** A lap as the device or the history gave it. */
export const activityLaps = pgTable(
  "activity_laps",
  {
    activityId: uuid().notNull(),
    athleteId: athleteId(),
    position: smallint().notNull(),
    kind: text({ enum: ["warmup", "work", "rest", "cooldown"] }),
    startOffsetS: doublePrecision(),
    durationS: doublePrecision(),
    movingS: doublePrecision(),
    distanceM: doublePrecision(),
    avgHrBpm: doublePrecision(),
    maxHrBpm: doublePrecision(),
    elevationGainM: doublePrecision(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.athleteId, t.position] }),
    // A whole history is read at each save, and its key begins with the activity.
    index("activity_laps_athlete").on(t.athleteId),
    ofActivity("activity_laps_activity", t),
    ...athletePolicies({ read: "training", write: "own", night: "read" }),
  ],
);

/**
 * The samples of one activity, one row for all of them: each column a compressed array (`codec` says how).
 * Places are kept apart, in `activity_tracks`, under a consent of their own.
 */
export const activityStreams = pgTable(
  "activity_streams",
  {
    activityId: uuid().notNull(),
    athleteId: athleteId(),
    codec: text().notNull(),
    sampleCount: integer().notNull(),
    timeS: bytea().notNull(),
    distanceM: bytea(),
    speedMps: bytea(),
    elevationM: bytea(),
    hrBpm: bytea(),
    cadenceSpm: bytea(),
    powerW: bytea(),
    /** What a load needs of the samples, as sums; null in rows from before they were kept. */
    effort: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.athleteId] }),
    ofActivity("activity_streams_activity", t),
    ...athletePolicies({ read: "training", write: "own", night: "read" }),
  ],
);

/** Where it was: latitudes and longitudes beside the samples of `activity_streams`. */
export const activityTracks = pgTable(
  "activity_tracks",
  {
    activityId: uuid().notNull(),
    athleteId: athleteId(),
    codec: text().notNull(),
    lat: bytea().notNull(),
    lng: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.athleteId] }),
    ofActivity("activity_tracks_activity", t),
    ...athletePolicies({ read: "location", write: "own" }),
  ],
);

/** Who said which workout an activity was, or that it was none; no row where matching found it. */
export const activityPairings = pgTable(
  "activity_pairings",
  {
    activityId: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    actorId: uuid().references(() => users.id, { onDelete: "set null" }),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.athleteId] }),
    index("activity_pairings_athlete").on(t.athleteId),
    index("activity_pairings_actor").on(t.actorId),
    foreignKey({
      name: "activity_pairings_activity",
      columns: [t.activityId, t.athleteId],
      foreignColumns: [activities.id, activities.athleteId],
    }).onDelete("cascade"),
    ...athletePolicies({ read: "training", write: "coach" }),
  ],
);
