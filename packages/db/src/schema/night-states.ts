import { sql } from "drizzle-orm";
import { bigint, date, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, instant } from "./columns.ts";
import { allowAll, contextRole, nightRole } from "./policies.ts";

/** What only the night knows of an athlete: the verdicts of the silent days ahead, and what went wrong. */
export const nightStates = pgTable(
  "night_states",
  {
    athleteId: athleteId()
      .primaryKey()
      .references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** First day of `outlook`: one verdict a day, true as long as nothing is entered. */
    outlookFrom: date({ mode: "string" }),
    outlook: jsonb().$type<Record<string, unknown>[]>(),
    /** The state's `dirty_seq` that the outlook rests on: with another one it says nothing. */
    outlookSeq: bigint({ mode: "number" }),
    /** Failed attempts at judging between nights, since the state's `dirty_seq` was `faultSeq`. */
    faultAttempts: integer().notNull().default(0),
    faultSeq: bigint({ mode: "number" }),
    faultNextAt: instant(),
    fault: text(),
  },
  (t) => [
    index("night_states_fault").on(t.athleteId).where(sql`fault_attempts > 0`),
    ...allowAll(nightRole, "select", "insert", "update", "delete"),
    ...allowAll(contextRole, "select", "update"),
  ],
);
