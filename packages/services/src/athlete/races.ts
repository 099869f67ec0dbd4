import { localDay } from "@repo/core/calendar";
import type { Race, SeasonRequest } from "@repo/core/season";
import { listSeasons } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getProfile } from "./profile.ts";

/** A race of an athlete's seasons. */
export type PlannedRace = Pick<Race, "date" | "distanceM" | "priority"> & {
  name: string | null;
  /** What it is run for, seconds; null where no time was named. */
  goalTimeS: number | null;
  season: { id: string; name: string; isDraft: boolean };
};

/**
 * The races ahead of an athlete, the next first, with their goals; those of drafts too, except for the athlete, who sees
 * what was assigned.
 * @throws AppError NOT_FOUND
 */
export async function listRacesAhead(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<PlannedRace[]> {
  const { timeZone } = await getProfile(ctx, { athleteId });
  const today = localDay(ctx.now, timeZone);
  const isOwn = ctx.actor.userId === athleteId;
  const seasons = (await listSeasons(ctx.db, athleteId)).filter(
    ({ status }) => status === "assigned" || (status === "draft" && !isOwn),
  );
  return seasons
    .flatMap(({ id, name, status, request }) =>
      ((request as Partial<SeasonRequest> | null)?.races ?? []).map((race) => ({
        date: race.date,
        distanceM: race.distanceM,
        priority: race.priority,
        name: race.name ?? null,
        goalTimeS: race.goalTimeS ?? null,
        season: { id, name, isDraft: status === "draft" },
      })),
    )
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
