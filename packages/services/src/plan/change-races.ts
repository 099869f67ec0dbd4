import { AppError } from "@repo/core/errors";
import { changeRaces as changeInModel, Race } from "@repo/core/season";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import type { EditedPlan } from "./edit-plan.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { layOutAnew, whatChanges } from "./move-race.ts";

const races = { athleteId: z.uuid(), seasonId: z.uuid(), races: z.array(Race).max(40) };

export const PreviewRacesInput = z.strictObject(races);
export const ChangeRacesInput = z.strictObject({
  ...races,
  mutationId: z.uuid(),
  version: z.number().int().positive(),
});

/**
 * What other races would change and break, nothing stored.
 * @throws AppError NOT_FOUND, INVALID
 */
export async function previewRaces(ctx: ServiceContext, input: z.output<typeof PreviewRacesInput>) {
  const loaded = await loadSeason(ctx, input);
  return whatChanges(loaded, withRaces(loaded, input.races));
}

/**
 * Adds, moves, drops and ranks races, and lays out the weeks from now on anew. Workouts that a person edited or that
 * were done stay on their day.
 * @throws AppError NOT_FOUND, INVALID, CONFLICT
 */
export function changeRaces(
  ctx: ServiceContext,
  input: z.input<typeof ChangeRacesInput>,
): Promise<EditedPlan> {
  const request = ChangeRacesInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const { season } = withRaces(loaded, request.races);
    return await layOutAnew(ctx, loaded, {
      season,
      version: request.version,
      summary: "Races changed",
      kind: "races",
    });
  });
}

/** What lies behind is history: only races from today on may be put, moved or taken away. */
function withRaces(loaded: LoadedSeason, wanted: readonly Race[]) {
  const { today } = loaded;
  const races = [...wanted].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const past = (list: readonly Race[]) =>
    JSON.stringify(list.filter(({ date }) => date < today).map(({ date, distanceM }) => [date, distanceM]));
  if (past(races) !== past(loaded.season.request?.races ?? [])) {
    throw new AppError("INVALID", "Races that lie behind cannot be changed. Choose days from today on.", {
      field: "races",
    });
  }
  return changeInModel(loaded.season, { races, today }, loaded.pacing);
}
