import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant, oneOf } from "./columns.ts";
import { athletePolicies } from "./policies.ts";

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
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    startedAt: instant(),
    finishedAt: instant(),
    /** Not before this instant: a failed run waits. */
    nextAt: instant(),
    error: text(),
    result: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.localDate, t.kind] }),
    index("nightly_runs_pending").on(t.localDate, t.athleteId).where(sql`state = 'pending'`),
    oneOf("nightly_runs_state", t.state, ["pending", "done", "failed"]),
    ...athletePolicies({ read: "training", write: "none", night: "write" }),
  ],
);
