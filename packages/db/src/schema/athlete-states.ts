import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, bytea, instant, oneOf, packedNumbers } from "./columns.ts";
import { allowAll, athletePolicies, contextRole } from "./policies.ts";

/**
 * Where an athlete's load stands: what the next night carries on from, and all that a roster row shows. One
 * small row, rewritten in place every night (half of each page is left free for that).
 */
export const athleteStates = pgTable(
  "athlete_states",
  {
    athleteId: athleteId()
      .primaryKey()
      .references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** Day that `fitness`, `fatigue` and `form` are of; null before the first. */
    lastDay: date({ mode: "string" }),
    fitness: doublePrecision(),
    fatigue: doublePrecision(),
    /** Core's load state after the last day with an entry, packed: silent days after it follow from it alone. */
    loadState: bytea(),
    /** Days from here on must be computed again; null when nothing changed. */
    dirtyFrom: date({ mode: "string" }),
    /** Grows with every change that dirties; the night clears what it has seen. */
    dirtySeq: bigint({ mode: "number" }).notNull().default(0),
    /** Something that judging reads changed (a check-in, a plan, a result), whatever the load. */
    needsJudging: boolean().notNull().default(false),
    judgedThrough: date({ mode: "string" }),
    /** Days from here on must be judged again, each as of itself: an import brought history that no night saw. */
    rejudgeFrom: date({ mode: "string" }),
    /** Grows with every new set of numbers, so that a page knows whether what it shows is current. */
    rev: bigint({ mode: "number" }).notNull().default(0),
    form: doublePrecision(),
    loadQuality: text(),
    /** The last seven days. */
    weekLoadX10: integer("week_load_x10"),
    weekKm: doublePrecision(),
    /** Metres run on each of the last seven days, oldest first, null where none was recorded. */
    weekRunM: packedNumbers("integer", "week_run_m"),
    progressState: text(),
    openWarnings: smallint().notNull().default(0),
    worstSeverity: text(),
    lastActivityOn: date({ mode: "string" }),
    nextRaceOn: date({ mode: "string" }),
    nextRaceName: text(),
    nextRacePriority: text(),
    /** Daily fitness of the last 12 weeks, oldest first, null where unknown. */
    spark: packedNumbers("real"),
    sparkFrom: date({ mode: "string" }),
    /** Daily state of the last 14 days as card states, oldest first. */
    squares: text().array(),
    /** The season ribbon: one entry a week from `ribbonFrom`, a Monday. */
    ribbonFrom: date({ mode: "string" }),
    ribbonPhases: text().array().$type<(string | null)[]>(),
    ribbonPlannedKm: packedNumbers("real"),
    ribbonDoneKm: packedNumbers("real"),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("athlete_states_dirty").on(t.athleteId).where(sql`dirty_from is not null or needs_judging`),
    ...athletePolicies({ read: "training", write: "coach", night: "write" }),
    ...allowAll(contextRole, "select"),
  ],
);

/** The part of the state that only a consent to wellness shows. */
export const athleteWellnessStates = pgTable(
  "athlete_wellness_states",
  {
    athleteId: athleteId()
      .primaryKey()
      .references(() => athletes.athleteId, { onDelete: "cascade" }),
    asOf: date({ mode: "string" }).notNull(),
    recoveryState: text({ enum: ["ready", "caution", "rest", "unknown"] }).notNull(),
    /** Signals with their evidence, as `@repo/core/recovery` gives them. */
    signals: jsonb().$type<Record<string, unknown>[]>().notNull(),
    lastCheckInOn: date({ mode: "string" }),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    oneOf("athlete_wellness_states_state", t.recoveryState, ["ready", "caution", "rest", "unknown"]),
    ...athletePolicies({ read: "wellness", write: "own", night: "write" }),
  ],
);

/** One athlete's days of one year, packed: element 1 is the year's first day, null where not known. */
export const loadSeries = pgTable(
  "load_series",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    year: smallint().notNull(),
    loadX10: packedNumbers("integer", "load_x10").notNull(),
    /** Index into `LOAD_METHODS`. */
    method: packedNumbers("smallint").notNull(),
    /** Index into `LOAD_QUALITIES`. */
    quality: packedNumbers("smallint").notNull(),
    fitness: packedNumbers("double precision").notNull(),
    fatigue: packedNumbers("double precision").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.year] }),
    ...athletePolicies({ read: "training", write: "own", night: "write" }),
  ],
);

/** How a day's load was known. Only ever add at the end: the index is what is stored. */
export const LOAD_METHODS = [
  "unknown",
  "rest",
  "running-stress",
  "hr-stress",
  "session-rpe",
  "estimated",
  "mixed",
] as const;
/** How far a day's figures can be trusted. Only ever add at the end. */
export const LOAD_QUALITIES = ["gap", "warming-up", "estimated", "measured"] as const;
