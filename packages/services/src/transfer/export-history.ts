import type { Activity, Lap } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import type { AthleteHistory } from "@repo/core/history";
import type { PlannedWorkout, Season } from "@repo/core/season";
import { type ActivityRow, getUser, type LapRow, type ResultRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { historyOfRows, readAthleteRows, readPlannedBeside, readSeasonOf } from "@repo/services/history";
import { isRecording, isUuid, takeFileFields } from "./file-fields.ts";

/**
 * Everything that the actor owns as an athlete, in the history file's format: also what the format leaves open
 * (moving time, devices) and fields that an import brought along. Imported elsewhere and exported again, it is equal.
 * @throws {AppError} NOT_FOUND when the actor has no athlete profile
 */
export async function exportHistory(ctx: ServiceContext): Promise<AthleteHistory> {
  const athleteId = ctx.actor.userId;
  const rows = await readAthleteRows(ctx.db, athleteId);
  if (!rows) throw new AppError("NOT_FOUND", "This account has no athlete profile.");
  const user = await getUser(ctx.db, athleteId);
  const history = historyOfRows(rows);
  const season = await readSeasonOf(ctx.db, athleteId);
  const planned = await readPlannedBeside(ctx.db, athleteId, season);
  return {
    ...history,
    athlete: { name: user?.name ?? null, ...history.athlete },
    activities: history.activities
      .map((activity, index) => {
        const row = rows.activities[index];
        return row ? wholeActivity(activity, row, rows.laps.get(row.id) ?? []) : activity;
      })
      .sort(by(({ date, startTime, id }) => `${date} ${startTime ?? ""} ${id}`)),
    results: history.results
      .map((result, index) => ({ ...result, ...wordsOf(rows.results[index]) }))
      .sort(by(({ date, distanceM, timeS }) => `${date} ${distanceM} ${timeS}`)),
    season: season ? wholeSeason(season) : null,
    ...(planned.length > 0 ? { planned: planned.map(wholeWorkout) } : {}),
  };
}

/** By what the file itself says: rows of one day have ids of their own in every database. */
function by<T>(key: (value: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : 1);
}

function wholeActivity(activity: Activity, row: ActivityRow, laps: readonly LapRow[]): Activity {
  const { rest, file } = takeFileFields(activity);
  const measured = known({
    elapsedS: row.elapsedS,
    movingS: row.movingS,
    device: row.device,
    recording: recordingOf(row),
  });
  return {
    ...rest,
    ...measured,
    id: file.fileId ?? rest.id,
    startTime: file.fileStartTime ?? rest.startTime ?? null,
    plannedWorkoutId: file.filePlannedWorkoutId ?? rest.plannedWorkoutId ?? null,
    laps: (rest.laps ?? []).map((lap, index): Lap => {
      const { startOffsetS, movingS, maxHrBpm, elevationGainM } = laps[index] ?? {};
      return { ...lap, ...known({ startOffsetS, movingS, maxHr: maxHrBpm, elevationGainM }) };
    }),
  };
}

/** Which uploaded file, and which session in it, the activity was recorded by: the file finds it again by this. */
function recordingOf({ id, sourceKey }: ActivityRow): string | null {
  return isUuid(id) && sourceKey !== null && isRecording(sourceKey) ? sourceKey : null;
}

function wordsOf(row: ResultRow | undefined) {
  return known({ name: row?.name, notes: row?.notes });
}

function wholeSeason(season: Season): Season {
  const { request, ...rest } = season;
  const weeks = season.weeks.map((week) => ({
    ...week,
    workouts: week.workouts.map(wholeWorkout),
  }));
  return { ...rest, ...(request && "format" in request ? { request } : {}), weeks };
}

function wholeWorkout(workout: PlannedWorkout): PlannedWorkout {
  const { rest: plain, file } = takeFileFields(workout);
  return { ...plain, id: file.fileId ?? plain.id };
}

/** Only what was recorded: these fields are not of the format, and need not stand there empty. */
function known<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<T>;
}
