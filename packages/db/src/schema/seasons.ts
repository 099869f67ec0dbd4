import { sql } from "drizzle-orm";
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
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, atLeastZero, createdAt, instant, oneOf } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { athletePolicies } from "./policies.ts";
import { users } from "./users.ts";

export const PHASE_KINDS = ["base", "build", "speed", "peak", "race", "recovery", "free"] as const;

const planned = () => athletePolicies({ read: "training", write: "coach", night: "read" });

/** An athlete's plan toward races. */
export const seasons = pgTable(
  "seasons",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** Null: the athlete's own. */
    orgId: uuid().references(() => organisations.id, { onDelete: "set null" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    name: text().notNull(),
    /** What was asked for (`mesocycle/season-request`): races, days, level, history. */
    request: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text({ enum: ["draft", "assigned", "archived"] }).notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    /** What of the request could not be honoured, as reason codes. */
    notHonoured: jsonb().$type<Record<string, unknown>[]>().notNull().default([]),
    version: integer().notNull().default(1),
    assignedAt: instant(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("seasons_athlete").on(t.athleteId, t.startsOn),
    index("seasons_org").on(t.orgId),
    index("seasons_author").on(t.authorId),
    oneOf("seasons_status", t.status, ["draft", "assigned", "archived"]),
    ...planned(),
  ],
);

const ofSeason = (name: string, t: { seasonId: AnyPgColumn; athleteId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.seasonId, t.athleteId],
    foreignColumns: [seasons.id, seasons.athleteId],
  }).onDelete("cascade");

export const seasonPhases = pgTable(
  "season_phases",
  {
    seasonId: uuid().notNull(),
    athleteId: athleteId(),
    position: smallint().notNull(),
    kind: text({ enum: PHASE_KINDS }).notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.seasonId, t.athleteId, t.position] }),
    ofSeason("season_phases_season", t),
    oneOf("season_phases_kind", t.kind, PHASE_KINDS),
    ...planned(),
  ],
);

export const seasonWeeks = pgTable(
  "season_weeks",
  {
    seasonId: uuid().notNull(),
    athleteId: athleteId(),
    /** A Monday. */
    startsOn: date({ mode: "string" }).notNull(),
    phase: text({ enum: PHASE_KINDS }).notNull(),
    targetKm: doublePrecision(),
    cutback: boolean().notNull().default(false),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.seasonId, t.athleteId, t.startsOn] }),
    ofSeason("season_weeks_season", t),
    oneOf("season_weeks_phase", t.phase, PHASE_KINDS),
    ...planned(),
  ],
);

export const WORKOUT_STATUSES = ["planned", "done", "changed", "missed", "excused"] as const;

/** A workout planned for a day. Targets stay intents; they are resolved for the athlete when read. */
export const plannedWorkouts = pgTable(
  "planned_workouts",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    seasonId: uuid(),
    /** The workout's name inside its season file, stable when it is moved. */
    seasonKey: text(),
    orgId: uuid().references(() => organisations.id, { onDelete: "set null" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    localDate: date({ mode: "string" }).notNull(),
    /** Order within the day. */
    position: smallint().notNull().default(0),
    libraryId: text(),
    kind: text().notNull(),
    hard: boolean().notNull(),
    title: text().notNull(),
    /** The workout in the text language. */
    text: text(),
    /** The same, parsed. */
    blocks: jsonb().$type<unknown[]>(),
    distanceM: doublePrecision(),
    durationS: doublePrecision(),
    loadX10: integer("load_x10"),
    /** A word of the coach to the athlete. */
    coachNote: text(),
    /** False while its season is a draft: the athlete's Today does not show it. */
    isAssigned: boolean().notNull().default(false),
    status: text({ enum: WORKOUT_STATUSES }).notNull().default("planned"),
    statusReason: text(),
    /** The comparison of what was done with what was meant: grade, reason, numbers. */
    grade: jsonb().$type<Record<string, unknown>>(),
    /** Set once a person changed it: a later roll-out leaves it alone. */
    editedAt: instant(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("planned_workouts_day").on(t.athleteId, t.localDate),
    index("planned_workouts_by_day").on(t.localDate, t.athleteId),
    index("planned_workouts_season").on(t.seasonId, t.athleteId),
    index("planned_workouts_org").on(t.orgId),
    index("planned_workouts_author").on(t.authorId),
    ofSeason("planned_workouts_season", t),
    oneOf("planned_workouts_status", t.status, WORKOUT_STATUSES),
    atLeastZero("planned_workouts_not_negative", t.distanceM, t.durationS, t.loadX10),
    ...athletePolicies({ read: "training", write: "coach", night: "write" }),
  ],
);

/** A finding that a coach let stand, and why. */
export const findingWaivers = pgTable(
  "finding_waivers",
  {
    id: uuid().notNull(),
    athleteId: athleteId(),
    seasonId: uuid().notNull(),
    rule: text().notNull(),
    dates: date({ mode: "string" }).array().notNull().default(sql`'{}'`),
    reason: text().notNull(),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("finding_waivers_season").on(t.seasonId, t.athleteId),
    index("finding_waivers_athlete").on(t.athleteId),
    index("finding_waivers_author").on(t.authorId),
    ofSeason("finding_waivers_season", t),
    ...planned(),
  ],
);

/** What an edit of a plan changed: the rows before and after it, so that it can be undone. */
export const planEdits = pgTable(
  "plan_edits",
  {
    id: uuid().notNull(),
    athleteId: athleteId(),
    seasonId: uuid(),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    kind: text().notNull(),
    summary: text().notNull(),
    before: jsonb().$type<Record<string, unknown>[]>().notNull(),
    after: jsonb().$type<Record<string, unknown>[]>().notNull(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("plan_edits_season").on(t.seasonId, t.athleteId),
    index("plan_edits_athlete").on(t.athleteId, t.createdAt),
    index("plan_edits_author").on(t.authorId),
    ofSeason("plan_edits_season", t),
    ...planned(),
  ],
);
