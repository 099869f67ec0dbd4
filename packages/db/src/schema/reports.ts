import { boolean, date, index, jsonb, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { createdAt, instant, within } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, allowAll, contextRole, isMe, nightRole, webRole } from "./policies.ts";
import { users } from "./users.ts";

/** A report to one reader: the same content as mail, web page and PDF. */
export const reports = pgTable(
  "reports",
  {
    id: uuid().primaryKey(),
    /** Whose it is: a coach, or an athlete reading about themselves. */
    readerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    orgId: uuid().references(() => organisations.id, { onDelete: "cascade" }),
    /** Null: about all athletes of the reader. */
    athleteId: uuid().references(() => athletes.athleteId, { onDelete: "cascade" }),
    kind: text().notNull(),
    localDate: date({ mode: "string" }).notNull(),
    subject: text().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    html: text(),
    createdAt: createdAt(),
    sentAt: instant(),
    readAt: instant(),
    /** Why its mail was given up. */
    failure: text(),
  },
  (t) => [
    unique("reports_once").on(t.readerId, t.orgId, t.athleteId, t.kind, t.localDate).nullsNotDistinct(),
    index("reports_org").on(t.orgId),
    index("reports_athlete").on(t.athleteId),
    allow("web_select", webRole, "select", isMe("reader_id")),
    allow("web_update", webRole, "update", isMe("reader_id")),
    ...allowAll(nightRole, "select", "insert", "update", "delete"),
    // Who is erased goes out of what was written about several.
    ...allowAll(contextRole, "select", "update"),
  ],
);

/** When an athlete's week comes by mail, by the athlete's own clock. No row: Mondays at seven. */
export const reportSettings = pgTable(
  "report_settings",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    isOn: boolean().notNull().default(true),
    /** 1 is Monday. */
    weekday: smallint().notNull().default(1),
    hour: smallint().notNull().default(7),
  },
  (t) => [
    within("report_settings_weekday", t.weekday, 1, 7),
    within("report_settings_hour", t.hour, 0, 23),
    allow("web_select", webRole, "select", isMe("user_id")),
    allow("web_insert", webRole, "insert", isMe("user_id")),
    allow("web_update", webRole, "update", isMe("user_id")),
    ...allowAll(nightRole, "select"),
  ],
);
