import type { Ids } from "./world.ts";

/** The inputs of the procedures of a season and its workouts. */
export const SEASON_INPUTS: Record<string, (ids: Ids) => unknown> = {
  "season.list": () => undefined,
  "season.get": ({ athleteId, seasonId }) => ({ athleteId, seasonId }),
  "season.suggest": ({ athleteId }) => ({ athleteId }),
  "season.preview": ({ athleteId }) => ({ athleteId, request: SEASON_REQUEST }),
  "season.save": ({ athleteId }) => ({
    athleteId,
    mutationId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    name: "Another",
    request: SEASON_REQUEST,
  }),
  "season.moveWorkout": (ids) => ({ ...workoutOf(ids), to: ids.day }),
  "season.editWorkout": (ids) => ({ ...workoutOf(ids), title: "Another" }),
  "season.addWorkout": (ids) => ({
    ...seasonOf(ids),
    id: crypto.randomUUID(),
    date: ids.day,
    title: "Another",
    kind: "easy",
    hard: false,
    text: "5km easy",
  }),
  "season.deleteWorkout": (ids) => workoutOf(ids),
  "season.applyFix": (ids) => ({
    ...seasonOf(ids),
    fix: { kind: "scale-week", weekStart: ids.day, factor: 0.9 },
  }),
  "season.waive": (ids) => ({ ...seasonOf(ids), rule: "hard-days-apart", date: null, reason: "A test" }),
  "season.unwaive": (ids) => ({ ...seasonOf(ids), waiverId: ids.waiverId }),
  "season.undo": (ids) => seasonOf(ids),
  "season.previewRaceMove": ({ athleteId, seasonId, raceDay }) => ({
    athleteId,
    seasonId,
    from: raceDay,
    to: "2099-05-05",
  }),
  "season.moveRace": (ids) => ({ ...seasonOf(ids), version: 1, from: ids.raceDay, to: "2099-05-05" }),
  "season.previewRaces": ({ athleteId, seasonId, raceDay }) => ({
    athleteId,
    seasonId,
    races: [raceOn(raceDay)],
  }),
  "season.changeRaces": (ids) => ({ ...seasonOf(ids), version: 1, races: [raceOn(ids.raceDay)] }),
  "season.previewPhases": ({ athleteId, seasonId, day }) => ({ athleteId, seasonId, ...phasesFrom(day) }),
  "season.changePhases": (ids) => ({ ...seasonOf(ids), version: 1, ...phasesFrom(ids.day) }),
  "season.startEmpty": ({ athleteId, day }) => ({ ...startOf(athleteId), ...phasesFrom(day) }),
  "season.startFromSeason": ({ athleteId, seasonId, day }) => ({
    ...startOf(athleteId),
    seasonId,
    start: day,
  }),
  "season.assign": (ids) => ({ ...seasonOf(ids), version: 1 }),
  "season.archive": (ids) => ({ ...seasonOf(ids), version: 1 }),
};

const raceOn = (date: string) => ({ date, distanceM: 10_000, priority: "A", name: "Race" });
const phasesFrom = (day: string) => ({ phases: [{ kind: "base", start: day }], end: "2026-05-31" });
const startOf = (athleteId: string) => ({
  athleteId,
  mutationId: crypto.randomUUID(),
  id: crypto.randomUUID(),
  name: "Another",
});

const SEASON_REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 4,
  currentWeeklyKm: 30,
  races: [{ date: "2026-06-14", distanceM: 10_000, priority: "A" }],
};

function seasonOf({ athleteId, seasonId }: Ids) {
  return { athleteId, seasonId, mutationId: crypto.randomUUID() };
}

function workoutOf(ids: Ids) {
  return { ...seasonOf(ids), id: ids.plannedWorkoutId, version: 1 };
}
