import { AppError } from "@repo/core/errors";
import { applyFix, datesOfFix, Fix } from "@repo/core/season";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { type EditedPlan, editPlan } from "./edit-plan.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";

export const ApplyFixInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  seasonId: z.uuid(),
  fix: Fix,
});

/**
 * Does what a finding or warning proposes.
 * @throws AppError NOT_FOUND; CONFLICT when the plan has changed so that the fix does not fit any more; INVALID for advice
 */
export function applyPlanFix(ctx: ServiceContext, input: z.input<typeof ApplyFixInput>): Promise<EditedPlan> {
  const request = ApplyFixInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const { fix } = request;
    const loaded = await loadSeason(ctx, request);
    requireFits(loaded, fix);
    const after = applyFix(loaded.season, fix, loaded.pacing);
    const summary = "title" in fix ? fix.title : "Fix applied";
    return await editPlan(ctx, loaded, { kind: "fix", summary, after, dates: datesOfFix(fix) });
  });
}

function requireFits(loaded: LoadedSeason, fix: Fix): void {
  if (fix.kind === "advice") {
    throw new AppError("INVALID", "This advice is for a person: nothing in the plan changes by it.");
  }
  const stands = (id: string, date: string) =>
    loaded.rows.some((row) => row.id === id && row.localDate === date && row.status === "planned");
  const fits =
    fix.kind === "add" || fix.kind === "scale-week"
      ? true
      : fix.kind === "swap"
        ? stands(fix.id, fix.from) && stands(fix.otherId, fix.to)
        : stands(fix.id, fix.kind === "move" ? fix.from : fix.date);
  if (!fits) {
    throw new AppError(
      "CONFLICT",
      "The plan has changed since this was proposed. Look at the findings again.",
    );
  }
}
