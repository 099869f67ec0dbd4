import type { Activity } from "@repo/core/activities";
import { type IsoDate, minDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type AthleteHistory, readHistory } from "@repo/core/history";
import type { Result } from "@repo/core/results";
import { newId } from "@repo/db";
import {
  getAthlete,
  insertActivities,
  insertCheckIns,
  insertLaps,
  insertMedicalCheckIns,
  insertResult,
  listActivities,
  listResults,
  listUsedActivityIds,
  markDirty,
  type NewActivity,
  requestRejudging,
  updateAthlete,
} from "@repo/db/queries";
import { latestDay, type ServiceContext } from "@repo/services/context";
import { isRecording, isUuid, orNull } from "./file-fields.ts";
import { importPlanned, importSeason } from "./import-season.ts";

const EVER = { from: "1900-01-01", to: "2199-12-31" };
const ROWS_PER_STATEMENT = 500;

export type ImportedHistory = {
  activities: number;
  activitiesHere: number;
  checkIns: number;
  results: number;
  plannedWorkouts: number;
  /** Days of entries that were left out because they have not come yet. */
  ahead: IsoDate[];
};

/**
 * Reads a history file into the actor's own account, in one transaction: all of it or nothing. What is there stays as
 * it is, so that reading a file twice changes nothing; fields that we do not know are kept for the next export.
 * @throws {AppError} INVALID with every fault of the file; NOT_FOUND without an athlete profile
 */
export async function importHistory(
  ctx: ServiceContext,
  json: unknown,
  { importBatchId = null }: { importBatchId?: string | null } = {},
): Promise<ImportedHistory> {
  const athleteId = ctx.actor.userId;
  const { history, ahead } = withoutAhead(readHistory(json), latestDay(ctx.now));
  const athlete = await getAthlete(ctx.db, athleteId);
  if (!athlete) throw new AppError("NOT_FOUND", "This account has no athlete profile yet.");
  await describeAthlete(ctx, history);
  const inSeason = await importSeason(ctx, history);
  const workoutIds = new Map([...inSeason, ...(await importPlanned(ctx, history))]);
  const { added, here } = await addActivities(ctx, history, {
    workoutIds,
    timeZone: athlete.timeZone,
    importBatchId,
  });
  await addCheckIns(ctx, history, importBatchId);
  const results = await addResults(ctx, history.results);
  const first = firstDayOf(history);
  if (first !== null) {
    await markDirty(ctx.db, athleteId, first);
    await requestRejudging(ctx.db, athleteId, first);
  }
  return {
    activities: added,
    activitiesHere: here,
    checkIns: history.wellness.length,
    results,
    plannedWorkouts: workoutIds.size,
    ahead,
  };
}

/** The history up to a day, and the days of what was logged for later ones: nobody has lived them. */
function withoutAhead(history: AthleteHistory, latest: IsoDate) {
  const isPast = ({ date }: { date: IsoDate }) => date <= latest;
  const { activities, wellness, results } = history;
  const ahead = [...activities, ...wellness, ...results]
    .filter((each) => !isPast(each))
    .map(({ date }) => date);
  return {
    history: {
      ...history,
      activities: activities.filter(isPast),
      wellness: wellness.filter(isPast),
      results: results.filter(isPast),
    },
    ahead: ahead.sort(),
  };
}

/** What the account does not say yet is taken from the file; what it says stays. */
async function describeAthlete(ctx: ServiceContext, history: AthleteHistory): Promise<void> {
  const athleteId = ctx.actor.userId;
  const row = await getAthlete(ctx.db, athleteId);
  if (!row) return;
  const isEmpty = (await listActivities(ctx.db, athleteId, EVER)).length === 0;
  const { name, sex, birthDate, timeZone, maxHr, restingHr, thresholdHr, thresholdPaceSPerKm, ...unknown } =
    history.athlete;
  const extra = orNull({ ...unknown, ...(name == null ? {} : { name }), ...row.extra });
  await updateAthlete(ctx.db, row, {
    sex: row.sex ?? sex ?? null,
    birthDate: row.birthDate ?? birthDate ?? null,
    maxHrBpm: row.maxHrBpm ?? maxHr ?? null,
    restingHrBpm: row.restingHrBpm ?? restingHr ?? null,
    thresholdHrBpm: row.thresholdHrBpm ?? thresholdHr ?? null,
    thresholdPaceSPerKm: row.thresholdPaceSPerKm ?? thresholdPaceSPerKm ?? null,
    ...(isEmpty && timeZone ? { timeZone } : {}),
    extra,
  });
}

type Places = { workoutIds: ReadonlyMap<string, string>; timeZone: string; importBatchId: string | null };

async function addActivities(ctx: ServiceContext, history: AthleteHistory, places: Places) {
  const athleteId = ctx.actor.userId;
  const used = await listUsedActivityIds(ctx.db, athleteId);
  const made = history.activities
    .filter((activity) => !used.has(activity.id))
    .map((activity) => ({ activity, row: rowOf(activity, places) }));
  const added = new Set<string>();
  for (let at = 0; at < made.length; at += ROWS_PER_STATEMENT) {
    const slice = made.slice(at, at + ROWS_PER_STATEMENT).map(({ row }) => row);
    for (const id of await insertActivities(ctx.db, athleteId, slice)) added.add(id);
  }
  const laps = made
    .filter(({ row }) => added.has(row.id))
    .flatMap(({ activity, row }) => lapsOf(activity, row.id));
  await insertLaps(ctx.db, athleteId, laps);
  return { added: added.size, here: history.activities.length - added.size };
}

