import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, athletePolicies, inContext, webRole } from "./policies.ts";
import { seasons } from "./seasons.ts";
import { users } from "./users.ts";

const ofOrg = () => [
  allow("web_select", webRole, "select", inContext("org_id", "org_staff")),
  allow("web_insert", webRole, "insert", inContext("org_id", "org_coach")),
];

/** A reusable block of weeks that the coaches of an organisation share. */
export const cycles = pgTable(
  "cycles",
  {
    id: uuid().primaryKey(),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    name: text().notNull(),
    about: text().notNull().default(""),
    /** The latest of its versions. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [
    index("cycles_org").on(t.orgId, t.name),
    index("cycles_author").on(t.authorId),
    ...ofOrg(),
    allow("web_update", webRole, "update", inContext("org_id", "org_coach")),
  ],
);

/** What a cycle holds, version by version; a version that is out is never changed. */
export const cycleVersions = pgTable(
  "cycle_versions",
  {
    cycleId: uuid()
      .notNull()
      .references(() => cycles.id, { onDelete: "cascade" }),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    /** `mesocycle/cycle` of core. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What is different, in the author's words. */
    note: text().notNull().default(""),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.cycleId, t.version] }),
    index("cycle_versions_org").on(t.orgId),
    index("cycle_versions_author").on(t.authorId),
    ...ofOrg(),
  ],
);

export const CYCLE_ANCHORS = ["start", "race"] as const;

/** Which season of an athlete was made from which version of a cycle, and where it was hung up. */
export const cycleAssignments = pgTable(
  "cycle_assignments",
  {
    seasonId: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** Null for a plan that comes with the product. */
    cycleId: uuid().references(() => cycles.id, { onDelete: "set null" }),
    /** Id of such a plan. */
    classicId: text(),
    version: integer().notNull(),
    anchor: text({ enum: CYCLE_ANCHORS }).notNull(),
    anchorOn: date({ mode: "string" }).notNull(),
    /** What easy and long running was scaled by for this athlete. */
    scale: doublePrecision().notNull().default(1),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.seasonId, t.athleteId] }),
    index("cycle_assignments_athlete").on(t.athleteId),
    index("cycle_assignments_cycle").on(t.cycleId),
    index("cycle_assignments_author").on(t.authorId),
    foreignKey({
      name: "cycle_assignments_season",
      columns: [t.seasonId, t.athleteId],
      foreignColumns: [seasons.id, seasons.athleteId],
    }).onDelete("cascade"),
    oneOf("cycle_assignments_anchor", t.anchor, CYCLE_ANCHORS),
    ...athletePolicies({ read: "training", write: "coach" }),
  ],
);

/** What a roll-out replaced in one season, row by row, so that all of it can be taken back. */
export const cycleRollOuts = pgTable(
  "cycle_roll_outs",
  {
    /** The same for every season of one roll-out. */
    id: uuid().notNull(),
    seasonId: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    cycleId: uuid().references(() => cycles.id, { onDelete: "set null" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    fromVersion: integer().notNull(),
    toVersion: integer().notNull(),
    /** Mondays that were rewritten. */
    weeks: date({ mode: "string" }).array().notNull(),
    /** The season, its phases and weeks, and the workouts of those weeks, as they were. */
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.seasonId, t.athleteId] }),
    index("cycle_roll_outs_season").on(t.seasonId, t.athleteId),
    index("cycle_roll_outs_athlete").on(t.athleteId),
    index("cycle_roll_outs_cycle").on(t.cycleId, t.createdAt),
    index("cycle_roll_outs_author").on(t.authorId),
    foreignKey({
      name: "cycle_roll_outs_season",
      columns: [t.seasonId, t.athleteId],
      foreignColumns: [seasons.id, seasons.athleteId],
    }).onDelete("cascade"),
    ...athletePolicies({ read: "training", write: "coach" }),
  ],
);
