import { weekdayOf, weekStartOf } from "@repo/core/calendar";
import type { Fix, PlannedWorkout } from "@repo/core/season";
import { libraryWorkout } from "@repo/core/workouts";
import { dateOf, firstAt, type TrainingLog } from "./training-log.ts";

type Planned = PlannedWorkout & { day: number };

const AHEAD_DAYS = 14;
/** Factors on the coming week's easy and long running, by what the remedy asks for. */
const WEEK_FACTORS: Readonly<Record<string, number>> = {
  "cutback-week-now": 0.7,
  "cutback-week": 0.75,
  "rest-and-see": 0.5,
  maintain: 0.9,
  "recovery-phase": 0.5,
  "build-volume": 1.1,
  "back-to-last-long-run": 0.9,
  // What was missed is not caught up: the way back into the plan is a lighter week.
  "ask-and-replan": 0.8,
};
/** What takes the place of a workout that has gone stale; the first of another kind is taken. */
const FRESH_WORKOUTS = ["hill-repeats", "repeats-1000-5k", "tempo-run", "fartlek-timed"] as const;

/**
 * The change to the coming two weeks that a remedy asks for, where there is a season with workouts to change; else
 * advice. The change is a proposal: whoever applies it re-checks the plan by its rules.
 */
export function proposeFix(log: TrainingLog, code: string, asOf: number): Fix {
  const start = firstAt(log.planned, asOf + 1);
  const ahead = log.planned.slice(start, firstAt(log.planned, asOf + 1 + AHEAD_DAYS));
  const advice: Fix = { kind: "advice", code, value: null, unit: null };
  const factor = WEEK_FACTORS[code];
  const first = ahead[0];
  if (!first) return advice;
  if (factor !== undefined) return scaleWeek(asOf, first, factor);
  if (code === "change-one-variable" || code === "new-block") return freshWorkout(ahead) ?? advice;
  if (code === "add-strength") return addStrength(ahead, asOf);
  if (code === "add-speed") return addSpeed(ahead) ?? advice;
  if (code === "add-long-run") return longerRun(ahead) ?? advice;
  return code === "move-hard-session" ? (moveHard(ahead) ?? advice) : advice;
}

/** The rest of this week when most of it is still to come, else the next. */
function scaleWeek(asOf: number, first: Planned, factor: number): Fix {
  const thisWeek = weekStartOf(dateOf(asOf + 1));
  const next = weekStartOf(dateOf(asOf + 7));
  const early = ["mon", "tue", "wed"].includes(weekdayOf(dateOf(asOf + 1)));
  return { kind: "scale-week", weekStart: early && first.date >= thisWeek ? thisWeek : next, factor };
}

function freshWorkout(ahead: readonly Planned[]): Fix | null {
  const stale = ahead.find((workout) => workout.hard && workout.id && workout.kind !== "race");
  if (!stale?.id) return null;
  const fresh = FRESH_WORKOUTS.map((id) => libraryWorkout(id)).find(
    (each) => each && each.kind !== stale.kind,
  );
  if (!fresh) return null;
  return {
    kind: "replace",
    id: stale.id,
    date: stale.date,
    workout: fresh.id,
    workoutKind: fresh.kind,
    hard: fresh.hard,
    title: fresh.title,
    text: fresh.text,
  };
}

/** On a hard day, so that easy days stay easy; else the first day with an easy run. */
function addStrength(ahead: readonly Planned[], asOf: number): Fix {
  const day = ahead.find((workout) => workout.hard && workout.kind !== "race") ?? ahead[0];
  const date = day?.date ?? dateOf(asOf + 1);
  return {
    kind: "add",
    date,
    workout: null,
    workoutKind: "strength",
    hard: false,
    title: "Strength",
    text: "",
  };
}

function addSpeed(ahead: readonly Planned[]): Fix | null {
  const easy = ahead.find((workout) => workout.kind === "easy" && workout.id);
  const strides = libraryWorkout("easy-run-with-strides");
  if (!easy?.id || !strides) return null;
  const { id: workout, kind: workoutKind, hard, title, text } = strides;
  return { kind: "replace", id: easy.id, date: easy.date, workout, workoutKind, hard, title, text };
}

function longerRun(ahead: readonly Planned[]): Fix | null {
  const longest = ahead
    .filter((workout) => workout.id && !workout.hard && (workout.distanceM ?? 0) > 0)
    .sort((a, b) => (b.distanceM ?? 0) - (a.distanceM ?? 0))[0];
  return longest?.id ? { kind: "scale-workout", id: longest.id, date: longest.date, factor: 1.1 } : null;
}

function moveHard(ahead: readonly Planned[]): Fix | null {
  const crowded = ahead.find((workout) => {
    const before = ahead.find(
      (other) => other.day === workout.day - 1 && (other.hard || other.kind === "long"),
    );
    return workout.hard && workout.id && workout.kind !== "race" && before;
  });
  if (!crowded?.id) return null;
  return { kind: "move", id: crowded.id, from: crowded.date, to: dateOf(crowded.day + 1) };
}
