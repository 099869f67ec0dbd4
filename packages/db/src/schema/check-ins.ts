import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, oneOf, within } from "./columns.ts";
import { athletePolicies } from "./policies.ts";

/** How an athlete woke up. Scales and units are those of the history file. */
export const checkIns = pgTable(
  "check_ins",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    localDate: date({ mode: "string" }).notNull(),
    sleepHours: doublePrecision(),
    sleepQuality: doublePrecision(),
    restingHrBpm: doublePrecision(),
    hrvRmssdMs: doublePrecision(),
    fatigue: doublePrecision(),
    soreness: doublePrecision(),
    stress: doublePrecision(),
    mood: doublePrecision(),
    motivation: doublePrecision(),
    appetite: doublePrecision(),
    legs: text({ enum: ["dead", "heavy", "ok", "good", "bouncy"] }),
    notes: text(),
    /** The import that made the day, so that it can be taken back. */
    importBatchId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.localDate] }),
    oneOf("check_ins_legs", t.legs, ["dead", "heavy", "ok", "good", "bouncy"]),
    within("check_ins_sleep", t.sleepHours, 0, 24),
    ...athletePolicies({ read: "wellness", write: "own", night: "read" }),
  ],
);

/** Illness, pain, cycle and medical notes of a day, under a consent of their own. */
export const checkInsMedical = pgTable(
  "check_ins_medical",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    localDate: date({ mode: "string" }).notNull(),
    ill: boolean(),
    /** As the athlete says it. */
    cyclePhase: text({ enum: ["period", "follicular", "ovulation", "luteal"] }),
    painSite: text(),
    /** 0 to 10. */
    painLevel: doublePrecision(),
    notes: text(),
    importBatchId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    extra: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.localDate] }),
    oneOf("check_ins_medical_cycle", t.cyclePhase, ["period", "follicular", "ovulation", "luteal"]),
    within("check_ins_medical_pain", t.painLevel, 0, 10),
    ...athletePolicies({ read: "medical", write: "own", night: "read" }),
  ],
);
