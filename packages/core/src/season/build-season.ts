import { dayNumber, fromDayNumber, type IsoDate, WEEKDAYS } from "@repo/core/calendar";
import { type Pacing, pacingOf } from "@repo/core/paces";
import { type ChosenRaces, chooseGoals } from "./choose-goals.ts";
import { dayRoomOf, hasRoom, openWeekdays, roomOn, tightWeekdays } from "./day-room.ts";
import { layOutWeeks, type WeekFrame } from "./lay-out-weeks.ts";
import { type Materialised, resolverFor } from "./materialise.ts";
import { minutesNotHonoured } from "./minutes-not-honoured.ts";
import { notHonouredBy } from "./not-honoured.ts";
import { smallStuff } from "./plan-small-stuff.ts";
import { type PlanState, type Setup, startState, weekdaysOf } from "./plan-state.ts";
import { crossDays, plyometricDay, strengthCount, strengthDays, strengthDose } from "./plan-strength.ts";
import { type PlannedWeek, planWeek } from "./plan-week.ts";
import type { PlannedWorkout, Season, SeasonPhase, SeasonRequest, SeasonWeek } from "./schema.ts";
import type { Session } from "./session-blocks.ts";
import { librarySession, strengthResolver } from "./strength-sessions.ts";
import { noteIds } from "./with-ids.ts";

/** Pacings of requests met before: requests are never changed in place. */
const PACINGS = new WeakMap<SeasonRequest, Pacing>();

/** The pacing a request's targets are resolved with: its recent result, never a goal time. */
export function pacingOfRequest(request: SeasonRequest): Pacing {
  const known = PACINGS.get(request);
  if (known) return known;
  const result = request.recentResult;
  const results = result
    ? [{ date: result.date ?? request.start, distanceM: result.distanceM, timeS: result.timeS }]
    : [];
  const pacing = pacingOf({ results, athlete: {}, asOf: request.start });
  PACINGS.set(request, pacing);
  return pacing;
}

function setupOf(request: SeasonRequest, chosen: ChosenRaces, pacing: Pacing): Setup {
  const room = dayRoomOf(request);
  const weekdays = openWeekdays(weekdaysOf(request), room);
  const tight = tightWeekdays(weekdays, room);
  const goalDays = chosen.goals.flatMap((goal) => [dayNumber(goal.race.date), dayNumber(goal.lastRace.date)]);
  const wished = request.longRunDay ? WEEKDAYS.indexOf(request.longRunDay) : 6;
  return {
    request,
    level: request.level,
    resolve: resolverFor(pacing),
    strength: strengthResolver(request.level),
    startDay: dayNumber(request.start),
    weekdays,
    blackout: new Set((request.blackoutDates ?? []).map(dayNumber)),
    room,
    tight,
    races: new Map(chosen.placed.map((race) => [dayNumber(race.date), race])),
    goalDays,
    gentleSprints: /hamstring|achilles/i.test((request.injuryHistory ?? []).join(" ")),
    runs: runsOf(request, weekdays.filter(Boolean).length),
    doubles: doublesOf(request, weekdays.filter(Boolean).length),
    fromZero: request.currentWeeklyKm === 0 && request.level === "beginner",
    longDay: longDayOf(wished, weekdays, tight),
  };
}

/** The day of the long run: the one wished for, else the end of the week, and a day with time for it where there is one. */
function longDayOf(wished: number, weekdays: readonly boolean[], tight: readonly boolean[] | null): number {
  const roomy = tight && [wished, 6, 5, 3, 2, 4, 1, 0].find((at) => weekdays[at] && !tight[at]);
  if (roomy != null) return roomy;
  return weekdays[wished] ? wished : weekdays[5] ? 5 : weekdays.lastIndexOf(true);
}

/** Weekly kilometres from which an intermediate runner may run every day (M78; 30 miles). */
const DAILY_RUNNING_KM = 48;

/** Runs a week that are planned: no more than days there are; seven for those who are ready (M77, M78, M137). */
export function runsOf(request: SeasonRequest, days: number): number {
  const ready =
    request.level === "advanced" ||
    (request.level === "intermediate" && request.currentWeeklyKm >= DAILY_RUNNING_KM);
  return Math.min(request.runsPerWeek, days, ready ? 7 : 6);
}

/** Weekly kilometres from which an advanced runner may run twice on some days: our own number. */
const DOUBLES_KM = 80;

/** Second runs a week: for advanced runners of high volume who ask for more runs than there are days (M74). */
export function doublesOf(request: SeasonRequest, days: number): number {
  const more = request.runsPerWeek - Math.min(7, days);
  const ready =
    request.level === "advanced" &&
    Math.max(request.currentWeeklyKm, request.peakWeeklyKm ?? 0) >= DOUBLES_KM;
  return ready && days >= 5 ? Math.max(0, Math.min(more, days - 2)) : 0;
}

