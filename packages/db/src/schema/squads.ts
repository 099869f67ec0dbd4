import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, inContext, isMe, webRole } from "./policies.ts";

/** Athletes of an organisation who are planned for together. */
export const squads = pgTable(
  "squads",
  {
    id: uuid().primaryKey(),
    orgId: uuid()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("squads_name").on(t.orgId, t.name),
    unique("squads_of_org").on(t.id, t.orgId),
    allow("web_select", webRole, "select", inContext("org_id", "orgs")),
    allow("web_insert", webRole, "insert", inContext("org_id", "org_coach")),
    allow("web_update", webRole, "update", inContext("org_id", "org_coach")),
    allow("web_delete", webRole, "delete", inContext("org_id", "org_coach")),
  ],
);

export const squadMembers = pgTable(
  "squad_members",
  {
    squadId: uuid().notNull(),
    orgId: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.squadId, t.athleteId] }),
    index("squad_members_athlete").on(t.athleteId),
    index("squad_members_squad").on(t.squadId, t.orgId),
    index("squad_members_org").on(t.orgId),
    foreignKey({
      name: "squad_members_squad",
      columns: [t.squadId, t.orgId],
      foreignColumns: [squads.id, squads.orgId],
    }).onDelete("cascade"),
    allow(
      "web_select",
      webRole,
      "select",
      sql`${isMe("athlete_id")} or (${inContext("org_id", "org_staff")} and ${inContext("athlete_id", "vis_training")})`,
    ),
    allow(
      "web_insert",
      webRole,
      "insert",
      sql`${inContext("org_id", "org_coach")} and ${inContext("athlete_id", "vis_training")}`,
    ),
    allow("web_delete", webRole, "delete", inContext("org_id", "org_coach")),
  ],
);
