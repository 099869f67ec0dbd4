import { date, jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt } from "./columns.ts";
import { athletePolicies } from "./policies.ts";

/** The night's judgement of training: intensity and progress as of a day. */
export const assessments = pgTable(
  "assessments",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    asOf: date({ mode: "string" }).notNull(),
    intensity: jsonb().$type<Record<string, unknown>>().notNull(),
    progress: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.asOf] }),
    ...athletePolicies({ read: "training", write: "own", night: "write" }),
  ],
);

/** The night's judgement of recovery, for those who may see wellness. */
export const recoveryAssessments = pgTable(
  "recovery_assessments",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    asOf: date({ mode: "string" }).notNull(),
    recovery: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.asOf] }),
    ...athletePolicies({ read: "wellness", write: "own", night: "write" }),
  ],
);
