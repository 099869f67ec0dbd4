import { addDays, type IsoDate } from "@repo/core/calendar";
import { listCheckIns } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { type DayValue, ownBand } from "./own-band.ts";

const BASELINE_DAYS = 61;

type Entry = Awaited<ReturnType<typeof listCheckIns>>[number];

/** A day's check-in, the latest one before it, and what is usual for this athlete. */
export async function checkInOfDay(ctx: ServiceContext, date: IsoDate) {
  const rows = await listCheckIns(ctx.db, ctx.actor.userId, {
    from: addDays(date, -BASELINE_DAYS),
    to: date,
  });
  const values = (of: (row: Entry) => number | null | undefined): DayValue[] =>
    rows.map((row) => ({ date: row.localDate, value: of(row) ?? null }));
  const today = rows.find((row) => row.localDate === date);
  const before = rows.findLast((row) => row.localDate < date && row.checkIn !== null);
  return {
    today: today ? shown(today) : null,
    yesterday: before ? shown(before) : null,
    bands: {
      sleepHours: ownBand(
        values((row) => row.checkIn?.sleepHours),
        date,
      ),
      restingHr: ownBand(
        values((row) => row.checkIn?.restingHrBpm),
        date,
      ),
      hrvRmssd: ownBand(
        values((row) => row.checkIn?.hrvRmssdMs),
        date,
      ),
    },
  };
}

function shown({ localDate, checkIn, medical }: Entry) {
  return {
    localDate,
    legs: checkIn?.legs ?? null,
    sleepHours: checkIn?.sleepHours ?? null,
    sleepQuality: checkIn?.sleepQuality ?? null,
    soreness: checkIn?.soreness ?? null,
    stress: checkIn?.stress ?? null,
    mood: checkIn?.mood ?? null,
    motivation: checkIn?.motivation ?? null,
    appetite: checkIn?.appetite ?? null,
    restingHr: checkIn?.restingHrBpm ?? null,
    hrvRmssd: checkIn?.hrvRmssdMs ?? null,
    ill: medical?.ill ?? null,
    pain:
      medical?.painSite != null && medical.painLevel != null
        ? { site: medical.painSite, level: medical.painLevel }
        : null,
    notes: checkIn?.notes ?? null,
  };
}
