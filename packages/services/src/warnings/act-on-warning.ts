import { isDeepStrictEqual } from "node:util";
import { IsoDate, localClock, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { Fix } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  getLastWarningAct,
  getWarning,
  insertWarningEvent,
  listOpenWarnings,
  lockLastPlanEdit,
  lockWarning,
  REMEDY_APPLIED,
  updateWarning,
  type WarningRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { applyPlanFix, seasonOfFix, undoLastEdit } from "@repo/services/plan";
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
/** `fix` is the change that was shown: another one that is proposed by now is not made in its place. */
export const ApplyRemedyInput = z.strictObject({ ...Which, fix: Fix.nullable() });
export const UndoRemedyInput = z.strictObject(Which);

/** What applying a remedy did, so that it can be taken back. */
const Applied = z.object({
  seasonId: z.uuid(),
  /** The edit of the plan. */
  editId: z.uuid(),
  /** The other warnings that proposed the same, put aside with it. */
  others: z.array(z.uuid()),
});

type Act = {
  kind: string;
  detail: Record<string, unknown> | null;
  changes: Parameters<typeof updateWarning>[3];
  /** The season that was changed. */
  seasonId?: string | null;
};

/** As if nobody had said anything of it. */
const LIVELY = { snoozedUntil: null, snoozeReason: null, verdict: null, verdictBy: null };

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
    changes: LIVELY,
  }));
}

/**
 * Does what a warning proposes: its change of the plan, in one transaction with the note that it was done. What
 * only a person can do is noted as said.
 *
 * @returns the season whose plan it changed; null where it changed none
 * @throws {AppError} CONFLICT when another change is proposed by now than the one that was shown, or when the plan has
 *   changed so that it does not fit any more
 */
export function applyRemedy(ctx: ServiceContext, input: z.input<typeof ApplyRemedyInput>) {
  const { fix, ...which } = ApplyRemedyInput.parse(input);
  return act(ctx, which, input, async (warning) => {
    if (!proposes(warning, fix)) {
      throw new AppError(
        "CONFLICT",
        "This was judged again since you looked, and something else would help now. Nothing was changed: look again.",
      );
    }
    const { date: today } = localClock(ctx.now, "UTC");
    const seasonId =
      fix && fix.kind !== "advice" ? await seasonOfFix(ctx, { athleteId: which.athleteId, fix }) : null;
    const edited =
      fix && seasonId
        ? await applyPlanFix(ctx, { mutationId: newId(), athleteId: which.athleteId, seasonId, fix })
        : null;
    const rest = (of: WarningRow) => ({
      seenAt: ctx.now,
      snoozedUntil: weekAfter(of.lastSeenOn, today),
      snoozeReason: REMEDY_APPLIED,
    });
    // One change may answer several warnings: none of them proposes again what is done.
    const others = (await listOpenWarnings(ctx.db, which.athleteId)).filter(
      (other) => seasonId !== null && other.id !== warning.id && proposes(other, fix),
    );
    for (const other of others) await change(ctx, other, rest(other));
    const changes = rest(warning);
    const hasChanged = edited && edited.workouts.length + edited.removed.length + edited.weeks.length > 0;
    const editId = hasChanged ? edited.lastEdit?.id : undefined;
    const detail = { seasonId, editId, others: others.map(({ id }) => id) };
    return { kind: seasonId ? "fix-applied" : "remedy-said", detail, changes, seasonId };
  });
}

/**
 * Takes back what {@link applyRemedy} did: the plan is as it was, and the warnings that it put aside stand again.
 *
 * @throws {AppError} INVALID when nothing is left to take back; CONFLICT when the caller changed the plan since
 */
export function undoRemedy(ctx: ServiceContext, input: z.input<typeof UndoRemedyInput>) {
  const which = UndoRemedyInput.parse(input);
  const { athleteId, warningId } = which;
  return act(ctx, which, input, async () => {
    const last = await getLastWarningAct(ctx.db, athleteId, warningId);
    const applied = Applied.safeParse(last?.kind === "fix-applied" ? last.detail : null).data;
    if (!applied) throw new AppError("INVALID", "Nothing that was done for this warning is left to undo.");
    const { seasonId, editId, others } = applied;
    const edit = await lockLastPlanEdit(ctx.db, athleteId, { seasonId, authorId: ctx.actor.userId });
    if (edit?.id !== editId) {
      throw new AppError(
        "CONFLICT",
        "The plan was changed again since. Undo the later change first, on the season’s page.",
      );
    }
    await undoLastEdit(ctx, { mutationId: newId(), athleteId, seasonId }, { wakes: false });
    for (const other of await listOpenWarnings(ctx.db, athleteId)) {
      if (others.includes(other.id)) await change(ctx, other, LIVELY);
    }
    return { kind: "fix-undone", detail: { seasonId }, changes: LIVELY, seasonId };
  });
}

function proposes(warning: WarningRow, fix: Fix | null): boolean {
  const own = Fix.nullish().safeParse((warning.remedy as { fix?: unknown } | null)?.fix);
  return own.success && isDeepStrictEqual(own.data ?? null, fix);
}

/** A remedy needs days before it can show: the warning comes back after a week when it still holds. */
function weekAfter(lastSeenOn: IsoDate, today: IsoDate): IsoDate {
  const from = lastSeenOn > today ? lastSeenOn : today;
  return new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The night may have judged it anew since it was read, as it does when the plan changes: that takes nothing from
 * anybody. Null when a person said something else of it meanwhile.
 */
async function change(ctx: ServiceContext, read: WarningRow, changes: Act["changes"]) {
  const current = await lockWarning(ctx.db, read.athleteId, read.id);
  if (!current || !isDeepStrictEqual(saidOf(current), saidOf(read))) return null;
  return await updateWarning(ctx.db, read.athleteId, current, changes);
}

/** What people said about a warning, beside what the night says. */
function saidOf({ verdict, verdictBy, snoozedUntil, snoozeReason }: WarningRow) {
  return { verdict, verdictBy, snoozedUntil, snoozeReason };
}

async function act(
  ctx: ServiceContext,
  which: { mutationId: string; athleteId: string; warningId: string },
  request: unknown,
  decide: (warning: WarningRow) => Act | Promise<Act>,
): Promise<{ id: string; version: number; seasonId: string | null }> {
  const { mutationId, athleteId, warningId } = which;
  return await once(ctx, { mutationId, athleteId, request }, async () => {
    const warning = await getWarning(ctx.db, athleteId, warningId);
    if (!warning) throw new AppError("NOT_FOUND", "This warning is not there any more.");
    const { kind, detail, changes, seasonId = null } = await decide(warning);
    const row = await change(ctx, warning, changes);
    if (!row) throw new AppError("CONFLICT", "Somebody changed this warning just now. Look at it again.");
    await insertWarningEvent(ctx.db, athleteId, {
      id: newId(),
      warningId,
      scope: warning.scope,
      kind,
      actorId: ctx.actor.userId,
      localDate: localDay(ctx.now, "UTC"),
      detail,
    });
    return { id: row.id, version: row.version, seasonId };
  });
}
