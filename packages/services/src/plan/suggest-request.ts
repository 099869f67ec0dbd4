import { type Level, WeekdayMinutes } from "@repo/core/athlete";
import { addDays, daysBetween, type IsoDate, localDay, Weekday, weekStartOf } from "@repo/core/calendar";
import { latestScore } from "@repo/core/paces";
import type { SeasonRequest } from "@repo/core/season";
import { listDayTotals, listResults, listSeasons } from "@repo/db/queries";
import { getProfile } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";

const MONTH_DAYS = 30;
const VOLUME_DAYS = 28;
/** Fewer days than these since the first entry tell nothing of a usual week. */
const LEAST_DAYS = 14;
/** So far back is looked for an entry that shows that the last four weeks are all there. */
const LOOK_BACK_DAYS = 120;

/**
 * A season request filled in with what is known of an athlete: level, days and injuries from the profile, kilometres
 * and longest run from the last four weeks where so much is logged, the result that current paces rest on.
 * @throws AppError NOT_FOUND
 */
export async function suggestRequest(ctx: ServiceContext, { athleteId }: { athleteId: string }) {
  const profile = await getProfile(ctx, { athleteId });
  const today = localDay(ctx.now, profile.timeZone);
  const known = await listDayTotals(ctx.db, athleteId, { from: addDays(today, -LOOK_BACK_DAYS), to: today });
  const days = known.filter(({ date }) => date >= addDays(today, -MONTH_DAYS));
  const metres = days.map(({ runM }) => runM ?? 0);
  const results = (await listResults(ctx.db, athleteId)).map((row) => ({ ...row, date: row.localDate }));
  const latest = latestScore(results, today);
  const seasons = await listSeasons(ctx.db, athleteId);
  const running = seasons.find(({ status, endsOn }) => status === "assigned" && endsOn >= today);
  const start = running ? addDays(running.endsOn, 1) : addDays(weekStartOf(today), 7);
  const request: SeasonRequest = {
    format: "mesocycle/season-request",
    version: 1,
    start,
    level: (profile.level ?? "intermediate") as Level,
    runsPerWeek: profile.runsPerWeek ?? 4,
    currentWeeklyKm: weeklyKmOf(known, today) ?? 0,
    longestRunLast30DaysKm: metres.length > 0 ? round(Math.max(...metres) / 1_000) : null,
    strengthPerWeek: 1,
    hasGym: profile.hasGym,
    longRunDay: Weekday.nullable().catch(null).parse(profile.longRunDay),
    unavailable: Weekday.array().catch([]).parse(profile.unavailableWeekdays),
    weekdayMinutes: WeekdayMinutes.catch({}).parse(profile.weekdayMinutes),
    blackoutDates: profile.blackoutDates.filter((date) => date >= start),
    recentResult: latest
      ? { distanceM: latest.result.distanceM, timeS: latest.result.timeS, date: latest.date }
      : null,
    races: [],
    injuryHistory: profile.injurySites,
  };
  return {
    athleteName: profile.name,
    today,
    request,
    /** How much of the request comes from what the athlete logged. */
    loggedDays: days.length,
    /** Whether the log tells a usual week; without it the coach has to ask. */
    knowsWeek: weeklyKmOf(known, today) !== null,
    runningSeason: running ? { id: running.id, name: running.name, endsOn: running.endsOn } : null,
  };
}

/** Mean weekly kilometres of the last four weeks, or of the time since the first entry; null while that is too short. */
function weeklyKmOf(days: readonly { date: IsoDate; runM: number | null }[], today: IsoDate): number | null {
  const first = days.reduce<IsoDate | null>(
    (least, { date }) => (least && least < date ? least : date),
    null,
  );
  const span = first === null ? 0 : Math.min(VOLUME_DAYS, daysBetween(first, today) + 1);
  if (span < LEAST_DAYS) return null;
  const recent = days.filter(({ date }) => date > addDays(today, -span));
  const km = recent.reduce((sum, { runM }) => sum + (runM ?? 0), 0) / 1_000;
  return round((km / span) * 7);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
