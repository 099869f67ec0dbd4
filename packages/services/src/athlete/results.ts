import { IsoDate, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { pacingOf } from "@repo/core/paces";
import { possibleTimesS } from "@repo/core/results";
import { formatDistance, formatDuration } from "@repo/core/units";
import {
  type AthleteRow,
  getAthlete,
  insertProfileEvent,
  insertResult,
  listResults as listRows,
  markDirty,
  type ResultRow,
  updateResult,
} from "@repo/db/queries";
import { requireEntryDay, type ServiceContext } from "@repo/services/context";
import { z } from "zod";
import { basisOf } from "./pacing-now.ts";

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

/**
 * Adds a race or time trial, from which paces and all loads from that day on are worked out anew. Sent twice
 * under one id, it is one result.
 * @param suggestion key of the suggestion that is taken with it
 * @throws AppError NOT_FOUND, INVALID, CONFLICT when the id is another result's
 */
export async function addResult(
  ctx: ServiceContext,
  input: AddResultInput,
  suggestion: string | null = null,
): Promise<ResultRow> {
  const { athleteId, ...result } = input;
  requirePossible(result);
  requireEntryDay(result.localDate, ctx.now);
  const athlete = await getAthlete(ctx.db, athleteId);
  if (!athlete) throw new AppError("NOT_FOUND", "There is no such athlete.");
  const before = await listRows(ctx.db, athleteId);
  const row = await insertResult(ctx.db, athleteId, result);
  if (!row) return repeated(ctx, input);
  await markDirty(ctx.db, athleteId, result.localDate);
  const change = { kind: "result-added" as const, suggestion, result: row };
  await keepScore(ctx, athlete, { ...change, before, after: [...before, row] });
  return row;
}

function requirePossible({ distanceM, timeS }: Pick<AddResultInput, "distanceM" | "timeS">): void {
  const [shortest, longest] = possibleTimesS(distanceM);
  if (timeS >= shortest && timeS <= longest) return;
  const fault = timeS < shortest ? "faster than anybody has run" : "slower than walking";
  throw new AppError(
    "INVALID",
    `${formatDistance(distanceM, "metric")} in ${formatDuration(timeS)} is ${fault}. Check both: the distance, and hours:minutes:seconds.`,
    { fields: ["distanceM", "timeS"] },
  );
}

type Scored = {
  kind: "result-added" | "result-removed";
  suggestion: string | null;
  result: ResultRow;
  before: readonly ResultRow[];
  after: readonly ResultRow[];
};

/** Keeps for the timeline what became of the score. */
async function keepScore(ctx: ServiceContext, athlete: AthleteRow, scored: Scored): Promise<void> {
  const asOf = localDay(ctx.now, athlete.timeZone);
  const scoreOf = (rows: readonly ResultRow[]) => pacingOf({ ...basisOf(athlete, rows), asOf }).score;
  const { kind, suggestion, result, before, after } = scored;
  const { localDate, distanceM, timeS, name } = result;
  await insertProfileEvent(ctx.db, athlete.athleteId, {
    actorId: ctx.actor.userId,
    kind,
    suggestion,
    before: { score: scoreOf(before) },
    after: { score: scoreOf(after), localDate, distanceM, timeS, name },
    at: ctx.now,
  });
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
  const before = await listRows(ctx.db, athleteId);
  const row = before.find((result) => result.id === id);
  if (!row) throw new AppError("NOT_FOUND", "There is no such result.");
  if (!(await updateResult(ctx.db, athleteId, { id, version }, { deletedAt: ctx.now }))) {
    throw new AppError("CONFLICT", "Somebody else changed this result meanwhile. Look at it again.", {
      current: row,
    });
  }
  await markDirty(ctx.db, athleteId, row.localDate);
  const athlete = await getAthlete(ctx.db, athleteId);
  const after = before.filter((result) => result !== row);
  if (athlete)
    await keepScore(ctx, athlete, { kind: "result-removed", suggestion: null, result: row, before, after });
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
