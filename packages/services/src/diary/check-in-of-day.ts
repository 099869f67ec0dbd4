import { addDays, type IsoDate } from "@repo/core/calendar";
import { getAthlete, listCheckIns } from "@repo/db/queries";
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
  const band = (of: (row: Entry) => number | null | undefined) =>
    ownBand(
      rows.map((row): DayValue => ({ date: row.localDate, value: of(row) ?? null })),
      date,
    );
  const today = rows.find((row) => row.localDate === date);
  const before = rows.findLast((row) => row.localDate < date && row.checkIn !== null);
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  return {
    asksCycle: athlete?.sex !== "male",
    today: today ? shown(today) : null,
    yesterday: before ? shown(before) : null,
    bands: {
      sleepHours: band((row) => row.checkIn?.sleepHours),
      restingHr: band((row) => row.checkIn?.restingHrBpm),
      hrvRmssd: band((row) => row.checkIn?.hrvRmssdMs),
      sleepQuality: band((row) => row.checkIn?.sleepQuality),
      soreness: band((row) => row.checkIn?.soreness),
      stress: band((row) => row.checkIn?.stress),
      mood: band((row) => row.checkIn?.mood),
      motivation: band((row) => row.checkIn?.motivation),
      appetite: band((row) => row.checkIn?.appetite),
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
    cyclePhase: medical?.cyclePhase ?? null,
    medicalNotes: medical?.notes ?? null,
    pain:
      medical?.painSite != null && medical.painLevel != null
        ? { site: medical.painSite, level: medical.painLevel }
        : null,
    notes: checkIn?.notes ?? null,
  };
}
