import { daysBetween } from "@repo/core/calendar";
import type { Race, SeasonRequest } from "@repo/core/season";
import { listCoachedAthletes, listCoachedSeasons } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/** Every athlete whom the actor plans for, each with the seasons they have. */
export async function listPlans(ctx: ServiceContext) {
  const athletes = await listCoachedAthletes(ctx.db, ctx.actor.userId);
  const seasons = await listCoachedSeasons(ctx.db, ctx.actor.userId);
  return athletes.map(({ ribbonFrom, ribbonDoneKm, ...athlete }) => ({
    ...athlete,
    seasons: seasons
      .filter(({ athleteId }) => athleteId === athlete.athleteId)
      .map(({ id, name, status, startsOn, endsOn, request, weeks }) => ({
        id,
        name,
        status,
        startsOn,
        endsOn,
        weeks: weeks.map((week) => ({
          ...week,
          doneKm:
            status === "draft" || ribbonFrom === null
              ? null
              : (ribbonDoneKm?.[daysBetween(ribbonFrom, week.startsOn) / 7] ?? null),
        })),
        races: racesOf(request),
      })),
  }));
}

function racesOf(request: unknown): Race[] {
  return (request as Partial<SeasonRequest> | null)?.races ?? [];
}
