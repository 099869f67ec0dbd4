import { row } from "@repo/core/progress";
import {
  checkInsWithin,
  runsWithin,
  type WarningContext,
  type WarningReading,
  type WarningRule,
} from "./warning-context.ts";

const DAYS = 10;
const MIN_MISSED = 3;
const MIN_SHARE = 0.4;
const USUAL_DAYS = 56;
/** Without a plan: at least this regular before, and then hardly anything. */
const MIN_RUNS_A_WEEK = 2.5;
const RHYTHM_SHARE = 0.34;

/** Planned workouts not done, or a regular rhythm lost where there is no plan. */
export const missedWorkouts: WarningRule = {
  kind: "missed-workouts",
  judge(context) {
    if (checkInsWithin(context.log, context.day, DAYS).some((checkIn) => checkIn.ill)) return null;
    const planned = context.log.planned.length > 0;
    return planned ? missedPlanned(context) : lostRhythm(context);
  },
  source: ["M81"],
};

function missedPlanned({ log, day }: WarningContext): WarningReading | null {
  const due = log.planned.filter(
    (each) => each.day < day && each.day >= day - DAYS && each.kind !== "rest" && each.kind !== "mobility",
  );
  const done = log.sessions.filter((session) => session.day >= day - DAYS - 1 && session.day <= day);
  const isDone = (workout: (typeof due)[number]) =>
    done.some((session) => session.activity.plannedWorkoutId === workout.id && workout.id) ||
    done.some(
      (session) =>
        session.day === workout.day && (workout.kind === "strength") === (session.kind === "strength"),
    );
  const missed = due.filter((workout) => !isDone(workout));
  if (missed.length < MIN_MISSED || missed.length < due.length * MIN_SHARE) return null;
  return {
    severity: missed.length === due.length ? "error" : "warn",
    title: `${missed.length} of ${due.length} planned workouts missed in ${DAYS} days`,
    evidence: [
      row("missed", missed.length, "workouts", MIN_MISSED),
      row("planned", due.length, "workouts"),
      row("of them hard", missed.filter((workout) => workout.hard).length, "workouts"),
    ],
    remedy: {
      code: "ask-and-replan",
      text: "Ask what came between; re-plan the week from what is possible, do not catch up.",
      retestDays: 7,
    },
  };
}

function lostRhythm({ log, day }: WarningContext): WarningReading | null {
  const usual = (runsWithin(log, day - 14, USUAL_DAYS).length / USUAL_DAYS) * 7;
  const recent = runsWithin(log, day, 14).length / 2;
  // A week of silence is told by another kind; here somebody still runs, but hardly.
  if (longestGap(runsWithin(log, day, 16), day) > 7) return null;
  const since = runsWithin(log, day - 14 - USUAL_DAYS, 28).length;
  if (usual < MIN_RUNS_A_WEEK || since === 0 || recent === 0 || recent > usual * RHYTHM_SHARE) return null;
  return {
    severity: "info",
    title: `${recent * 2} runs in two weeks, usually ${Math.round(usual * 2)}`,
    evidence: [
      row("runs a week, 2 weeks", recent, "runs", usual * RHYTHM_SHARE),
      row("usual runs a week", usual, "runs"),
    ],
    remedy: {
      code: "ask-and-replan",
      text: "Ask what came between; start again with two easy runs before anything hard.",
      retestDays: 7,
    },
  };
}

function longestGap(runs: readonly { day: number }[], day: number): number {
  const days = [day - 16, ...runs.map((run) => run.day), day];
  return Math.max(...days.slice(1).map((each, index) => each - (days[index] ?? each)));
}
