import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, oneOf } from "./columns.ts";
import { allowAll, authRole } from "./policies.ts";
import { users } from "./users.ts";

const forSignIn = () => allowAll(authRole, "select", "insert", "update", "delete");

/** An argon2id hash in PHC form, which names its own parameters. */
export const credentials = pgTable(
  "credentials",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    passwordHash: text().notNull(),
    changedAt: instant().notNull(),
  },
  forSignIn,
);

/** A sign-in at another provider, linked only after that provider vouched for the address. */
export const accounts = pgTable(
  "accounts",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index("accounts_user").on(t.userId),
    ...forSignIn(),
  ],
);

const TOKEN_PURPOSES = ["sign-in", "reset-password", "new-email"] as const;

/** A link sent by mail: sign in, set a new password, or take a new address. Only the token's SHA-256 is kept; single use. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    tokenHash: bytea().primaryKey(),
    email: text().notNull(),
    purpose: text({ enum: TOKEN_PURPOSES }).notNull(),
    /** Whose address it is to become; null where the address itself tells the account. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    oneOf("verification_tokens_purpose", t.purpose, TOKEN_PURPOSES),
    index("verification_tokens_email").on(t.email),
    index("verification_tokens_user").on(t.userId),
    ...forSignIn(),
  ],
);

/** Failed sign-ins. Unlogged: lost at a crash, which only forgives. */
export const loginAttempts = pgTable(
  "login_attempts",
  {
    id: uuid().primaryKey(),
    /** `account:<sha256 of the address>` or `ip:<prefix>`. */
    subject: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index("login_attempts_subject").on(t.subject, t.at), ...forSignIn()],
);

/** The one-time token that the first run prints: it makes the first account. */
export const ownerTokens = pgTable(
  "owner_tokens",
  {
    tokenHash: bytea().primaryKey(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  forSignIn,
);
