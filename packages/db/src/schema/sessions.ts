import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns.ts";
import { allowAll, authRole } from "./policies.ts";
import { users } from "./users.ts";

/** One signed-in browser. The cookie holds 256 random bits, this row their SHA-256. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: bytea().primaryKey(),
    /** Names the session to its owner ("sign out this device") without giving the token away. */
    id: uuid().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    /** However busy it is, a sign-in ends here. */
    expiresAt: instant().notNull(),
    /** When the password was last given; exports, erasure and consent ask for it again. */
    confirmedAt: instant(),
    revokedAt: instant(),
    userAgent: text(),
    ipPrefix: text(),
  },
  (t) => [index("sessions_user").on(t.userId), ...allowAll(authRole, "select", "insert", "update", "delete")],
);
