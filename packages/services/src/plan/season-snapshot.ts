import { AppError } from "@repo/core/errors";
import { replaceSeasonOutline, type SeasonOutline, updateSeason } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { LoadedSeason } from "./load-season.ts";
import type { Snapshot } from "./snapshot.ts";

type Outline = Pick<SeasonOutline, "phases" | "weeks">;
type Kept = Pick<SeasonOutline["season"], "request" | "startsOn" | "endsOn" | "notHonoured">;

/** What a season is without its workouts, as an edit keeps it for undo. */
export function seasonSnapshot({ season, phases, weeks }: SeasonOutline): Snapshot {
  const { request, startsOn, endsOn, notHonoured } = season;
  return { table: "season", season: { request, startsOn, endsOn, notHonoured }, outline: { phases, weeks } };
}

/** Writes a season's own columns, phases and weeks back. */
export async function restoreSeason(ctx: ServiceContext, loaded: LoadedSeason, was: Snapshot): Promise<void> {
  const { id, version } = loaded.outline.season;
  const { athleteId } = loaded;
  const row = await updateSeason(ctx.db, athleteId, { id, version }, was.season as Kept);
  if (!row)
    throw new AppError("CONFLICT", "Somebody else changed this season meanwhile. Reload it and try again.");
  const { phases, weeks } = was.outline as Outline;
  await replaceSeasonOutline(ctx.db, { athleteId, id }, { phases, weeks });
}
