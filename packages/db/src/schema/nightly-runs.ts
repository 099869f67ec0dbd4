import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import { allowAll, athletePolicies, contextRole } from "./policies.ts";

/** The night's ledger: what is due and what is done, once per athlete and local day. The row lock is the lease. */
export const nightlyRuns = pgTable(
  "nightly_runs",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    localDate: date({ mode: "string" }).notNull(),
    kind: text().notNull(),
    state: text({ enum: ["pending", "done", "failed"] })
      .notNull()
      .default("pending"),
    /** Needs the athlete's history: done one athlete at a time, not in a chunk. */
    thorough: boolean().notNull().default(false),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    /** When the work on it began and ended; of what was done together, each its share. */
    startedAt: instant(),
    finishedAt: instant(),
    /** Not before this instant: a failed run waits. */
    nextAt: instant(),
    error: text(),
    result: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.localDate, t.kind] }),
    index("nightly_runs_pending").on(t.localDate, t.athleteId).where(sql`state = 'pending' and not thorough`),
    index("nightly_runs_thorough").on(t.localDate, t.athleteId).where(sql`state = 'pending' and thorough`),
    index("nightly_runs_failed").on(t.localDate, t.athleteId).where(sql`state = 'failed'`),
    index("nightly_runs_date").on(t.localDate),
    oneOf("nightly_runs_state", t.state, ["pending", "done", "failed"]),
    ...athletePolicies({ read: "training", write: "none", night: "write" }),
    ...allowAll(contextRole, "select", "update"),
  ],
);
