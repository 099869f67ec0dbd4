import type { Activity, Lap, Sport } from "@repo/core/activities";
import type { IsoDate } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import { isRun, type PlannedWorkout, stepsOf } from "@repo/core/season";
import type { WorkoutKind } from "@repo/core/workouts";
import type { Compliance, Grade, GradeReason } from "./compliance.ts";
import { row } from "./evidence-row.ts";
import { gradeEasy, gradeHard } from "./grade-effort.ts";
import { gradeLength } from "./grade-length.ts";
import { asksForReps, gradeReps } from "./read-reps.ts";

export type CompareOptions = {
  /** The athlete's day: a workout on or after it without an activity is still to come. */
  today?: IsoDate;
  /** Paces and heart rates of the day, for easy runs. */
  pacing?: Pacing | null;
  /** What athlete or coach said of it: changed on purpose, or excused. */
  note?: { kind: "adapted" | "excused"; reason?: string | null } | null;
};

const EASY_KINDS: ReadonlySet<WorkoutKind> = new Set(["easy", "recovery", "long", "strides"]);
const SPORTS: Readonly<Partial<Record<WorkoutKind, readonly Sport[]>>> = {
  strength: ["strength", "other"],
  plyometrics: ["strength", "run", "other"],
  drills: ["run", "strength", "mobility", "other"],
  mobility: ["mobility", "strength", "other"],
  cross: ["ride", "swim", "walk", "hike", "other", "strength"],
};

/** Whether a sport can be the workout: runs are run, strength is lifted, cross-training is anything else. */
export function fitsSport(kind: WorkoutKind, sport: Sport): boolean {
  return isRun(kind) ? sport === "run" : (SPORTS[kind]?.includes(sport) ?? false);
}

function plain(grade: Grade, reason: GradeReason, evidence: Compliance["evidence"] = []): Compliance {
  return { grade, reason, measure: "none", ratio: null, evidence };
}

function withoutActivity(planned: PlannedWorkout, options: CompareOptions): Compliance {
  if (planned.kind === "rest") return plain("done", "as-planned");
  if (options.note) return noted(options.note);
  const open = options.today === undefined || planned.date >= options.today;
  return open ? plain("planned", "to-come") : plain("missed", "not-logged");
}

function noted(note: NonNullable<CompareOptions["note"]>): Compliance {
  const evidence = note.reason ? [row("Said", note.reason)] : [];
  return note.kind === "excused"
    ? plain("excused", "excused", evidence)
    : plain("adapted", "changed-on-purpose", evidence);
}

/** Easy runs by length and by being easy: an easy run raced is not done as planned, one run a little hard is, with a word. */
function compareEasy(planned: PlannedWorkout, activity: Activity, pacing: Pacing | null): Compliance {
  const length = gradeLength(planned, activity);
  // A long run with a fast end is not meant to be easy all the way.
  const effort = planned.hard ? { reason: null, farOff: false, evidence: [] } : gradeEasy(activity, pacing);
  const evidence = [...length.evidence, ...effort.evidence];
  if (effort.farOff) return { ...length, grade: "far-off", reason: effort.reason ?? length.reason, evidence };
  if (length.grade === "done" && effort.reason) return { ...length, reason: effort.reason, evidence };
  return { ...length, evidence };
}

function compareHard(planned: PlannedWorkout, activity: Activity, laps: readonly Lap[]): Compliance {
  const reps = gradeReps(planned, laps);
  if (reps) return reps;
  const length = gradeLength(planned, activity);
  const effort = gradeHard(planned, activity);
  const evidence = [...length.evidence, ...effort.evidence];
  if (effort.farOff) return { ...length, grade: "far-off", reason: effort.reason ?? length.reason, evidence };
  // The length is right; of what the session was for, nothing was recorded.
  const isUntold = length.reason === "as-planned" && asksForReps(planned);
  return { ...length, ...(isUntold ? { reason: "reps-unknown" as const } : {}), evidence };
}

/**
 * Grades what was done against what was meant: easy kept easy, repetitions in their range, else length within a fifth.
 * Not recorded is not failed: a missing distance, heart rate or effort is left out of the judgement.
 *
 * @param laps of the activity; by default those it carries
 */
export function compareActivity(
  planned: PlannedWorkout | null,
  activity: Activity | null,
  laps: readonly Lap[] | null = activity?.laps ?? null,
  options: CompareOptions = {},
): Compliance {
  if (!planned) return plain("unplanned", "not-planned");
  if (!activity) return withoutActivity(planned, options);
  if (options.note) return noted(options.note);
  if (planned.kind === "rest") return plain("unplanned", "trained-on-rest-day");
  if (!fitsSport(planned.kind, activity.sport)) {
    return plain("adapted", "other-sport", [row("Sport", activity.sport, null, planned.kind)]);
  }
  if (planned.kind === "race") {
    const length = gradeLength(planned, activity);
    return length.grade === "done" ? { ...length, reason: "race-run" } : length;
  }
  if (!isRun(planned.kind)) return gradeLength(planned, activity);
  if (EASY_KINDS.has(planned.kind)) return compareEasy(planned, activity, options.pacing ?? null);
  const steps = stepsOf(planned, options.pacing ?? undefined);
  return compareHard({ ...planned, steps }, activity, laps ?? []);
}
