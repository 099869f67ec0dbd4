import type { Level } from "@repo/core/athlete";
import { addDays, Weekday, weekStartOf } from "@repo/core/calendar";
import { latestScore } from "@repo/core/paces";
import type { SeasonRequest } from "@repo/core/season";
import { listDayTotals, listResults, listSeasons } from "@repo/db/queries";
import { getProfile } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";
import { localDayOf } from "@repo/services/training";

const MONTH_DAYS = 30;
const VOLUME_WEEKS = 4;

/**
 * A season request filled in with what is known of an athlete: level, days and injuries from the profile, kilometres
 * and longest run from the last four weeks, the result that current paces rest on.
 * @throws AppError NOT_FOUND
 */
export async function suggestRequest(ctx: ServiceContext, { athleteId }: { athleteId: string }) {
  const profile = await getProfile(ctx, { athleteId });
  const today = localDayOf(ctx.now, profile.timeZone);
  const days = await listDayTotals(ctx.db, athleteId, { from: addDays(today, -MONTH_DAYS), to: today });
  const metres = days.map(({ runM }) => runM ?? 0);
  const fourWeeks = days.filter(({ date }) => date > addDays(today, -7 * VOLUME_WEEKS));
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
    currentWeeklyKm: round(fourWeeks.reduce((sum, { runM }) => sum + (runM ?? 0), 0) / 1_000 / VOLUME_WEEKS),
    longestRunLast30DaysKm: metres.length > 0 ? round(Math.max(...metres) / 1_000) : null,
    strengthPerWeek: 1,
    longRunDay: Weekday.nullable().catch(null).parse(profile.longRunDay),
    unavailable: Weekday.array().catch([]).parse(profile.unavailableWeekdays),
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
    runningSeason: running ? { id: running.id, name: running.name, endsOn: running.endsOn } : null,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
