import { addDays, IsoDate, localDay } from "@repo/core/calendar";
import { getGroupCalendar as readGroupCalendar } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

export const GroupCalendarInput = z.strictObject({
  from: IsoDate,
  days: z.number().int().min(1).max(28),
});

/** A row for each athlete whom the actor plans for, with what is planned and done on some days. */
export async function getGroupCalendar(ctx: ServiceContext, input: z.output<typeof GroupCalendarInput>) {
  const { from, days } = input;
  const read = await readGroupCalendar(ctx.db, ctx.actor.userId, { from, to: addDays(from, days - 1) });
  const byAthlete = <T extends { athleteId: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, (row) => row.athleteId);
  const [workouts, unplanned, bands] = [
    byAthlete(read.workouts),
    byAthlete(read.unplanned),
    byAthlete(read.bands),
  ];
  return {
    from,
    days,
    athletes: read.athletes.map(({ timeZone, ...athlete }) => ({
      ...athlete,
      today: localDay(ctx.now, timeZone),
      workouts: workouts.get(athlete.athleteId) ?? [],
      unplanned: unplanned.get(athlete.athleteId) ?? [],
      bands: bands.get(athlete.athleteId) ?? [],
    })),
  };
}
