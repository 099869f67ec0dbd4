import { AppError } from "@repo/core/errors";
import {
  type DayBandRow,
  insertDayBands,
  lockDayBands,
  type NewDayBand,
  updateDayBand,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { CalendarBasis } from "./calendar-basis.ts";
import { BAND_EXCUSES, type CalendarOp } from "./calendar-inputs.ts";
import type { Draft } from "./calendar-rows.ts";
import { bandSnapshot } from "./restore-edit.ts";
import type { Snapshot } from "./snapshot.ts";

export type BandChanges = { before: Snapshot[]; after: Snapshot[]; rows: DayBandRow[] };

/**
 * Writes what a change does to bands.
 * @throws AppError NOT_FOUND; CONFLICT when somebody changed one meanwhile
 */
export async function writeBands(
  ctx: ServiceContext,
  basis: CalendarBasis,
  ops: readonly CalendarOp[],
): Promise<BandChanges> {
  const { athleteId } = basis;
  const changes: BandChanges = { before: [], after: [], rows: [] };
  const fresh: NewDayBand[] = [];
  for (const op of ops) {
    if (op.op === "add-band") {
      const { id, kind, from: startsOn, to: endsOn, note } = op;
      fresh.push({ id, kind, startsOn, endsOn, note: note || null, authorId: ctx.actor.userId });
    }
    if (op.op === "edit-band" || op.op === "remove-band") {
      const old = basis.bands.get(op.id);
      if (!old || old.deletedAt)
        throw new AppError("NOT_FOUND", "This note is not on the calendar any more.");
      const row = await updateDayBand(ctx.db, athleteId, op, bandColumns(op, ctx.now));
      if (!row) throw bandConflict(old);
      changes.before.push(bandSnapshot(old));
      changes.after.push(bandSnapshot(row));
      changes.rows.push(row);
    }
  }
  await insertDayBands(ctx.db, athleteId, fresh);
  const made =
    fresh.length > 0
      ? await lockDayBands(
          ctx.db,
          athleteId,
          fresh.map(({ id }) => id),
        )
      : [];
  for (const row of made) {
    changes.before.push({ ...bandSnapshot(row), deletedAt: ctx.now.toISOString() });
    changes.after.push(bandSnapshot(row));
    changes.rows.push(row);
  }
  return changes;
}

function bandColumns(op: Extract<CalendarOp, { op: "edit-band" | "remove-band" }>, now: Date) {
  if (op.op === "remove-band") return { deletedAt: now };
  return { kind: op.kind, startsOn: op.from, endsOn: op.to, note: op.note || null };
}

function bandConflict({ kind, startsOn, endsOn, note, version, id }: DayBandRow): AppError {
  return new AppError("CONFLICT", "Somebody else changed this meanwhile. Look at it as it is now.", {
    currentBand: { id, version, kind, from: startsOn, to: endsOn, note },
  });
}

/**
 * Lets bands excuse the workouts under them, and takes back the excuse of those that no band covers any more. What the
 * athlete said themselves stands.
 */
export function excuseUnderBands(
  basis: CalendarBasis,
  changed: readonly DayBandRow[],
  drafts: ReadonlyMap<string, Draft>,
): void {
  if (changed.length === 0) return;
  const bands = new Map([...basis.bands, ...changed.map((row) => [row.id, row] as const)]);
  const held = [...bands.values()].filter(
    ({ deletedAt, kind }) => deletedAt === null && kind in BAND_EXCUSES,
  );
  const reasons = new Set(Object.values(BAND_EXCUSES));
  for (const draft of drafts.values()) {
    const { columns, row } = draft;
    if (columns.deletedAt !== null || columns.kind === "rest" || row === null) continue;
    const band = held.find(
      ({ startsOn, endsOn }) => startsOn <= columns.localDate && columns.localDate <= endsOn,
    );
    const byBand = columns.status === "excused" && reasons.has(columns.statusReason ?? "");
    const isOpen = columns.status === "planned" || columns.status === "missed" || byBand;
    if (band && isOpen) {
      draft.columns = { ...columns, status: "excused", statusReason: BAND_EXCUSES[band.kind] ?? null };
    } else if (!band && byBand) draft.columns = { ...columns, status: "planned", statusReason: null };
  }
}
