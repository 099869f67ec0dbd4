import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { RULES } from "@repo/core/rules";
import { newId } from "@repo/db";
import { insertPlanEdit, insertWaiver, updateWaiverEnd } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { answer, type EditedPlan } from "./edit-plan.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";

const inSeason = { mutationId: z.uuid(), athleteId: z.uuid(), seasonId: z.uuid() };

export const WaiveFindingInput = z.strictObject({
  ...inSeason,
  rule: z.string().max(100),
  /** A date of the finding; null lets the rule's findings stand in the whole season. */
  date: IsoDate.nullable(),
  reason: z.string().trim().min(3).max(500),
});
export const UnwaiveFindingInput = z.strictObject({ ...inSeason, waiverId: z.uuid() });

/**
 * Lets a finding stand, for a reason that is kept and shown.
 * @throws AppError NOT_FOUND, INVALID for a rule that is none or that nobody may waive
 */
export function waiveFinding(
  ctx: ServiceContext,
  input: z.input<typeof WaiveFindingInput>,
): Promise<EditedPlan> {
  const request = WaiveFindingInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const rule = RULES.find(({ id }) => id === request.rule);
    if (!rule) throw new AppError("INVALID", `There is no rule "${request.rule}".`, { field: "rule" });
    if (!rule.waivable) {
      throw new AppError("INVALID", "This rule protects health and cannot be waived. Apply its fix instead.");
    }
    const id = newId();
    const { reason, date } = request;
    const dates = date ? [date] : [];
    const waiver = { id, seasonId: request.seasonId, rule: rule.id, dates, reason };
    await insertWaiver(ctx.db, request.athleteId, { ...waiver, authorId: ctx.actor.userId });
    await keep(ctx, loaded, { id, kind: "waive", holds: true });
    return await answer(ctx, loaded, []);
  });
}

/**
 * Takes a waiver back: the finding counts again.
 * @throws AppError NOT_FOUND
 */
export function unwaiveFinding(
  ctx: ServiceContext,
  input: z.input<typeof UnwaiveFindingInput>,
): Promise<EditedPlan> {
  const request = UnwaiveFindingInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const loaded = await loadSeason(ctx, request);
    const id = request.waiverId;
    // What does not hold any more needs no end.
    if (!loaded.outline.waivers.some((waiver) => waiver.id === id)) return await answer(ctx, loaded, []);
    await updateWaiverEnd(ctx.db, request.athleteId, { id, endedAt: ctx.now });
    await keep(ctx, loaded, { id, kind: "unwaive", holds: false });
    return await answer(ctx, loaded, []);
  });
}

async function keep(
  ctx: ServiceContext,
  loaded: LoadedSeason,
  { id, kind, holds }: { id: string; kind: string; holds: boolean },
): Promise<void> {
  await insertPlanEdit(ctx.db, loaded.athleteId, {
    id: newId(),
    seasonId: loaded.outline.season.id,
    authorId: ctx.actor.userId,
    kind,
    summary: holds ? "Finding waived" : "Waiver taken back",
    before: [{ table: "waiver", id, holds: !holds }],
    after: [{ table: "waiver", id, holds }],
  });
}