function toWorkout(date: IsoDate, index: number, session: Session, made: Materialised): PlannedWorkout {
  return {
    id: `${date}#${index}`,
    date,
    workout: session.workout,
    kind: session.kind,
    hard: session.hard,
    title: session.title,
    text: made.text,
    distanceM: made.distanceM,
    durationS: made.durationS,
    load: made.load,
    steps: made.steps,
  };
}

/** Seconds of a day's sessions as far as they are known; races are no matter of the day's minutes. */
function secondsOf(items: readonly { session: Session; made: Materialised }[]): number {
  let seconds = 0;
  for (const { session, made } of items) if (session.kind !== "race") seconds += made.durationS ?? 0;
  return seconds;
}

/** Seconds of the longer of a week's two strength sessions. */
function longestStrength(frame: WeekFrame, setup: Setup): number {
  const hasGym = setup.request.hasGym ?? true;
  const first = setup.strength(frame, strengthDose(frame, 0, hasGym))?.made.durationS ?? 0;
  return Math.max(first, setup.strength(frame, strengthDose(frame, 1, hasGym))?.made.durationS ?? 0);
}

/** Runs first, then strength, cross-training and the small things, so that a day's first workout is its run. */
function weekOf(frame: WeekFrame, setup: Setup, planned: PlannedWeek): SeasonWeek {
  const perDay: { session: Session; made: Materialised }[][] = [[], [], [], [], [], [], []];
  for (const each of planned.placed) perDay[each.day - frame.monday]?.push(each);
  const wished = setup.request.strengthPerWeek ?? null;
  const left = (at: number) => roomOn(setup, frame.monday + at) - secondsOf(perDay[at] ?? []);
  const days = strengthDays(frame, setup, planned.placed, {
    count: strengthCount(frame, wished, setup.level),
    fits: (at) => setup.room === null || left(at) >= longestStrength(frame, setup),
  });
  for (let index = 0; index < days.length; index++) {
    const strength = setup.strength(frame, strengthDose(frame, index, setup.request.hasGym ?? true));
    if (strength) perDay[days[index] as number]?.push(strength);
  }
  const jumps = plyometricDay(frame, setup, planned.placed, days);
  const jumping = librarySession("plyometrics");
  if (jumps !== null && left(jumps) >= (jumping.made.durationS ?? 0)) perDay[jumps]?.push(jumping);
  for (const { at, session } of crossDays(frame, setup, (each) => (perDay[each]?.length ?? 0) > 0)) {
    const made = setup.resolve(session);
    if (hasRoom(setup, frame.monday + at, made)) perDay[at]?.push({ session, made });
  }
  for (const { at, session, made } of smallStuff(frame, setup, perDay, left)) {
    perDay[at]?.push({ session, made });
  }
  const workouts: PlannedWorkout[] = [];
  for (let at = 0; at < perDay.length; at++) {
    const day = perDay[at] ?? [];
    if (day.length === 0) continue;
    const date = fromDayNumber(frame.monday + at);
    let index = 0;
    for (const { session, made } of day) workouts.push(toWorkout(date, index++, session, made));
  }
  return {
    start: frame.start,
    phase: frame.phase,
    targetKm: planned.targetKm,
    cutback: frame.cutback,
    workouts,
  };
}

function phasesOf(frames: readonly WeekFrame[], startDay: number): SeasonPhase[] {
  const phases: SeasonPhase[] = [];
  for (const frame of frames) {
    const end = fromDayNumber(frame.monday + 6);
    const last = phases.at(-1);
    if (last && frame.at > 0) last.end = end;
    else phases.push({ kind: frame.phase, start: fromDayNumber(Math.max(frame.monday, startDay)), end });
  }
  return phases;
}

/**
 * Lays out a season for a request: phases by the articles' lengths (M125–M134), weeks with their volume, every workout
 * in the text language and resolved for the athlete. Deterministic; no clock. What could not be honoured is listed in
 * `notHonoured`; rule findings are the business of `@repo/core/rules`.
 *
 * @param pacing what targets are resolved with; by default the request's recent result. Unknown paces stay null.
 */
export function buildSeason(request: SeasonRequest, pacing: Pacing = pacingOfRequest(request)): Season {
  const chosen = chooseGoals(request);
  const frames = layOutWeeks(request, chosen);
  const setup = setupOf(request, chosen, pacing);
  const state: PlanState = startState(request);
  const weeks = frames.map((frame) => weekOf(frame, setup, planWeek(frame, setup, state)));
  return noteIds({
    format: "mesocycle/season",
    version: 1,
    request,
    phases: phasesOf(frames, setup.startDay),
    weeks,
    findings: [],
    notHonoured: [
      ...chosen.notHonoured,
      ...notHonouredBy(request, frames, weeks, setup),
      ...minutesNotHonoured(setup, state, weeks),
    ],
  });
}
