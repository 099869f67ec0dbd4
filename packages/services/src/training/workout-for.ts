import { listPlannedWorkouts, type NewActivity } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

type Recorded = Pick<NewActivity, "sport" | "localDate" | "durationS">;

/** The open workout of the day that this session most likely was: same sport, nearest duration. */
export async function workoutFor(ctx: ServiceContext, fields: Recorded): Promise<string | null> {
  if (fields.sport !== "run") return null;
  const planned = await listPlannedWorkouts(ctx.db, ctx.actor.userId, {
    from: fields.localDate,
    to: fields.localDate,
  });
  const open = planned.filter(
    (row) => (row.status === "planned" || row.status === "missed") && !OFF_FEET.has(row.kind),
  );
  const distance = (durationS: number | null) =>
    durationS === null ? 3_600 : Math.abs(durationS - fields.durationS);
  const [best] = open.sort((a, b) => distance(a.durationS) - distance(b.durationS));
  return best?.id ?? null;
}

const OFF_FEET: ReadonlySet<string> = new Set([
  "strength",
  "plyometrics",
  "drills",
  "mobility",
  "cross",
  "rest",
]);
