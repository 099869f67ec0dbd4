import { doublePrecision, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, athletePolicies, inContext, webRole } from "./policies.ts";
import { users } from "./users.ts";

const limit = () => ({
  /** Id of a rule of core and the name of one of its limits. */
  rule: text().notNull(),
  name: text().notNull(),
  /** In the limit's own unit. */
  value: doublePrecision().notNull(),
  reason: text().notNull(),
  authorId: uuid().references(() => users.id, { onDelete: "set null" }),
  setAt: createdAt(),
});

/** A limit of a rule as an organisation sets it, in place of the rule's own. */
export const orgRuleLimits = pgTable(
  "org_rule_limits",
  {
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    ...limit(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.rule, t.name] }),
    index("org_rule_limits_author").on(t.authorId),
    allow("web_select", webRole, "select", inContext("org_id", "orgs")),
    allow("web_insert", webRole, "insert", inContext("org_id", "org_admin")),
    allow("web_update", webRole, "update", inContext("org_id", "org_admin")),
    allow("web_delete", webRole, "delete", inContext("org_id", "org_admin")),
  ],
);

/** The same for one athlete; it comes before the organisation's. */
export const athleteRuleLimits = pgTable(
  "athlete_rule_limits",
  {
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    ...limit(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.rule, t.name] }),
    index("athlete_rule_limits_author").on(t.authorId),
    ...athletePolicies({ read: "training", write: "coach" }),
  ],
);