function rowOf(activity: Activity, { workoutIds, timeZone, importBatchId }: Places): NewActivity {
  const { id, date, startTime, avgHr, maxHr, laps: _laps, plannedWorkoutId, ...more } = activity;
  const { sport, title, distanceM, durationS, elevationGainM, rpe, feel, notes, ...unknown } = more;
  const { elapsedS, movingS, device, recording, exercises, ...rest } = unknown;
  const isFromFile = isUuid(id) && typeof recording === "string" && isRecording(recording);
  const startAt = startTime == null ? null : new Date(startTime);
  const planned = plannedWorkoutId == null ? null : (workoutIds.get(plannedWorkoutId) ?? null);
  return {
    id: isUuid(id) ? id : newId(),
    localDate: date,
    startAt,
    timeZone,
    sport,
    title: title ?? null,
    distanceM: distanceM ?? null,
    durationS,
    elevationGainM: elevationGainM ?? null,
    avgHrBpm: avgHr ?? null,
    maxHrBpm: maxHr ?? null,
    rpe: rpe ?? null,
    feel: feel ?? null,
    notes: notes ?? null,
    elapsedS: numberOrNull(elapsedS),
    movingS: numberOrNull(movingS),
    device: typeof device === "string" ? device : null,
    exercises: exercises ?? null,
    source: "import",
    sourceKey: isFromFile ? recording : `history:${id}`,
    importBatchId,
    plannedWorkoutId: planned,
    extra: orNull({
      ...rest,
      recording: isFromFile ? undefined : recording,
      fileId: isUuid(id) ? undefined : id,
      fileStartTime: startAt && startAt.toISOString() !== startTime ? startTime : undefined,
      filePlannedWorkoutId:
        plannedWorkoutId != null && plannedWorkoutId !== planned ? plannedWorkoutId : undefined,
    }),
  };
}

function lapsOf(activity: Activity, activityId: string) {
  return (activity.laps ?? []).map((lap, position) => {
    const { kind, durationS, distanceM, avgHr, ...unknown } = lap;
    const { startOffsetS, movingS, maxHr, elevationGainM, ...rest } = unknown;
    return {
      activityId,
      position,
      kind: kind ?? null,
      durationS: durationS ?? null,
      distanceM: distanceM ?? null,
      avgHrBpm: avgHr ?? null,
      startOffsetS: numberOrNull(startOffsetS),
      movingS: numberOrNull(movingS),
      maxHrBpm: numberOrNull(maxHr),
      elevationGainM: numberOrNull(elevationGainM),
      extra: orNull(rest),
    };
  });
}

async function addCheckIns(
  ctx: ServiceContext,
  history: AthleteHistory,
  importBatchId: string | null,
): Promise<void> {
  const athleteId = ctx.actor.userId;
  const days = history.wellness.map((day) => {
    const { date, restingHr, hrvRmssd, ill: _ill, pain: _pain, ...more } = day;
    const { sleepHours, sleepQuality, fatigue, soreness, stress, mood, ...others } = more;
    const {
      motivation,
      appetite,
      legs,
      notes,
      cyclePhase: _cycle,
      medicalNotes: _notes,
      ...unknown
    } = others;
    const felt = {
      sleepHours,
      sleepQuality,
      fatigue,
      soreness,
      stress,
      mood,
      motivation,
      appetite,
      legs,
      notes,
    };
    return {
      localDate: date,
      restingHrBpm: restingHr ?? null,
      hrvRmssdMs: hrvRmssd ?? null,
      ...felt,
      importBatchId,
      extra: orNull(unknown),
    };
  });
  await insertCheckIns(ctx.db, athleteId, days);
  const medical = history.wellness.filter(
    ({ ill, pain, cyclePhase, medicalNotes }) => ill != null || pain != null || cyclePhase || medicalNotes,
  );
  await insertMedicalCheckIns(
    ctx.db,
    athleteId,
    medical.map((day) => ({
      localDate: day.date,
      ill: day.ill ?? null,
      painSite: day.pain?.site ?? null,
      painLevel: day.pain?.level ?? null,
      cyclePhase: day.cyclePhase ?? null,
      notes: day.medicalNotes ?? null,
      importBatchId,
    })),
  );
}

/** A result is the same when day, distance and time are. */
async function addResults(ctx: ServiceContext, results: readonly Result[]): Promise<number> {
  const athleteId = ctx.actor.userId;
  const keyOf = (date: string, distanceM: number, timeS: number) => `${date} ${distanceM} ${timeS}`;
  const here = new Set(
    (await listResults(ctx.db, athleteId)).map((row) => keyOf(row.localDate, row.distanceM, row.timeS)),
  );
  let added = 0;
  for (const result of results) {
    const { date, kind, distanceM, timeS, temperatureC, name, notes, ...unknown } = result;
    if (here.has(keyOf(date, distanceM, timeS))) continue;
    const row = {
      id: newId(),
      localDate: date,
      kind: kind ?? null,
      distanceM,
      timeS,
      temperatureC: temperatureC ?? null,
      name: typeof name === "string" ? name : null,
      notes: typeof notes === "string" ? notes : null,
      extra: orNull(unknown),
    };
    if (await insertResult(ctx.db, athleteId, row)) added += 1;
  }
  return added;
}

function firstDayOf({ activities, wellness, results }: AthleteHistory): string | null {
  const days = [...activities, ...wellness, ...results].map(({ date }) => date);
  return days.length === 0 ? null : days.reduce(minDate);
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
