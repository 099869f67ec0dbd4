import { addDays } from "@repo/core/calendar";
import { newId } from "@repo/db";
import { getCoachingOrg, insertPlannedWorkouts, insertSeason, replaceSeasonOutline } from "@repo/db/queries";
import { addResult } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { type MadeSeason, makeSeason } from "./make-season.ts";
import { outlineRows, workoutRows } from "./rows-of-season.ts";

export const SaveSeasonInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  /** Made by the client: the id of the new season. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  request: z.record(z.string(), z.unknown()),
});

/**
 * Builds a season and stores it as a draft that the athlete does not see yet, with every phase, week and workout. A
 * result that was given with the request becomes one of the athlete's.
 * @throws AppError NOT_FOUND; INVALID with every fault of the request; CONFLICT
 */
export function saveSeason(
  ctx: ServiceContext,
  input: z.input<typeof SaveSeasonInput>,
): Promise<{ seasonId: string; workouts: number }> {
  const request = SaveSeasonInput.parse(input);
  const { athleteId, id } = request;
  return once(ctx, { ...request, request }, async () => {
    const made = await makeSeason(ctx, request);
    await keepResult(ctx, athleteId, made);
    const orgId = await getCoachingOrg(ctx.db, athleteId, ctx.actor.userId);
    const belonging = { seasonId: id, orgId, authorId: ctx.actor.userId, isAssigned: false };
    const { weeks } = made.season;
    await insertSeason(ctx.db, athleteId, {
      id,
      orgId,
      authorId: ctx.actor.userId,
      name: request.name,
      request: made.request,
      status: "draft",
      startsOn: made.season.phases[0]?.start ?? made.request.start,
      endsOn: addDays(weeks.at(-1)?.start ?? made.request.start, 6),
      notHonoured: made.season.notHonoured ?? [],
    });
    await replaceSeasonOutline(ctx.db, { athleteId, id }, outlineRows(made.season));
    const rows = workoutRows(
      weeks.flatMap((week) => week.workouts),
      belonging,
    );
    await insertPlannedWorkouts(ctx.db, athleteId, rows);
    return { seasonId: id, workouts: rows.length };
  });
}

async function keepResult(ctx: ServiceContext, athleteId: string, made: MadeSeason): Promise<void> {
  const result = made.request.recentResult;
  if (!result || !made.resultIsNew) return;
  const { distanceM, timeS, date } = result;
  await addResult(ctx, {
    athleteId,
    id: newId(),
    localDate: date ?? made.today,
    kind: "race",
    distanceM,
    timeS,
    notes: "Given with a season request.",
  });
}
