import type { Race, SeasonRequest } from "@repo/core/season";
import { listVisibleAthletes, listVisibleSeasons } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/** Every athlete whose plan the actor may see, each with the seasons they have. */
export async function listPlans(ctx: ServiceContext) {
  const athletes = await listVisibleAthletes(ctx.db);
  const seasons = await listVisibleSeasons(ctx.db);
  return athletes
    .filter(({ athleteId }) => athleteId !== ctx.actor.userId)
    .map((athlete) => ({
      ...athlete,
      seasons: seasons
        .filter(({ athleteId }) => athleteId === athlete.athleteId)
        .map(({ id, name, status, startsOn, endsOn, request, weeks }) => ({
          id,
          name,
          status,
          startsOn,
          endsOn,
          weeks,
          races: racesOf(request),
        })),
    }));
}

function racesOf(request: unknown): Race[] {
  return (request as Partial<SeasonRequest> | null)?.races ?? [];
}
