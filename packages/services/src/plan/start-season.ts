import { addDays, dayNumber, IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  isRun,
  PhaseKind,
  type PlannedWorkout,
  type Season,
  type SeasonRequest,
  withPhases,
} from "@repo/core/season";
import { getCoachingOrg, insertPlannedWorkouts, insertSeason, replaceSeasonOutline } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";
import { contentOfNew } from "./calendar-content.ts";
import { loadSeason } from "./load-season.ts";
import { outlineRows, workoutRows } from "./rows-of-season.ts";

const fresh = {
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  /** Made by the client: the id of the new season. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
};

/** Phases typed in, nothing planned yet. */
export const StartEmptyInput = z.strictObject({
  ...fresh,
  phases: z
    .array(z.strictObject({ kind: PhaseKind, start: IsoDate }))
    .min(1)
    .max(60),
  end: IsoDate,
});
/** An earlier season of the same athlete, from another Monday on. */
export const StartFromSeasonInput = z.strictObject({ ...fresh, seasonId: z.uuid(), start: IsoDate });

type Started = { seasonId: string; workouts: number };

/**
 * Stores a season of typed phases without workouts, as a draft.
 * @throws AppError NOT_FOUND; INVALID naming the phase
 */
export function startEmpty(ctx: ServiceContext, input: z.input<typeof StartEmptyInput>): Promise<Started> {
  const request = StartEmptyInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const nothing: Season = { format: "mesocycle/season", version: 1, phases: [], weeks: [] };
    const season = withPhases(nothing, request.phases, request.end);
    return await store(ctx, request, { season, request: {}, workouts: [] });
  });
}

/**
 * Copies an earlier season of the athlete to begin on another Monday: phases, weeks, workouts and races move by the same
 * number of days; totals are worked out anew for the athlete's paces of today. What was done there is not copied.
 * @throws AppError NOT_FOUND; INVALID for a start that is no Monday
 */
export function startFromSeason(
  ctx: ServiceContext,
  input: z.input<typeof StartFromSeasonInput>,
): Promise<Started> {
  const request = StartFromSeasonInput.parse(input);
  return once(ctx, { ...request, request }, async () => {
    const old = await loadSeason(ctx, request);
    const first = old.season.weeks[0]?.start;
    if (!first) throw new AppError("INVALID", "That season has no weeks to begin from. Choose another.");
    const days = dayNumber(request.start) - dayNumber(first);
    if (days % 7 !== 0) {
      throw new AppError("INVALID", `${request.start} is no Monday. A season begins on one.`, {
        field: "start",
      });
    }
    const season = shifted(old.season, days);
    const workouts = season.weeks
      .flatMap((week) => week.workouts)
      .map((workout) => ({ ...workout, ...totalsNow(workout, old.pacing) }));
    return await store(ctx, request, { season, request: season.request ?? {}, workouts });
  });
}

function shifted(season: Season, days: number): Season {
  const later = (date: string) => addDays(date, days);
  return {
    ...season,
    request: season.request ? shiftedRequest(season.request, later) : null,
    phases: season.phases.map((phase) => ({ ...phase, start: later(phase.start), end: later(phase.end) })),
    weeks: season.weeks.map((week) => ({
      ...week,
      start: later(week.start),
      workouts: week.workouts.map(({ status: _s, statusReason: _r, ...workout }) => ({
        ...workout,
        date: later(workout.date),
      })),
    })),
  };
}

function shiftedRequest(request: SeasonRequest, later: (date: string) => string): SeasonRequest {
  return {
    ...request,
    start: later(request.start),
    races: request.races.map((race) => ({ ...race, date: later(race.date) })),
    // Days away belong to that year.
    blackoutDates: [],
  };
}

function totalsNow(workout: PlannedWorkout, pacing: Parameters<typeof contentOfNew>[1]) {
  if (!isRun(workout.kind) || !workout.text) return {};
  const { title, kind, hard, text, date } = workout;
  const none = { distanceM: null, durationS: null, load: null, coachNote: null };
  const op = {
    op: "add",
    id: "",
    date,
    title,
    kind,
    hard,
    text,
    libraryId: workout.workout ?? null,
    ...none,
  } as const;
  const { distanceM, durationS, loadX10 } = contentOfNew(op, pacing);
  return { distanceM, durationS, load: loadX10 === null ? null : loadX10 / 10 };
}

type Made = { season: Season; request: Record<string, unknown>; workouts: readonly PlannedWorkout[] };

async function store(
  ctx: ServiceContext,
  { athleteId, id, name }: { athleteId: string; id: string; name: string },
  { season, request, workouts }: Made,
): Promise<Started> {
  const orgId = await getCoachingOrg(ctx.db, athleteId, ctx.actor.userId);
  const belonging = { orgId, authorId: ctx.actor.userId };
  const [first, last] = [season.weeks[0]?.start ?? "", season.weeks.at(-1)?.start ?? ""];
  await insertSeason(ctx.db, athleteId, {
    ...belonging,
    id,
    name,
    request,
    status: "draft",
    startsOn: first,
    endsOn: addDays(last, 6),
    notHonoured: [],
  });
  await replaceSeasonOutline(ctx.db, { athleteId, id }, outlineRows(season));
  const rows = workoutRows(workouts, { ...belonging, seasonId: id, isAssigned: false });
  await insertPlannedWorkouts(ctx.db, athleteId, rows);
  return { seasonId: id, workouts: rows.length };
}
