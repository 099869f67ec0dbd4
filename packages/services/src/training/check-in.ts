import { markDirty, upsertCheckIn, upsertMedicalCheckIn } from "@repo/db/queries";
import { requireEntryDay, type ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { CheckInInput } from "./inputs.ts";

/** Saves how the athlete woke up. Fields that are not given keep what was saved; null takes a value back. */
export async function checkIn(ctx: ServiceContext, input: CheckInInput): Promise<{ localDate: string }> {
  const entry = CheckInInput.parse(input);
  requireEntryDay(entry.localDate, ctx.now);
  const athleteId = ctx.actor.userId;
  return await once(ctx, { mutationId: entry.mutationId, athleteId, request: entry }, async () => {
    const {
      mutationId: _,
      localDate,
      restingHr,
      hrvRmssd,
      ill,
      pain,
      cyclePhase,
      medicalNotes,
      ...scales
    } = entry;
    const daily = given({ ...scales, restingHrBpm: restingHr, hrvRmssdMs: hrvRmssd });
    if (Object.keys(daily).length > 0) await upsertCheckIn(ctx.db, athleteId, localDate, daily);
    const medical = given({
      ill,
      cyclePhase,
      notes: medicalNotes,
      painSite: pain === undefined ? undefined : (pain?.site ?? null),
      painLevel: pain === undefined ? undefined : (pain?.level ?? null),
    });
    if (Object.keys(medical).length > 0) await upsertMedicalCheckIn(ctx.db, athleteId, localDate, medical);
    // A check-in tells a rest day from a silent one, and carries the resting heart rate that loads rest on.
    await markDirty(ctx.db, athleteId, localDate);
    return { localDate };
  });
}

/** The fields that were given, null included. */
function given<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
