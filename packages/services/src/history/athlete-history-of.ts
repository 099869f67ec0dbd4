import type { Activity } from "@repo/core/activities";
import type { AthleteHistory } from "@repo/core/history";
import type { Result } from "@repo/core/results";
import type { CheckIn } from "@repo/core/wellness";
import type { Tx } from "@repo/db";
import {
  type ActivityRow,
  type AthleteRow,
  getAthlete,
  type LapRow,
  listActivities,
  listAllLaps,
  listCheckIns,
  listResults,
  type ResultRow,
} from "@repo/db/queries";

const EVER = { from: "1900-01-01", to: "2199-12-31" };

type CheckInDay = Awaited<ReturnType<typeof listCheckIns>>[number];

/** Everything that figures are made from, as rows: read once, used by load, night and export. */
export type AthleteRows = {
  athlete: AthleteRow;
  activities: ActivityRow[];
  laps: Map<string, LapRow[]>;
  checkIns: CheckInDay[];
  results: ResultRow[];
};

/** Reads an athlete's rows up to a day (both the athlete and the night may); null without an athlete profile. */
export async function readAthleteRows(db: Tx, athleteId: string, to = EVER.to): Promise<AthleteRows | null> {
  const athlete = await getAthlete(db, athleteId);
  if (!athlete) return null;
  const range = { from: EVER.from, to };
  const [activities, laps, checkIns, results] = [
    await listActivities(db, athleteId, range),
    await listAllLaps(db, athleteId),
    await listCheckIns(db, athleteId, range),
    await listResults(db, athleteId),
  ];
  return { athlete, activities, laps: groupLaps(laps), checkIns, results };
}

/**
 * An athlete's history in the contract's shape, from rows that were read before, without the season.
 * @param isPaired what no workout stands for here is none of the plan: what is shown of it must not pair it anew
 */
export function historyOfRows(rows: AthleteRows, { isPaired = false } = {}): AthleteHistory {
  const { athlete, activities, laps, checkIns, results } = rows;
  return {
    format: "mesocycle/athlete-history",
    version: 1,
    athlete: {
      ...athlete.extra,
      sex: athlete.sex,
      birthDate: athlete.birthDate,
      timeZone: athlete.timeZone,
      maxHr: athlete.maxHrBpm,
      restingHr: athlete.restingHrBpm,
      thresholdHr: athlete.thresholdHrBpm,
      thresholdPaceSPerKm: athlete.thresholdPaceSPerKm,
    },
    activities: activities.map((row) => {
      const activity = activityOf(row, laps.get(row.id) ?? []);
      return isPaired && row.plannedWorkoutId === null ? { ...activity, unpaired: true } : activity;
    }),
    wellness: checkIns.map(checkInOf),
    results: results.map(resultOf),
  };
}

function groupLaps(rows: readonly LapRow[]): Map<string, LapRow[]> {
  const groups = new Map<string, LapRow[]>();
  for (const row of rows) {
    const group = groups.get(row.activityId);
    if (group) group.push(row);
    else groups.set(row.activityId, [row]);
  }
  return groups;
}

/** An activity row in the contract's shape. */
export function activityOf(row: ActivityRow, laps: readonly LapRow[]): Activity {
  return {
    ...row.extra,
    id: row.id,
    date: row.localDate,
    startTime: row.startAt?.toISOString() ?? null,
    sport: row.sport,
    title: row.title,
    distanceM: row.distanceM,
    durationS: row.durationS,
    elevationGainM: row.elevationGainM,
    avgHr: row.avgHrBpm,
    maxHr: row.maxHrBpm,
    rpe: row.rpe,
    feel: row.feel,
    plannedWorkoutId: row.plannedWorkoutId,
    ...(row.matchLocked && row.plannedWorkoutId === null ? { unpaired: true } : {}),
    notes: row.notes,
    ...(row.exercises ? { exercises: row.exercises as Activity["exercises"] } : {}),
    laps: laps.map((lap) => ({
      ...lap.extra,
      kind: lap.kind,
      durationS: lap.durationS,
      distanceM: lap.distanceM,
      avgHr: lap.avgHrBpm,
    })),
  };
}

function checkInOf({ localDate, checkIn, medical }: CheckInDay): CheckIn {
  return {
    ...checkIn?.extra,
    date: localDate,
    sleepHours: checkIn?.sleepHours ?? null,
    sleepQuality: checkIn?.sleepQuality ?? null,
    restingHr: checkIn?.restingHrBpm ?? null,
    hrvRmssd: checkIn?.hrvRmssdMs ?? null,
    fatigue: checkIn?.fatigue ?? null,
    soreness: checkIn?.soreness ?? null,
    stress: checkIn?.stress ?? null,
    mood: checkIn?.mood ?? null,
    motivation: checkIn?.motivation ?? null,
    appetite: checkIn?.appetite ?? null,
    legs: checkIn?.legs ?? null,
    ill: medical?.ill ?? null,
    pain:
      medical?.painSite != null && medical.painLevel != null
        ? { site: medical.painSite, level: medical.painLevel }
        : null,
    ...(medical?.cyclePhase ? { cyclePhase: medical.cyclePhase } : {}),
    ...(medical?.notes ? { medicalNotes: medical.notes } : {}),
    notes: checkIn?.notes ?? null,
  };
}

function resultOf(row: ResultRow): Result {
  return {
    ...row.extra,
    date: row.localDate,
    kind: row.kind,
    distanceM: row.distanceM,
    timeS: row.timeS,
    temperatureC: row.temperatureC,
  };
}
