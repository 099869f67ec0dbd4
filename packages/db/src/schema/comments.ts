import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { activities } from "./activities.ts";
import { athletes } from "./athletes.ts";
import { athleteId, createdAt, instant } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { allow, allowAll, inContext, isMe, nightRole, webRole } from "./policies.ts";
import { plannedWorkouts } from "./seasons.ts";
import { users } from "./users.ts";

const mine = () => isMe("author_id");
const readable = () =>
  sql`${inContext("athlete_id", "vis_training")} and (not is_private or ${mine()} or ${inContext("org_id", "org_staff")})`;

/** A word on a workout, an activity or the athlete; a private one is for the staff of its organisation. */
export const comments = pgTable(
  "comments",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    orgId: uuid().references(() => organisations.id, { onDelete: "set null" }),
    authorId: uuid().references(() => users.id, { onDelete: "set null" }),
    plannedWorkoutId: uuid(),
    activityId: uuid(),
    body: text().notNull(),
    isPrivate: boolean().notNull().default(false),
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("comments_athlete").on(t.athleteId, t.createdAt),
    index("comments_org").on(t.orgId),
    index("comments_author").on(t.authorId),
    index("comments_planned_workout").on(t.plannedWorkoutId, t.athleteId),
    index("comments_activity").on(t.activityId, t.athleteId),
    foreignKey({
      name: "comments_planned_workout",
      columns: [t.plannedWorkoutId, t.athleteId],
      foreignColumns: [plannedWorkouts.id, plannedWorkouts.athleteId],
    }).onDelete("cascade"),
    foreignKey({
      name: "comments_activity",
      columns: [t.activityId, t.athleteId],
      foreignColumns: [activities.id, activities.athleteId],
    }).onDelete("cascade"),
    allow("web_select", webRole, "select", readable()),
    allow("web_insert", webRole, "insert", sql`${mine()} and ${inContext("athlete_id", "vis_training")}`),
    allow("web_update", webRole, "update", sql`${mine()} and ${inContext("athlete_id", "vis_training")}`),
    ...allowAll(nightRole, "select"),
  ],
);
