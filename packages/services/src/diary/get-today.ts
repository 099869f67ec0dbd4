import { addDays, daysBetween, type IsoDate, weekStartOf } from "@repo/core/calendar";
import { PhaseKind, type Race, type SeasonRequest } from "@repo/core/season";
import { adviceOfDay } from "@repo/core/strength";
import { WorkoutKind } from "@repo/core/workouts";
import {
  type ActivityRow,
  getAthleteState,
  listActivities,
  listComments,
  listPlannedWorkouts,
  listSeasonPhases,
  listSeasons,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { kmOf, standingAsOf } from "@repo/services/load";
import { getPacing } from "@repo/services/plan";
import { checkInOfDay } from "./check-in-of-day.ts";
import { shownActivity } from "./shown-activity.ts";
import { workoutOfDay } from "./workout-of-day.ts";

/**
 * An athlete's day: what is planned and why, in their own ranges; what was done; how they woke up; tomorrow; the
 * coach's last word; where load stands.
 *
 * @throws {AppError} NOT_FOUND without an athlete profile
 */
export async function getToday(ctx: ServiceContext) {
  const athleteId = ctx.actor.userId;
  const { today, level, pacing, zoneScheme } = await getPacing(ctx, { athleteId });
  const tomorrow = addDays(today, 1);
  const planned = await listPlannedWorkouts(ctx.db, athleteId, { from: today, to: tomorrow });
  const week = await listActivities(ctx.db, athleteId, { from: addDays(today, -6), to: today });
  const done = week.filter((row) => row.localDate === today);
  const state = await getAthleteState(ctx.db, athleteId);
  const [word] = (await listComments(ctx.db, athleteId, { limit: 10 })).filter(
    (comment) => comment.authorId !== athleteId && !comment.isPrivate,
  );
  const next = planned.find((row) => row.localDate === tomorrow);
  const todays = planned.filter((row) => row.localDate === today);
  return {
    today,
    pacing,
    zoneScheme,
    advice: adviceOfDay({
      date: today,
      planned: todays.map((row) => ({ kind: WorkoutKind.catch("easy").parse(row.kind), hard: row.hard })),
      hasTrained: done.length > 0,
      isBeginner: level === "beginner",
    }),
    paces: {
      score: pacing.score,
      source: pacing.scoreSource,
      on: pacing.scoreDate,
      fresh: pacing.scoreFresh,
    },
    workouts: todays.map((row) => workoutOfDay(row, pacing)),
    activities: done.map(shownActivity),
    tomorrow: next
      ? { title: next.title, kind: next.kind, hard: next.hard, distanceM: next.distanceM }
      : null,
    word: word ? { body: word.body, by: word.authorName, at: word.createdAt } : null,
    checkIn: await checkInOfDay(ctx, today),
    standing: standingOf(state, today, week),
    ...(await seasonOf(ctx, { today, state })),
  };
}

export type Today = Awaited<ReturnType<typeof getToday>>;

/** Whether new numbers are there: grows with every recomputation and judgement. */
export async function getRevision(
  ctx: Pick<ServiceContext, "db">,
  athleteId: string,
): Promise<{ rev: number; waiting: boolean }> {
  const state = await getAthleteState(ctx.db, athleteId);
  return {
    rev: state?.rev ?? 0,
    waiting: (state?.dirtyFrom ?? null) !== null || (state?.needsJudging ?? false),
  };
}

type State = Awaited<ReturnType<typeof getAthleteState>>;

/** As of the athlete's own day, whatever day the last night was run for. */
function standingOf(state: State, today: IsoDate, week: readonly ActivityRow[]) {
  // A morning entered is a day known, not a load: until the first session there is nothing to smooth.
  const load = state?.lastActivityOn ? standingAsOf(state, today) : null;
  return {
    rev: state?.rev ?? 0,
    fitness: load?.fitness ?? null,
    fatigue: load?.fatigue ?? null,
    form: load?.form ?? null,
    quality: load?.loadQuality ?? null,
    weekLoad: load?.weekLoadX10 == null ? null : load.weekLoadX10 / 10,
    weekKm: kmOf(week),
    lastActivityOn: state?.lastActivityOn ?? null,
  };
}

/** The season that holds today: its ribbon, where in its phase the day lies, and the races ahead. */
async function seasonOf(ctx: ServiceContext, { today, state }: { today: IsoDate; state: State }) {
  const athleteId = ctx.actor.userId;
  const seasons = (await listSeasons(ctx.db, athleteId)).filter(({ status }) => status === "assigned");
  const season =
    seasons.find(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today) ??
    seasons.findLast(({ startsOn }) => startsOn > today) ??
    null;
  const races = ((season?.request as Partial<SeasonRequest> | undefined)?.races ?? []) as Race[];
  const phases = season ? await listSeasonPhases(ctx.db, athleteId, season.id) : [];
  const phase = phases.find(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today) ?? null;
  return {
    season: season ? { id: season.id, name: season.name, startsOn: season.startsOn } : null,
    phase: phase
      ? {
          kind: phase.kind,
          week: weeksBetween(phase.startsOn, today) + 1,
          weeks: weeksBetween(phase.startsOn, phase.endsOn) + 1,
        }
      : null,
    races: races.map(({ date, name, priority, distanceM }) => ({
      date,
      name: name ?? null,
      priority,
      distanceM,
      inDays: daysBetween(today, date),
    })),
    ribbon: ribbonOf(state),
  };
}

function weeksBetween(from: IsoDate, to: IsoDate): number {
  return Math.floor(daysBetween(weekStartOf(from), weekStartOf(to)) / 7);
}

function ribbonOf(state: State) {
  const from = state?.ribbonFrom;
  if (!state || !from) return null;
  const weeks = (state.ribbonPlannedKm ?? []).map((plannedKm, index) => ({
    start: addDays(from, 7 * index),
    phase: PhaseKind.nullable()
      .catch(null)
      .parse(state.ribbonPhases?.[index] ?? null),
    plannedKm,
    doneKm: state.ribbonDoneKm?.[index] ?? null,
  }));
  // One bar beside half a year of nothing tells less than the line that names what was done.
  const known = weeks.filter((week) => week.plannedKm !== null || week.doneKm !== null);
  return known.length > 1 ? weeks : null;
}
