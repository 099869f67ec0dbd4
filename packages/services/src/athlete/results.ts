import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  getAthlete,
  insertResult,
  listResults as listRows,
  markDirty,
  type ResultRow,
  updateResult,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

export const AddResultInput = z.strictObject({
  athleteId: z.uuid(),
  /** Made by the client, the same at every repetition. */
  id: z.uuid(),
  localDate: IsoDate,
  kind: z.enum(["race", "time-trial"]),
  distanceM: z.number().min(100).max(250_000),
  timeS: z.number().min(10).max(200_000),
  temperatureC: z.number().min(-50).max(60).nullish(),
  name: z.string().max(200).nullish(),
  notes: z.string().max(20_000).nullish(),
});
export type AddResultInput = z.infer<typeof AddResultInput>;

/** Nobody has run 100 m or more faster than this on average; slower than the other is not running. */
const FASTEST_MPS = 10.5;
const SLOWEST_MPS = 0.5;

/**
 * Adds a race or time trial, from which paces and all loads from that day on are worked out anew. Sent twice
 * under one id, it is one result.
 * @throws AppError NOT_FOUND, INVALID, CONFLICT when the id is another result's
 */
export async function addResult(ctx: ServiceContext, input: AddResultInput): Promise<ResultRow> {
  const { athleteId, ...result } = input;
  const speed = result.distanceM / result.timeS;
  if (speed > FASTEST_MPS || speed < SLOWEST_MPS) {
    throw new AppError(
      "INVALID",
      "Distance and time do not fit together. Check both: metres, and hours:minutes:seconds.",
      {
        fields: ["distanceM", "timeS"],
      },
    );
  }
  if (!(await getAthlete(ctx.db, athleteId))) throw new AppError("NOT_FOUND", "There is no such athlete.");
  const row = await insertResult(ctx.db, athleteId, result);
  if (!row) return repeated(ctx, input);
  await markDirty(ctx.db, athleteId, result.localDate);
  return row;
}

/** Races and time trials, oldest first. */
export function listResults(ctx: ServiceContext, input: { athleteId: string }): Promise<ResultRow[]> {
  return listRows(ctx.db, input.athleteId);
}

/**
 * Takes a result away; it can be found again for 30 days.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function deleteResult(
  ctx: ServiceContext,
  input: { athleteId: string; id: string; version: number },
): Promise<void> {
  const { athleteId, id, version } = input;
  const row = (await listRows(ctx.db, athleteId)).find((result) => result.id === id);
  if (!row) throw new AppError("NOT_FOUND", "There is no such result.");
  if (!(await updateResult(ctx.db, athleteId, { id, version }, { deletedAt: ctx.now }))) {
    throw new AppError("CONFLICT", "Somebody else changed this result meanwhile. Look at it again.", {
      current: row,
    });
  }
  await markDirty(ctx.db, athleteId, row.localDate);
}

async function repeated(ctx: ServiceContext, input: AddResultInput): Promise<ResultRow> {
  const row = (await listRows(ctx.db, input.athleteId)).find((result) => result.id === input.id);
  const same =
    row &&
    row.localDate === input.localDate &&
    row.distanceM === input.distanceM &&
    row.timeS === input.timeS;
  if (!same) throw new AppError("CONFLICT", "This id is another result's. Save again under a new id.");
  return row;
}
