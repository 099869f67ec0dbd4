import { AppError } from "@repo/core/errors";
import { getAthlete, insertMedicalCheckIns, mergeCheckIns } from "@repo/db/queries";
import { FIRST_DAY, latestDay, type ServiceContext } from "@repo/services/context";
import type { CheckInTable } from "@repo/services/files";
import type { ImportFile, Outcome } from "./import-file.ts";

/**
 * Adds the check-ins of a table. A day that the athlete has checked in keeps what it says; only what is not recorded
 * is filled in.
 *
 * @throws {AppError} INVALID for a table without a usable day
 */
export async function importCheckIns(
  ctx: ServiceContext,
  { batchId }: Pick<ImportFile, "batchId">,
  { kind, days, remarks }: CheckInTable,
): Promise<Outcome> {
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete)
    throw new AppError("NOT_FOUND", "Finish your profile first, so that days begin in your time zone.");
  const sound = days.filter(({ date }) => date >= FIRST_DAY && date <= latestDay(ctx.now));
  const [first] = sound;
  if (!first) throw new AppError("INVALID", `This ${kind} table holds no day with a measurement.`);
  const rows = sound.map(({ date, restingHr, hrvRmssd, ill: _, ...felt }) => ({
    ...felt,
    localDate: date,
    restingHrBpm: restingHr ?? null,
    hrvRmssdMs: hrvRmssd ?? null,
    importBatchId: batchId,
  }));
  const { added, filled } = await mergeCheckIns(ctx.db, athlete.athleteId, rows);
  const ill = sound.filter((day) => day.ill === true);
  await insertMedicalCheckIns(
    ctx.db,
    athlete.athleteId,
    ill.map(({ date }) => ({ localDate: date, ill: true, importBatchId: batchId })),
  );
  const counts = `${added} check-ins added, ${filled} days completed, ${sound.length - added - filled} were here already`;
  return {
    state: added > 0 ? "added" : filled > 0 ? "updated" : "duplicate",
    message: [`${kind}: ${counts}`, ...remarks].join("; "),
    isPartial: false,
    activityId: null,
    originalId: null,
    detail: { added, filled, from: first.date, to: sound.at(-1)?.date, remarks },
  };
}
