import { addDays } from "@repo/core/calendar";
import { type EarlierWorkout, listEarlierWorkouts } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { z } from "zod";
import type { LastTimesInput } from "./calendar-inputs.ts";

/** An earlier workout and what became of it; rpe 0–10, null: not recorded. */
export type LastTime = EarlierWorkout;

/** How far back is looked, in days: a season and its rest. Ours. */
const DAYS_BACK = 400;
const MOST = 40;

/** What an athlete was given of a kind (or of the same place in the library) before a day, latest first. */
export function lastTimes(
  ctx: ServiceContext,
  { athleteId, before, kind, libraryId }: z.output<typeof LastTimesInput>,
): Promise<LastTime[]> {
  const range = { from: addDays(before, -DAYS_BACK), before };
  return listEarlierWorkouts(ctx.db, athleteId, { ...range, kind, libraryId, most: MOST });
}
