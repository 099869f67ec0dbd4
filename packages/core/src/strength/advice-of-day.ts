import { dayNumber, type IsoDate } from "@repo/core/calendar";
import { type GuidanceMoment, guidanceFor, type WorkoutKind } from "@repo/core/workouts";
import { FORM_CUES } from "./form-cues.ts";

/** One piece of the articles' advice for a day, with the rows it comes from. */
export type DayAdvice = { id: string; title: string; source: readonly string[] };

/** What an athlete's day looks like: planned workouts, whether something was done already, how experienced they are. */
export type AdvisedDay = {
  date: IsoDate;
  planned: readonly { kind: WorkoutKind; hard: boolean }[];
  hasTrained: boolean;
  isBeginner: boolean;
};

const RUNNING_EASILY: ReadonlySet<WorkoutKind> = new Set(["easy", "recovery", "long", "strides"]);
const WITHOUT_RUNNING: ReadonlySet<WorkoutKind> = new Set([
  ...(["rest", "cross", "strength", "plyometrics", "drills", "mobility"] as const),
]);

/**
 * The advice worth reading on a day: after training what helps now, before hard running how to go at it, on easy days one
 * cue of form at a time (M87), on days off what else there is. It changes from day to day and is the same all day.
 */
export function adviceOfDay(day: AdvisedDay): DayAdvice | null {
  const fitting = [...momentsOf(day).flatMap(guidanceFor), ...cuesOf(day)];
  const chosen = fitting[dayNumber(day.date) % Math.max(1, fitting.length)];
  return chosen ? { id: chosen.id, title: chosen.title, source: chosen.source } : null;
}

function momentsOf({ planned, hasTrained, isBeginner }: AdvisedDay): GuidanceMoment[] {
  if (hasTrained) return ["after-a-run", "evening", "weekly-check"];
  if (planned.some(({ kind }) => kind === "sprints")) return ["before-quality", "before-sprints"];
  if (planned.some(({ hard }) => hard))
    return isBeginner ? ["before-quality", "starting-speed"] : ["before-quality"];
  // A run that is not hard is easy, whatever it is for: hill sprints at the end of one make no day off.
  if (planned.some(({ kind }) => !WITHOUT_RUNNING.has(kind))) return ["easy-day"];
  return ["off-day", "evening", "weekly-check"];
}

function cuesOf({ planned, hasTrained }: AdvisedDay) {
  const isEasyRun = planned.some(({ kind, hard }) => !hard && RUNNING_EASILY.has(kind));
  return !hasTrained && isEasyRun ? FORM_CUES : [];
}
