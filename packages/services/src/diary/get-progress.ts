import { addDays, type IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import { predictRace, scoreOf } from "@repo/core/paces";
import { HALF_MARATHON_M, MARATHON_M } from "@repo/core/units";
import {
  getLatestAssessment,
  getLatestRecovery,
  listActivities,
  listCheckIns,
  listResults,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getLoadSeries } from "@repo/services/load";
import { getToday } from "./get-today.ts";
import { type DayValue, ownBand } from "./own-band.ts";

const PREDICTED_M = [5_000, 10_000, HALF_MARATHON_M, MARATHON_M] as const;
const BASELINE_DAYS = 60;

/** How training goes: load, progress with its interval, intensity, recovery against the own band, results, predictions. */
export async function getProgress(ctx: ServiceContext, { days }: { days: number }) {
  const athleteId = ctx.actor.userId;
  const { today, standing, ribbon, races, season, paces, pacing, zoneScheme } = await getToday(ctx);
  const from = addDays(today, 1 - days);
  const results = await listResults(ctx.db, athleteId);
  const assessment = await getLatestAssessment(ctx.db, athleteId);
  const recovery = await getLatestRecovery(ctx.db, athleteId);
  return {
    today,
    standing,
    ribbon,
    races,
    season,
    paces,
    pacing,
    zoneScheme,
    load: await getLoadSeries(ctx.db, athleteId, { from, to: today }),
    assessment: assessment
      ? { asOf: assessment.asOf, progress: assessment.progress, intensity: assessment.intensity }
      : null,
    recovery: recovery ? { asOf: recovery.asOf, ...recovery.recovery } : null,
    bands: await bandsOf(ctx, { from: addDays(today, -41), to: today }),
    results: results
      .map(({ id, localDate, kind, distanceM, timeS, name }) => {
        return {
          id,
          localDate,
          kind,
          distanceM,
          timeS,
          name,
          score: valueOrNull(scoreOf({ distanceM, timeS })),
        };
      })
      .reverse(),
    predictions: predictionsOf(results, today),
    longest: await longestOf(ctx, { from, to: today }),
  };
}

export type ProgressPage = Awaited<ReturnType<typeof getProgress>>;

type ResultRows = Awaited<ReturnType<typeof listResults>>;

function predictionsOf(results: ResultRows, today: IsoDate) {
  const rows = results.map(({ localDate: date, kind, distanceM, timeS }) => ({
    date,
    kind,
    distanceM,
    timeS,
  }));
  return PREDICTED_M.flatMap((distanceM) => {
    const prediction = valueOrNull(predictRace(rows, distanceM, today));
    return prediction ? [prediction] : [];
  });
}

type Range = { from: IsoDate; to: IsoDate };

/** Resting heart rate, HRV and sleep, each day against what was usual before it. */
async function bandsOf(ctx: ServiceContext, { from, to }: Range) {
  const rows = await listCheckIns(ctx.db, ctx.actor.userId, { from: addDays(from, -BASELINE_DAYS), to });
  type Row = (typeof rows)[number];
  const band = (of: (row: Row) => number | null | undefined) => {
    const values: DayValue[] = rows.map((row) => ({ date: row.localDate, value: of(row) ?? null }));
    const points = [];
    for (let date = from; date <= to; date = addDays(date, 1)) {
      const usual = ownBand(values, date);
      const value = values.find((day) => day.date === date)?.value ?? null;
      points.push({ date, value, low: usual?.low ?? null, high: usual?.high ?? null });
    }
    return points.some((point) => point.value !== null) ? points : null;
  };
  return {
    restingHr: band((row) => row.checkIn?.restingHrBpm),
    hrv: band((row) => row.checkIn?.hrvRmssdMs),
    sleep: band((row) => row.checkIn?.sleepHours),
  };
}

/** The longest and the farthest run of the range, with its day. */
async function longestOf(ctx: ServiceContext, range: Range) {
  const runs = (await listActivities(ctx.db, ctx.actor.userId, range)).filter((row) => row.sport === "run");
  const farthest = runs.reduce<(typeof runs)[number] | null>(
    (best, row) => ((row.distanceM ?? 0) > (best?.distanceM ?? 0) ? row : best),
    null,
  );
  const { length: count } = runs;
  const distanceM = runs.reduce((sum, row) => sum + (row.distanceM ?? 0), 0);
  return {
    count,
    distanceM,
    farthest: farthest
      ? {
          id: farthest.id,
          localDate: farthest.localDate,
          distanceM: farthest.distanceM,
          durationS: farthest.durationS,
        }
      : null,
  };
}
