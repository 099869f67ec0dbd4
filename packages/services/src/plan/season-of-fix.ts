import type { Fix } from "@repo/core/season";
import { getPlannedWorkout, listSeasons } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/** The assigned season that a proposed change belongs to; null where there is none (any more). */
export async function seasonOfFix(
  ctx: ServiceContext,
  of: { athleteId: string; fix: Exclude<Fix, { kind: "advice" }> },
): Promise<string | null> {
  const { athleteId, fix } = of;
  if ("id" in fix) return (await getPlannedWorkout(ctx.db, athleteId, fix.id))?.seasonId ?? null;
  const day = fix.kind === "scale-week" ? fix.weekStart : fix.date;
  const seasons = await listSeasons(ctx.db, athleteId);
  const holding = seasons.filter(
    (season) => season.status === "assigned" && season.startsOn <= day && season.endsOn >= day,
  );
  return holding.at(-1)?.id ?? null;
}
