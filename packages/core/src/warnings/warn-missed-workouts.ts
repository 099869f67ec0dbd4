import { between, row, type Session } from "@repo/core/progress";
import {
  checkInsWithin,
  distancesKnown,
  runsWithin,
  type WarningContext,
  type WarningReading,
  type WarningRule,
} from "./warning-context.ts";

const DAYS = 10;
const MIN_MISSED = 3;
const MIN_SHARE = 0.4;
const USUAL_DAYS = 56;
/** Without a plan: some rhythm before, and three weeks at little more than half of it. */
const MIN_RUNS_A_WEEK = 1.2;
const RHYTHM_SHARE = 0.45;
const RECENT_DAYS = 21;
/** From the eighth day without an entry on silence has a warning of its own (`no-data`). */
const SILENT_DAYS = 7;

type Measure = { name: string; unit: string; of: (session: Session) => number };
const DISTANCE: Measure = { name: "distance", unit: "km", of: (session) => session.distanceM / 1000 };
/** For logs that say how long runs were and not how far. */
const TIME: Measure = { name: "running time", unit: "min", of: (session) => session.activity.durationS / 60 };

/** Planned workouts not done, or a regular rhythm lost where there is no plan. */
export const missedWorkouts: WarningRule = {
  kind: "missed-workouts",
  judge(context) {
    if (checkInsWithin(context.log, context.day, DAYS).some((checkIn) => checkIn.ill)) return null;
    const { log, day } = context;
    // A plan that ended weeks ago, or begins some day, says nothing of these days.
    const planned = between(log.planned, day - RECENT_DAYS + 1, day).length > 0;
    return planned ? missedPlanned(context) : lostRhythm(context);
  },
  source: ["M81"],
};

function missedPlanned({ log, day }: WarningContext): WarningReading | null {
  const due = log.planned.filter(
    (each) =>
      each.day < day &&
      each.day >= day - DAYS &&
      each.kind !== "rest" &&
      each.kind !== "mobility" &&
      // Said and excused (ill, travelling, …) is heard: neither done nor missed.
      each.status !== "excused",
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
    title: `${missed.length} of ${due.length} planned workouts not logged in ${DAYS} days`,
    evidence: [
      row("not logged", missed.length, "workouts", MIN_MISSED),
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
  const recent = runsWithin(log, day, RECENT_DAYS);
  const before = runsWithin(log, day - RECENT_DAYS, USUAL_DAYS);
  const known = runsWithin(log, day - RECENT_DAYS - USUAL_DAYS + 14, 14).length > 0;
  const usualRuns = (before.length / USUAL_DAYS) * 7;
  // Nobody running at all is told by another kind; here somebody still runs, but hardly.
  if (!known || recent.length < 2 || usualRuns < MIN_RUNS_A_WEEK || daysSince(recent, day) > 7) return null;
  const { name, unit, of } = distancesKnown([...recent, ...before]) ? DISTANCE : TIME;
  const weekly = (sessions: typeof recent, days: number) =>
    (sessions.reduce((sum, session) => sum + of(session), 0) / days) * 7;
  const [now, usual] = [weekly(recent, RECENT_DAYS), weekly(before, USUAL_DAYS)];
  if (now > usual * RHYTHM_SHARE || usual === 0) return null;
  // A silence is told as such: what is lost of the rhythm must show on the days around it.
  const silent = longestSilence(recent, day);
  if (silent > SILENT_DAYS && weekly(recent, RECENT_DAYS - silent) > usual * RHYTHM_SHARE) return null;
  return {
    severity: "info",
    title: `${Math.round(now)} ${unit} of running a week for three weeks, usually ${Math.round(usual)}`,
    evidence: [
      row(`weekly ${name}, 3 weeks`, now, unit, Math.round(usual * RHYTHM_SHARE)),
      row(`usual weekly ${name}`, usual, unit),
      row("runs in 3 weeks", recent.length, "runs", Math.round(usualRuns * 3)),
    ],
    remedy: {
      code: "ask-and-replan",
      text: "Ask what came between; start again with two easy runs before anything hard.",
      retestDays: 7,
    },
  };
}

/** Most days in a row without a run in the last three weeks. */
function longestSilence(runs: readonly { day: number }[], day: number): number {
  const days = [day - RECENT_DAYS, ...runs.map((run) => run.day), day + 1].sort((a, b) => a - b);
  return days.reduce((longest, each, at) => Math.max(longest, each - (days[at - 1] ?? each) - 1), 0);
}

function daysSince(runs: readonly { day: number }[], day: number): number {
  return day - Math.max(...runs.map((run) => run.day));
}
