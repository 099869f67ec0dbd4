import { sql } from "drizzle-orm";
import {
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
  uuid,
} from "drizzle-orm/pg-core";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import {
  allow,
  allowAll,
  athletePolicies,
  contextRole,
  inContext,
  isMe,
  nightRole,
  webRole,
} from "./policies.ts";
import { users } from "./users.ts";

/** The schemes of heart rate that time in zones is counted in. */
const ZONE_SCHEMES = ["percent-max-hr", "heart-rate-reserve", "friel-hr", "three-zone-hr"] as const;

/** What is known of an athlete as an athlete; the id is the user's. Null means not recorded. */
export const athletes = pgTable(
  "athletes",
  {
    athleteId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** IANA name. Days of this athlete begin and end in it. */
    timeZone: text().notNull(),
    units: text({ enum: ["metric", "imperial"] })
      .notNull()
      .default("metric"),
    weekStartsOn: text({ enum: ["mon", "sun"] })
      .notNull()
      .default("mon"),
    sex: text({ enum: ["female", "male"] }),
    birthDate: date({ mode: "string" }),
    maxHrBpm: doublePrecision(),
    restingHrBpm: doublePrecision(),
    thresholdHrBpm: doublePrecision(),
    thresholdPaceSPerKm: doublePrecision(),
    /** When and by whom the thresholds were last said, shown beside every figure made from them. */
    thresholdsSetAt: instant(),
    thresholdsSetBy: uuid().references(() => users.id, { onDelete: "set null" }),
    level: text({ enum: ["beginner", "intermediate", "advanced"] }),
    runsPerWeek: smallint(),
    longRunDay: text(),
    hasGym: boolean(),
    /** The scheme their zones of heart rate are shown and counted in; null: the one their thresholds allow. */
    zoneScheme: text({ enum: ZONE_SCHEMES }),
    unavailableWeekdays: text().array().notNull().default(sql`'{}'`),
    /** Minutes that weekdays have for training, by weekday; one that is missing was not said anything of. */
    weekdayMinutes: jsonb().$type<Record<string, number>>().notNull().default({}),
    blackoutDates: date({ mode: "string" }).array().notNull().default(sql`'{}'`),
    injurySites: text().array().notNull().default(sql`'{}'`),
    /** Settings of the athlete's own mails and prompts. */
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    isDemo: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
    /** Fields of an imported history that this version does not know; given back on export. */
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index("athletes_thresholds_set_by").on(t.thresholdsSetBy),
    index("athletes_time_zone").on(t.timeZone, t.athleteId),
    oneOf("athletes_units", t.units, ["metric", "imperial"]),
    oneOf("athletes_zone_scheme", t.zoneScheme, ZONE_SCHEMES),
    oneOf("athletes_level", t.level, ["beginner", "intermediate", "advanced"]),
    allow("web_select", webRole, "select", inContext("athlete_id", "vis_training")),
    allow("web_insert", webRole, "insert", isMe("athlete_id")),
    allow("web_update", webRole, "update", inContext("athlete_id", "vis_training_write")),
    ...allowAll(nightRole, "select"),
    ...allowAll(contextRole, "select"),
  ],
);

/** A race or a time trial: what current paces rest on. */
export const results = pgTable(
  "results",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    localDate: date({ mode: "string" }).notNull(),
    kind: text({ enum: ["race", "time-trial"] }),
    distanceM: doublePrecision().notNull(),
    timeS: doublePrecision().notNull(),
    temperatureC: doublePrecision(),
    name: text(),
    notes: text(),
    sourceKey: text(),
    importBatchId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    deletedAt: instant(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("results_day").on(t.athleteId, t.localDate),
    ...athletePolicies({ read: "training", write: "coach", night: "read" }),
  ],
);
