import type { Level } from "@repo/core/athlete";
import { addDays, type IsoDate } from "@repo/core/calendar";
import { equivalentTimeS, speedAtFraction } from "@repo/core/paces";
import type { PlannedWorkout, Season, SeasonWeek } from "@repo/core/season";
import type { ResolvedStep } from "@repo/core/workouts";
import type { SimulatedSession } from "./choose-sessions.ts";

/** A week as it was planned for a simulated runner, with the score whose paces the plan asks for. */
export type WeekPlan = {
  start: IsoDate;
  sessions: readonly SimulatedSession[];
  score: number;
  askedSpeed: number;
};

/** The season file behind a simulated history: the weeks as planned, one phase, and the races to come. */
export function planSeason(weeks: readonly WeekPlan[], race: { date: IsoDate; distanceM: number }): Season {
  const first = weeks[0]?.start ?? race.date;
  return {
    format: "mesocycle/season",
    version: 1,
    request: {
      format: "mesocycle/season-request",
      version: 1,
      start: first,
      level: levelOf(weeks.at(-1)?.score ?? 0),
      runsPerWeek: 5,
      currentWeeklyKm: 40,
      races: [
        { date: race.date, distanceM: race.distanceM, priority: "A", goalTimeS: null, name: "Goal race" },
      ],
    },
    phases: [{ kind: "build", start: first, end: race.date }],
    weeks: weeks.map(seasonWeek),
    findings: [],
  };
}

/** From this score on a runner trains as the articles' advanced ones do: about 17:30 for 5 km. Our own number. */
const ADVANCED_SCORE = 57;
/** Below it a runner is at the beginning: more than half an hour for 5 km. Our own number. */
const BEGINNER_SCORE = 30;

function levelOf(score: number): Level {
  if (score >= ADVANCED_SCORE) return "advanced";
  return score < BEGINNER_SCORE ? "beginner" : "intermediate";
}

/** The id of a planned session: its day and place, stable between the plan and the activity that carries it out. */
export function plannedId(date: IsoDate, session: SimulatedSession): string {
  return `plan-${date}-${session.kind}`;
}

function seasonWeek(week: WeekPlan): SeasonWeek {
  const km = week.sessions.reduce((sum, session) => sum + session.km, 0);
  return {
    start: week.start,
    phase: "build",
    targetKm: Math.round(km),
    cutback: false,
    workouts: week.sessions.map((session) => planned(week, session)),
  };
}

function planned(week: WeekPlan, session: SimulatedSession): PlannedWorkout {
  const date = addDays(week.start, session.weekday);
  const kind = kindOf(session);
  return {
    id: plannedId(date, session),
    date,
    workout: null,
    kind,
    hard: session.kind === "quality",
    title: session.title,
    text: session.kind === "quality" ? session.title : null,
    distanceM: session.km > 0 ? Math.round(session.km * 1000) : null,
    durationS: null,
    load: null,
    steps: session.kind === "quality" ? workSteps(week, session) : null,
  };
}

function kindOf(session: SimulatedSession): PlannedWorkout["kind"] {
  if (session.kind !== "quality") return session.kind;
  if (session.title.includes("hills")) return "hills";
  if (session.title.startsWith("Fartlek")) return "fartlek";
  return session.fraction < 0.93 ? "threshold" : "intervals";
}

function workSteps(week: WeekPlan, session: SimulatedSession): ResolvedStep[] {
  if (!equivalentTimeS(week.score, 5000).known) return [];
  const speedMps = speedAtFraction(week.score, session.fraction) * week.askedSpeed;
  const step: ResolvedStep = {
    kind: "work",
    durationS: session.repS,
    distanceM: session.repM,
    target: null,
    speedLowMps: Math.round(speedMps * 985) / 1000,
    speedHighMps: Math.round(speedMps * 1015) / 1000,
    rpeLow: null,
    rpeHigh: null,
    intensity: Math.min(1, session.fraction),
  };
  return Array.from({ length: session.reps }, () => ({ ...step }));
}
