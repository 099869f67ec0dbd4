import { addDays } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { PlannedWorkout, Season } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  insertPlannedWorkouts,
  insertSeason,
  listPlannedKeys,
  listSeasons,
  type NewPlannedWorkout,
  replaceSeasonOutline,
} from "@repo/db/queries";
import { WORKOUT_STATUSES } from "@repo/db/schema";
import type { ServiceContext } from "@repo/services/context";
import { workoutRows } from "@repo/services/plan";
import { isUuid, orNull } from "./file-fields.ts";

/**
 * Stores a file's season as one that the athlete follows, unless there is a season already. Returns the row of each
 * workout by the id that the file gives it. Resolved steps and findings are made anew where they are shown.
 */
export async function importSeason(
  ctx: ServiceContext,
  history: AthleteHistory,
): Promise<Map<string, string>> {
  const { season } = history;
  const athleteId = ctx.actor.userId;
  if (!season || (await listSeasons(ctx.db, athleteId)).length > 0) return new Map();
  const seasonId = newId();
  const { format: _f, version: _v, request, phases, weeks, findings: _found, ...unknown } = season;
  await insertSeason(ctx.db, athleteId, {
    id: seasonId,
    orgId: null,
    authorId: athleteId,
    name: request?.races[0]?.name ?? "Imported season",
    request: request ?? {},
    status: "assigned",
    startsOn:
      phases[0]?.start ?? weeks[0]?.start ?? request?.start ?? history.activities[0]?.date ?? "1970-01-01",
    endsOn: endOf(season),
    assignedAt: ctx.now,
    notHonoured: season.notHonoured ?? [],
    extra: orNull(unknown),
  });
  await replaceSeasonOutline(ctx.db, { athleteId, id: seasonId }, outlineOf(season));
  const workouts = weeks.flatMap((week) => week.workouts);
  return await insertWorkouts(ctx, workouts, seasonId);
}

/**
 * Stores what a file has planned beside its season, unless it is here: by its id, or with the same words on the same
 * day. Returns the row of each workout by the id that the file gives it.
 */
export async function importPlanned(
  ctx: ServiceContext,
  { planned }: AthleteHistory,
): Promise<Map<string, string>> {
  if (!planned || planned.length === 0) return new Map();
  const here = await listPlannedKeys(ctx.db, ctx.actor.userId);
  const ids = new Set(here.map(({ id }) => id));
  const words = new Set(here.filter((row) => row.isAssigned).map((row) => wordsOf(row.localDate, row)));
  const fresh = planned.filter((workout) => {
    const { id, date, title, text } = workout;
    const isHere = (id != null && ids.has(id)) || words.has(wordsOf(date, { title, text: text ?? null }));
    return !isHere;
  });
  return await insertWorkouts(ctx, fresh, null);
}

function wordsOf(day: string, { title, text }: { title: string; text: string | null }): string {
  return JSON.stringify([day, title, text?.trim() ? text : null]);
}

async function insertWorkouts(
  ctx: ServiceContext,
  workouts: readonly PlannedWorkout[],
  seasonId: string | null,
): Promise<Map<string, string>> {
  const athleteId = ctx.actor.userId;
  const rows = rowsOf(workouts, { seasonId, authorId: athleteId });
  await insertPlannedWorkouts(ctx.db, athleteId, rows);
  return new Map(
    rows.flatMap((row, index) => {
      const id = workouts[index]?.id;
      return id ? [[id, row.id] as const] : [];
    }),
  );
}

function endOf({ phases, weeks }: Season): string {
  const lastWeek = weeks.at(-1);
  return phases.at(-1)?.end ?? (lastWeek ? addDays(lastWeek.start, 6) : "1970-01-01");
}

function outlineOf({ phases, weeks }: Season) {
  return {
    phases: phases.map(({ kind, start, end, ...unknown }) => ({
      kind,
      startsOn: start,
      endsOn: end,
      extra: orNull(unknown),
    })),
    weeks: weeks.map(({ start, phase, targetKm, cutback, workouts: _w, ...unknown }) => ({
      startsOn: start,
      phase,
      targetKm,
      cutback,
      extra: orNull(unknown),
    })),
  };
}

function rowsOf(
  workouts: readonly PlannedWorkout[],
  of: { seasonId: string | null; authorId: string },
): NewPlannedWorkout[] {
  return workoutRows(workouts, { ...of, orgId: null, isAssigned: true }).map((row, index) => {
    const { status, statusReason, ...unknown } = unknownOf(workouts[index]);
    const id = workouts[index]?.id ?? null;
    const known = WORKOUT_STATUSES.find((each) => each === status);
    return {
      ...row,
      ...(id !== null && isUuid(id) ? { id } : {}),
      ...(known ? { status: known } : {}),
      statusReason: typeof statusReason === "string" ? statusReason : null,
      extra: orNull({ ...unknown, fileId: id !== null && !isUuid(id) ? id : undefined }),
    };
  });
}

function unknownOf(workout: PlannedWorkout | undefined): Record<string, unknown> {
  if (!workout) return {};
  const { id: _i, date: _d, workout: _w, kind: _k, hard: _h, title: _t, text: _x, ...more } = workout;
  const { distanceM: _m, durationS: _s, load: _l, steps: _steps, ...unknown } = more;
  return unknown;
}
