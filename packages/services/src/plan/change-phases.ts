import { IsoDate } from "@repo/core/calendar";
import { peakLedger } from "@repo/core/rules";
import { PhaseKind, withPhases } from "@repo/core/season";
import { newId } from "@repo/db";
import { insertPlanEdit } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { answer, type EditedPlan } from "./edit-plan.ts";
import { findingsOf } from "./findings-of.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { writeSeason } from "./move-race.ts";
import { planChanged } from "./plan-changed.ts";
import { seasonSnapshot } from "./season-snapshot.ts";
import { checkOptions } from "./shown-season.ts";

const phases = {
  athleteId: z.uuid(),
  seasonId: z.uuid(),
  phases: z
    .array(z.strictObject({ kind: PhaseKind, start: IsoDate }))
    .min(1)
    .max(60),
  /** The season's last day, a Sunday. */
  end: IsoDate,
};

export const PreviewPhasesInput = z.strictObject(phases);
export const ChangePhasesInput = z.strictObject({
  ...phases,
  mutationId: z.uuid(),
  version: z.number().int().positive(),
});

/**
 * What other phases would break and mend, nothing stored.
 * @throws AppError NOT_FOUND; INVALID for phases that are none
 */
export async function previewPhases(ctx: ServiceContext, input: z.output<typeof PreviewPhasesInput>) {
  const loaded = await loadSeason(ctx, input);
  const season = withPhases(loaded.season, input.phases, input.end);
  const before = openOf(loaded, loaded.season);
  const after = openOf(loaded, season);
  const isIn = (list: typeof before) => {
    const known = new Set(list.map(({ rule, title }) => rule + title));
    return ({ rule, title }: (typeof before)[number]) => known.has(rule + title);
  };
  const [wasBefore, isAfter] = [isIn(before), isIn(after)];
  return {
    phases: season.phases.map(({ kind, start, end }) => ({ kind, start, end })),
    newFindings: after.filter((finding) => !wasBefore(finding)),
    goneFindings: before.filter((finding) => !isAfter(finding)),
    peaks: peakLedger(season, loaded),
  };
}

function openOf(loaded: LoadedSeason, season: LoadedSeason["season"]) {
  return findingsOf(season, checkOptions(loaded)).filter(
    ({ waived, severity }) => !waived && severity !== "info",
  );
}

/**
 * Gives a season other phases; its workouts stay where they are.
 * @throws AppError NOT_FOUND; INVALID for phases that are none; CONFLICT when somebody changed the season meanwhile
 */
export function changePhases(
  ctx: ServiceContext,
  input: z.input<typeof ChangePhasesInput>,
): Promise<EditedPlan> {
  const request = ChangePhasesInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const season = withPhases(loaded.season, request.phases, request.end);
    const was = seasonSnapshot(loaded.outline);
    await writeSeason(ctx, loaded, { season, version: request.version });
    await insertPlanEdit(ctx.db, loaded.athleteId, {
      id: newId(),
      seasonId: request.seasonId,
      authorId: ctx.actor.userId,
      kind: "phases",
      summary: "Phases changed",
      before: [was],
      after: [{ table: "season" }],
    });
    await planChanged(ctx, loaded);
    return await answer(ctx, loaded, []);
  });
}
