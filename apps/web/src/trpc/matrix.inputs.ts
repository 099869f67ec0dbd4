import { CYCLE_INPUTS } from "./matrix/cycle-inputs.ts";
import type { Ids } from "./matrix/world.ts";

/** Procedures that may find nothing to do for somebody who may call them: their own last edit, for one. */
export const MAY_FIND_NOTHING: ReadonlySet<string> = new Set(["season.undo", "coachCalendar.undo"]);

/** Procedures that take seconds when they are let through: asked only by those who must be refused. */
export const TOO_HEAVY: ReadonlySet<string> = new Set(["roster.addDemo"]);

const raceOn = (date: string) => ({ date, distanceM: 10_000, priority: "A", name: "Race" });
const phasesFrom = (day: string) => ({ phases: [{ kind: "base", start: day }], end: "2026-05-31" });
const startOf = (athleteId: string) => ({
  athleteId,
  mutationId: crypto.randomUUID(),
  id: crypto.randomUUID(),
  name: "Another",
});
const LIMIT = { rule: "weekly-ramp", name: "risePct", value: 15 };

/** The input of every procedure, made from somebody's ids. A procedure that is missing here fails the matrix. */
export const MATRIX_INPUTS: Record<string, (ids: Ids) => unknown> = {
  "reports.list": () => undefined,
  "reports.get": ({ reportId }) => ({ reportId }),
  "reports.markRead": ({ reportId }) => ({ reportId }),
  "reports.preview": ({ orgId }) => ({ orgId }),
  "reports.sendNow": ({ orgId }) => ({ orgId }),
  "reports.ofAthlete": ({ athleteId, day }) => ({ athleteId, kind: "week", date: day }),
  "reports.listOfAthlete": ({ athleteId }) => ({ athleteId }),
  "reports.setting": () => undefined,
  "reports.setSetting": () => ({ isOn: false, weekday: 2, hour: 8 }),
  "roster.list": () => undefined,
  "roster.count": () => undefined,
  "roster.snooze": ({ athleteId, warningId }) => ({
    mutationId: crypto.randomUUID(),
    athleteId,
    warningId,
    until: "2199-01-01",
    reason: "later",
  }),
  "roster.judge": ({ athleteId, warningId }) => ({
    mutationId: crypto.randomUUID(),
    athleteId,
    warningId,
    verdict: "wrong",
  }),
  "roster.reopen": ({ athleteId, warningId }) => ({ mutationId: crypto.randomUUID(), athleteId, warningId }),
  "roster.applyRemedy": ({ athleteId, warningId }) => ({
    mutationId: crypto.randomUUID(),
    athleteId,
    warningId,
  }),
  "roster.addDemo": () => undefined,
  "roster.removeDemo": () => undefined,
  "account.me": () => undefined,
  "account.update": () => ({ name: "Changed" }),
  "account.signInMethods": () => undefined,
  "account.listSessions": () => undefined,
  "account.revokeSession": ({ sessionId }) => ({ sessionId }),
  "account.signOutEverywhere": () => undefined,
  "account.setPassword": () => ({ current: null, next: "four words in a row" }),
  "account.requestPasswordLink": () => ({ email: "nobody@example.org" }),
  "account.resetPassword": () => ({ token: "no such token", password: "four words in a row" }),
  "firstRun.isOpen": () => undefined,
  "firstRun.createOwner": () => ({
    token: "no such token",
    name: "Nobody",
    email: "nobody@example.org",
    password: "four words in a row",
    organisationName: "None",
    timeZone: "UTC",
  }),
  "invitation.show": () => ({ token: "no such token" }),
  "invitation.signUp": () => ({
    token: "no such token",
    name: "X",
    password: "four words in a row",
    timeZone: "UTC",
  }),
  "invitation.accept": () => ({ token: "no such token", scopes: ["training"], timeZone: "UTC" }),
  "organisation.members": ({ orgId }) => ({ orgId }),
  "organisation.invitations": ({ orgId }) => ({ orgId }),
  "organisation.invite": ({ orgId }) => ({ orgId, email: "new@example.org", role: "athlete" }),
  "organisation.revokeInvitation": ({ orgId, invitationId }) => ({ orgId, invitationId }),
  "organisation.changeRole": ({ orgId, athleteId }) => ({ orgId, userId: athleteId, role: "assistant" }),
  "organisation.endMembership": ({ orgId, athleteId }) => ({ orgId, userId: athleteId }),
  "organisation.digest": ({ orgId }) => ({ orgId }),
  "organisation.setDigest": ({ orgId }) => ({ orgId, isOn: false, hour: 7 }),
  "organisation.create": () => ({ id: crypto.randomUUID(), name: "Another club" }),
  "people.list": () => undefined,
  "people.history": () => undefined,
  "people.grant": ({ orgId, coachId }) => ({ orgId, coachId, scopes: ["medical"] }),
  "people.end": ({ orgId, coachId }) => ({ orgId, coachId }),
  "people.leave": ({ orgId }) => ({ orgId }),
  "profile.get": ({ athleteId }) => ({ athleteId }),
  "profile.update": ({ athleteId }) => ({ athleteId, version: 1, changes: { maxHrBpm: 190 } }),
  "profile.results": ({ athleteId }) => ({ athleteId }),
  "profile.addResult": ({ athleteId, day }) => ({
    athleteId,
    id: crypto.randomUUID(),
    localDate: day,
    kind: "race",
    distanceM: 5000,
    timeS: 1250,
  }),
  "profile.deleteResult": ({ athleteId, resultId }) => ({ athleteId, id: resultId, version: 1 }),
  "athlete.overview": ({ athleteId }) => ({ athleteId }),
  "athlete.explainDay": ({ athleteId, day }) => ({ athleteId, date: day }),
  "athlete.addComment": ({ athleteId }) => ({
    athleteId,
    mutationId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    body: "A word",
    isPrivate: false,
  }),
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
  "coachCalendar.get": ({ athleteId }) => ({ athleteId }),
  "coachCalendar.weeks": ({ athleteId, day }) => ({ athleteId, from: day, weeks: 2 }),
  "coachCalendar.change": ({ athleteId, day, plannedWorkoutId }) => ({
    athleteId,
    mutationId: crypto.randomUUID(),
    kind: "move",
    ops: [{ op: "move", id: plannedWorkoutId, version: 1, to: day }],
  }),
  "coachCalendar.group": ({ day }) => ({ from: day, days: 7 }),
  "coachCalendar.undo": ({ athleteId }) => ({ athleteId, mutationId: crypto.randomUUID() }),
  "rules.list": ({ orgId }) => ({ orgId }),
  "rules.ofAthlete": ({ athleteId }) => ({ athleteId }),
  "rules.preview": ({ orgId }) => ({ orgId, ...LIMIT }),
  "rules.previewOfAthlete": ({ athleteId }) => ({ athleteId, ...LIMIT }),
  "rules.set": ({ orgId }) => ({ orgId, ...LIMIT, reason: "A test" }),
  "rules.setOfAthlete": ({ athleteId }) => ({ athleteId, ...LIMIT, reason: "A test" }),
  "rules.reset": ({ orgId }) => ({ orgId, ...LIMIT }),
  "rules.resetOfAthlete": ({ athleteId }) => ({ athleteId, ...LIMIT }),
  ...CYCLE_INPUTS,
  "today.get": () => undefined,
  "today.revision": () => undefined,
  "log.activity": ({ activityId }) => ({ id: activityId }),
  "talk.list": ({ plannedWorkoutId }) => ({ plannedWorkoutId }),
  "talk.say": ({ plannedWorkoutId }) => ({ ...newRow(), plannedWorkoutId, body: "It was windy." }),
  "people.looks": () => undefined,
  "log.lastExercises": () => undefined,
  "log.log": ({ day, plannedWorkoutId }) => ({
    ...newRow(),
    localDate: day,
    sport: "run",
    distanceM: 5000,
    durationS: 1500,
    rpe: 5,
    feel: 4,
    plannedWorkoutId,
  }),
  "log.edit": ({ activityId }) => ({ mutationId: crypto.randomUUID(), id: activityId, version: 1, rpe: 7 }),
  "log.remove": ({ activityId }) => ({ mutationId: crypto.randomUUID(), id: activityId }),
  "log.restore": ({ activityId }) => ({ mutationId: crypto.randomUUID(), id: activityId }),
  "log.separate": ({ activityId }) => ({ mutationId: crypto.randomUUID(), id: activityId }),
  "log.pair": ({ activityId, plannedWorkoutId }) => ({
    mutationId: crypto.randomUUID(),
    id: activityId,
    version: 1,
    plannedWorkoutId,
  }),
  "log.skip": ({ plannedWorkoutId }) => ({
    mutationId: crypto.randomUUID(),
    plannedWorkoutId,
    reason: "travel",
  }),
  "log.unskip": ({ plannedWorkoutId }) => ({ mutationId: crypto.randomUUID(), plannedWorkoutId }),
  "checkIn.save": ({ day }) => ({ mutationId: crypto.randomUUID(), localDate: day, legs: "good" }),
  "calendar.agenda": ({ day }) => ({ from: day, to: day }),
  "progress.get": () => ({ days: 90 }),
  "progress.explainDay": ({ day }) => ({ date: day }),
  "filesOut.listFeeds": () => undefined,
  "filesOut.createFeed": () => ({ detail: "full", startMinutes: [null, null, null, null, null, null, null] }),
  "filesOut.revokeFeed": () => ({ id: crypto.randomUUID() }),
  // An address that is nobody's: the matrix asks as everybody, and everybody is needed after it.
  "filesOut.erase": () => ({ email: "nobody@example.org", password: "" }),
  "imports.list": () => undefined,
  "imports.begin": () => ({ batchId: crypto.randomUUID(), total: 1 }),
  "imports.progress": ({ importBatchId }) => ({ batchId: importBatchId }),
  "imports.finish": ({ importBatchId }) => ({ batchId: importBatchId }),
  "imports.undo": ({ importBatchId }) => ({ batchId: importBatchId }),
  "imports.keepBoth": ({ originalId }) => ({ originalId, localDate: "2026-03-02" }),
  "imports.sameRun": ({ importBatchId }) => ({ batchId: importBatchId, position: 0 }),
  "reports.trust": () => undefined,
  "operations.get": () => undefined,
  // Nothing of either was set aside: the operator hears so, everybody else that there is no such thing.
  "operations.resend": () => ({ id: crypto.randomUUID() }),
  "operations.retry": ({ athleteId }) => ({ athleteId }),
  "workouts.pacing": ({ athleteId }) => ({ athleteId }),
};

const SEASON_REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 4,
  currentWeeklyKm: 30,
  races: [{ date: "2026-06-14", distanceM: 10_000, priority: "A" }],
};

function newRow() {
  return { mutationId: crypto.randomUUID(), id: crypto.randomUUID() };
}

function seasonOf({ athleteId, seasonId }: Ids) {
  return { athleteId, seasonId, mutationId: crypto.randomUUID() };
}

function workoutOf(ids: Ids) {
  return { ...seasonOf(ids), id: ids.plannedWorkoutId, version: 1 };
}
