import { localDay } from "@repo/core/calendar";
import { listRosterFigures, listSharedOpenWarnings } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { lively } from "@repo/services/warnings";

/** A coach's athletes as columns: two hundred of them are a few kilobytes. Null is not known. */
export type AthletesTable = {
  athleteId: string[];
  name: string[];
  /** Warnings that are open and neither snoozed nor called wrong. */
  needs: number[];
  form: (number | null)[];
  fitness: (number | null)[];
  fatigue: (number | null)[];
  /** Kilometres of the last seven days. */
  weekKm: (number | null)[];
  lastOn: (string | null)[];
  raceOn: (string | null)[];
  raceName: (string | null)[];
};

/** Everybody who shares their training with the actor, by name, in two statements however many they are. */
export async function listAthletesTable(ctx: ServiceContext): Promise<AthletesTable> {
  const coachId = ctx.actor.userId;
  const rows = await listRosterFigures(ctx.db, coachId);
  const open = Map.groupBy(await listSharedOpenWarnings(ctx.db, coachId), ({ athleteId }) => athleteId);
  const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of);
  return {
    athleteId: column(({ athleteId }) => athleteId),
    name: column(({ name }) => name),
    needs: column(
      ({ athleteId, timeZone }) => lively(open.get(athleteId) ?? [], localDay(ctx.now, timeZone)).length,
    ),
    form: column(({ form }) => rounded(form)),
    // A smoothed load of nothing known is not zero: it is not known, as form is.
    fitness: column(({ fitness, loadQuality }) => (loadQuality === "gap" ? null : rounded(fitness))),
    fatigue: column(({ fatigue, loadQuality }) => (loadQuality === "gap" ? null : rounded(fatigue))),
    weekKm: column(({ weekKm }) => rounded(weekKm)),
    lastOn: column(({ lastOn }) => lastOn),
    raceOn: column(({ raceOn }) => raceOn),
    raceName: column(({ raceName }) => raceName),
  };
}

/** As it is shown. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}
