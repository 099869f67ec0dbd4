import type { Activity } from "@repo/core/activities";
import type { IsoDate } from "@repo/core/calendar";
import { compareActivity } from "@repo/core/compliance";
import type { AthleteHistory } from "@repo/core/history";
import { pacingOf } from "@repo/core/paces";
import { recordSession } from "@repo/core/simulation";
import { newId } from "@repo/db";
import {
  getAthlete,
  insertActivities,
  insertAthlete,
  insertCheckIns,
  insertLaps,
  insertMedicalCheckIns,
  insertPlannedWorkouts,
  insertResult,
  insertSeason,
  insertStreams,
  replaceSeasonOutline,
  updateAthlete,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { emptySamples } from "@repo/services/files";
import { outlineRows, workoutRows } from "@repo/services/plan";
import { packSamples } from "@repo/services/training";
import { demoSeason } from "./demo-season.ts";

/** A week of them: older runs keep what a summary holds, and a demo is made in seconds. */
const RECORDED_RUNS = 5;

type DemoRows = {
  id: string;
  index: number;
  timeZone: string;
  history: AthleteHistory;
  orgId: string;
  authorId: string;
  today: IsoDate;
};

/** Writes a simulated history as the rows of one athlete, in a few statements each. */
export async function fillDemoAthlete(ctx: ServiceContext, demo: DemoRows): Promise<void> {
  const { id: athleteId, history } = demo;
  await insertAthlete(ctx.db, athleteId, demo.timeZone);
  await describeAthlete(ctx, demo);
  for (const { date, kind, distanceM, timeS, temperatureC } of history.results) {
    await insertResult(ctx.db, athleteId, {
      id: newId(),
      localDate: date,
      kind: kind ?? null,
      distanceM,
      timeS,
      temperatureC: temperatureC ?? null,
    });
  }
  const workoutIds = await addSeason(ctx, demo);
  await addActivities(ctx, demo, workoutIds);
  await addCheckIns(ctx, demo);
}

async function describeAthlete(ctx: ServiceContext, { id, history, index }: DemoRows): Promise<void> {
  const row = await getAthlete(ctx.db, id);
  if (!row) throw new Error("a demo athlete has no profile");
  const { sex, maxHr, restingHr, birthDate } = history.athlete;
  await updateAthlete(ctx.db, row, {
    sex: sex ?? null,
    maxHrBpm: maxHr ?? null,
    restingHrBpm: restingHr ?? null,
    birthDate: birthDate ?? `${1984 + index}-04-12`,
    level: history.season?.request?.level ?? "intermediate",
    runsPerWeek: history.season?.request?.runsPerWeek ?? 5,
    longRunDay: "sun",
    isDemo: true,
  });
}

/** The season with its workouts; gives the row of each simulated workout by the simulation's name for it. */
async function addSeason(ctx: ServiceContext, demo: DemoRows): Promise<Map<string, string>> {
  const { id: athleteId, orgId, authorId, history, today } = demo;
  const { request, season } = demoSeason(history, demo);
  const seasonId = newId();
  const [first, last] = [season.phases[0], season.phases.at(-1)];
  await insertSeason(ctx.db, athleteId, {
    id: seasonId,
    orgId,
    authorId,
    name: `Toward ${request.races[0]?.name ?? "the next race"}`,
    request,
    status: "assigned",
    startsOn: first?.start ?? request.start,
    endsOn: last?.end ?? today,
    assignedAt: ctx.now,
  });
  await replaceSeasonOutline(ctx.db, { athleteId, id: seasonId }, outlineRows(season));
  const planned = season.weeks.flatMap((week) => week.workouts);
  const done = new Map(
    history.activities.flatMap((activity) =>
      activity.plannedWorkoutId ? [[activity.plannedWorkoutId, activity] as const] : [],
    ),
  );
  const rows = workoutRows(planned, { seasonId, orgId, authorId, isAssigned: true }).map((row, index) => {
    const [workout, activity] = [planned[index], done.get(row.seasonKey ?? "")];
    if (!workout || !activity) return { ...row, status: "planned" as const };
    const pacing = pacingOf({ ...history, asOf: workout.date });
    const grade = compareActivity(workout, activity, activity.laps ?? [], { pacing });
    return { ...row, status: "done" as const, grade };
  });
  await insertPlannedWorkouts(ctx.db, athleteId, rows);
  return new Map(rows.flatMap((row) => (row.seasonKey ? [[row.seasonKey, row.id] as const] : [])));
}

async function addActivities(
  ctx: ServiceContext,
  demo: DemoRows,
  workoutIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { id: athleteId, history, timeZone } = demo;
  const made = history.activities.map((activity) => ({ activity, id: newId() }));
  for (let at = 0; at < made.length; at += 500) {
    const slice = made.slice(at, at + 500);
    await insertActivities(
      ctx.db,
      athleteId,
      slice.map(({ activity, id }) => ({
        id,
        localDate: activity.date,
        startAt: activity.startTime ? new Date(activity.startTime) : null,
        timeZone,
        sport: activity.sport,
        title: activity.title ?? null,
        distanceM: activity.distanceM ?? null,
        durationS: activity.durationS,
        elevationGainM: activity.elevationGainM ?? null,
        avgHrBpm: activity.avgHr ?? null,
        maxHrBpm: activity.maxHr ?? null,
        rpe: activity.rpe ?? null,
        feel: activity.feel ?? null,
        notes: activity.notes ?? null,
        source: "demo" as const,
        sourceKey: `demo:${activity.id}`,
        plannedWorkoutId: workoutIds.get(activity.plannedWorkoutId ?? "") ?? null,
      })),
    );
  }
  const laps = made.flatMap(({ activity, id }) =>
    (activity.laps ?? []).map((lap, position) => ({
      activityId: id,
      position,
      kind: lap.kind ?? null,
      durationS: lap.durationS ?? null,
      distanceM: lap.distanceM ?? null,
      avgHrBpm: lap.avgHr ?? null,
    })),
  );
  await insertLaps(ctx.db, athleteId, laps);
  await addRecordings(ctx, demo, made);
}

/** What a watch wrote of the last runs: their curves, kilometres and zones can be looked at. */
async function addRecordings(
  ctx: ServiceContext,
  demo: DemoRows,
  made: readonly { activity: Activity; id: string }[],
): Promise<void> {
  const runs = made.filter(({ activity }) => activity.sport === "run").slice(-RECORDED_RUNS);
  const streams = runs.flatMap(({ activity, id }, index) => {
    const recorded = recordSession(activity, demo.index * 1_000 + index);
    return recorded ? [{ activityId: id, ...packSamples({ ...emptySamples(), ...recorded }, null) }] : [];
  });
  await insertStreams(ctx.db, demo.id, streams);
}

async function addCheckIns(ctx: ServiceContext, { id: athleteId, history }: DemoRows): Promise<void> {
  await insertCheckIns(
    ctx.db,
    athleteId,
    history.wellness.map((day) => ({
      localDate: day.date,
      sleepHours: day.sleepHours ?? null,
      sleepQuality: day.sleepQuality ?? null,
      restingHrBpm: day.restingHr ?? null,
      hrvRmssdMs: day.hrvRmssd ?? null,
      fatigue: day.fatigue ?? null,
      soreness: day.soreness ?? null,
      stress: day.stress ?? null,
      mood: day.mood ?? null,
      motivation: day.motivation ?? null,
      appetite: day.appetite ?? null,
      legs: day.legs ?? null,
      notes: day.notes ?? null,
    })),
  );
  const medical = history.wellness.filter((day) => day.ill != null || day.pain != null);
  await insertMedicalCheckIns(
    ctx.db,
    athleteId,
    medical.map((day) => ({
      localDate: day.date,
      ill: day.ill ?? null,
      painSite: day.pain?.site ?? null,
      painLevel: day.pain?.level ?? null,
    })),
  );
}
