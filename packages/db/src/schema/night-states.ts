import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
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
    /** First day of `outlook`: one verdict a day, as JSON, true as long as nothing is entered. A night reads its day alone. */
    outlookFrom: date({ mode: "string" }),
    outlook: text().array(),
    /** Recovery with its evidence, on the days on which its state is another than the day before. */
    outlookRecoveries: text().array().$type<(string | null)[]>(),
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
