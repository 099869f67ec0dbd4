import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, instant } from "./columns.ts";
import { allow, inContext, isMe, webRole } from "./policies.ts";
import { users } from "./users.ts";

const own = () => sql`${isMe("reader_id")} and ${inContext("athlete_id", "vis_training")}`;

/** How far somebody has read what is said about an athlete, thread by thread. */
export const threadReads = pgTable(
  "thread_reads",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    readerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The planned workout the words stand on; the athlete's own id for words on none. */
    subjectId: uuid().notNull(),
    readAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.readerId, t.subjectId] }),
    index("thread_reads_reader").on(t.readerId),
    allow("web_select", webRole, "select", own()),
    allow("web_insert", webRole, "insert", own()),
    allow("web_update", webRole, "update", own()),
  ],
);
