import { isDeepStrictEqual } from "node:util";
import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { Fix } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  getWarning,
  insertWarningEvent,
  listOpenWarnings,
  updateWarning,
  type WarningRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { localClock } from "@repo/services/night";
import { applyPlanFix, seasonOfFix } from "@repo/services/plan";
import { z } from "zod";

const Which = { mutationId: z.uuid(), athleteId: z.uuid(), warningId: z.uuid() };
const Reason = z.string().trim().min(1).max(500);

export const SnoozeWarningInput = z.strictObject({ ...Which, until: IsoDate, reason: Reason });
export const JudgeWarningInput = z.strictObject({
  ...Which,
  verdict: z.enum(["right", "wrong"]),
  note: Reason.nullable().default(null),
});
export const ReopenWarningInput = z.strictObject(Which);
export const ApplyRemedyInput = z.strictObject(Which);

type Act = {
  kind: string;
  detail: Record<string, unknown> | null;
  changes: Parameters<typeof updateWarning>[3];
};

/** Puts a warning aside until a day, with the reason; it comes back by itself when it still holds. */
export function snoozeWarning(ctx: ServiceContext, input: z.input<typeof SnoozeWarningInput>) {
  const { until, reason, ...which } = SnoozeWarningInput.parse(input);
  return act(ctx, which, input, (warning) => {
    if (until <= warning.lastSeenOn) {
      throw new AppError("INVALID", "Choose a later day to be reminded on.", { field: "until" });
    }
    const changes = { snoozedUntil: until, snoozeReason: reason };
    return { kind: "snoozed", detail: { until, reason }, changes };
  });
}

/** Says that a warning was right or wrong. A wrong one goes, and its kind stays away for four weeks. */
export function judgeWarning(ctx: ServiceContext, input: z.input<typeof JudgeWarningInput>) {
  const { verdict, note, ...which } = JudgeWarningInput.parse(input);
  return act(ctx, which, input, () => ({
    kind: verdict === "wrong" ? "called-wrong" : "called-right",
    detail: note === null ? null : { note },
    changes: { verdict, verdictBy: ctx.actor.userId },
  }));
}

/** Takes back a snooze or a verdict. */
export function reopenWarning(ctx: ServiceContext, input: z.input<typeof ReopenWarningInput>) {
  const which = ReopenWarningInput.parse(input);
  return act(ctx, which, input, () => ({
    kind: "reopened",
    detail: null,
    changes: { snoozedUntil: null, snoozeReason: null, verdict: null, verdictBy: null },
  }));
}

/**
 * Does what a warning proposes: its change of the plan, in one transaction with the note that it was done. What
 * only a person can do is noted as said.
 *
 * @throws {AppError} CONFLICT when the plan has changed so that the change does not fit any more
 */
export function applyRemedy(ctx: ServiceContext, input: z.input<typeof ApplyRemedyInput>) {
  const which = ApplyRemedyInput.parse(input);
  return act(ctx, which, input, async (warning) => {
    const fix = Fix.nullish().parse((warning.remedy as { fix?: unknown } | null)?.fix);
    const { date: today } = localClock(ctx.now, "UTC");
    const seasonId =
      fix && fix.kind !== "advice" ? await seasonOfFix(ctx, { athleteId: which.athleteId, fix }) : null;
    if (fix && seasonId)
      await applyPlanFix(ctx, { mutationId: newId(), athleteId: which.athleteId, seasonId, fix });
    const rest = (of: WarningRow) => ({
      seenAt: ctx.now,
      snoozedUntil: weekAfter(of.lastSeenOn, today),
      snoozeReason: "The remedy was applied.",
    });
    // One change may answer several warnings: none of them proposes again what is done.
    const others = (await listOpenWarnings(ctx.db, which.athleteId)).filter(
      (other) => seasonId !== null && other.id !== warning.id && proposes(other, fix),
    );
    for (const other of others) await updateWarning(ctx.db, which.athleteId, other, rest(other));
    const changes = rest(warning);
    return { kind: seasonId ? "fix-applied" : "remedy-said", detail: { seasonId }, changes };
  });
}

function proposes(warning: WarningRow, fix: Fix | null | undefined): boolean {
  const own = Fix.nullish().safeParse((warning.remedy as { fix?: unknown } | null)?.fix);
  return own.success && isDeepStrictEqual(own.data, fix);
}

/** A remedy needs days before it can show: the warning comes back after a week when it still holds. */
function weekAfter(lastSeenOn: IsoDate, today: IsoDate): IsoDate {
  const from = lastSeenOn > today ? lastSeenOn : today;
  return new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10);
}

async function act(
  ctx: ServiceContext,
  which: { mutationId: string; athleteId: string; warningId: string },
  request: unknown,
  decide: (warning: WarningRow) => Act | Promise<Act>,
): Promise<{ id: string; version: number }> {
  const { mutationId, athleteId, warningId } = which;
  return await once(ctx, { mutationId, athleteId, request }, async () => {
    const warning = await getWarning(ctx.db, athleteId, warningId);
    if (!warning) throw new AppError("NOT_FOUND", "This warning is not there any more.");
    const { kind, detail, changes } = await decide(warning);
    const row = await updateWarning(ctx.db, athleteId, warning, changes);
    if (!row) throw new AppError("CONFLICT", "Somebody changed this warning just now. Look at it again.");
    await insertWarningEvent(ctx.db, athleteId, {
      id: newId(),
      warningId,
      scope: warning.scope,
      kind,
      actorId: ctx.actor.userId,
      localDate: localClock(ctx.now, "UTC").date,
      detail,
    });
    return { id: row.id, version: row.version };
  });
}
