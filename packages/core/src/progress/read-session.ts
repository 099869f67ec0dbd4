import { type Activity, type Lap, readTitle, type TitleReps } from "@repo/core/activities";
import { dayNumber } from "@repo/core/calendar";
import { vo2AtSpeed } from "@repo/core/paces";
import type { PlannedWorkout } from "@repo/core/season";
import { median } from "@repo/core/stats";
import { kindOfTitle } from "./kind-of-title.ts";
import { titleTargetMps } from "./title-target.ts";

export type SessionKind = "easy" | "long" | "quality" | "race" | "strength" | "cross";

/** An activity as the plateau logic reads it. Everything in it rests on the activity and its plan alone. */
export type Session = {
  day: number;
  activity: Activity;
  kind: SessionKind;
  planned: PlannedWorkout | null;
  run: boolean;
  distanceM: number;
  speedMps: number | null;
  /** Repetitions as run, from the laps; empty where they are not known. */
  reps: readonly { durationS: number; distanceM: number }[];
  /** The name of the repeated workout, such as `6x800m`; null where it has none. */
  spec: string | null;
  /** Median pace of the repetitions in s/km. */
  repPaceSPerKm: number | null;
  /** Speed that the title, or else the plan's text, asks of the repetitions, m/s; null where neither names one. */
  namedTargetMps: number | null;
};

const HARD_PLANS: readonly string[] = [
  "threshold",
  "intervals",
  "repetitions",
  "hills",
  "sprints",
  "fartlek",
  "progression",
  "race-pace",
];
const MIN_RUN_SPEED_MPS = 1.2;
const MAX_RUN_SPEED_MPS = 8;
const HARD_RPE = 7;
const LONG_RUN_S = 5400;

/** Reads one activity: its kind, its repetitions, and the plan it carried out. */
export function readSession(activity: Activity, planned: PlannedWorkout | null): Session {
  const run = activity.sport === "run";
  const distanceM = activity.distanceM ?? 0;
  const speedMps = run && distanceM > 0 && activity.durationS > 0 ? distanceM / activity.durationS : null;
  const laps = run ? workLaps(activity.laps ?? []) : [];
  const titled = readTitle(activity.title ?? planned?.title);
  return {
    day: dayNumber(activity.date),
    activity,
    kind: kindOf(activity, planned, laps.length),
    planned,
    run,
    distanceM,
    speedMps: speedMps !== null && plausible(speedMps) ? speedMps : null,
    reps: laps,
    spec: run ? specOf(titled, laps) : null,
    repPaceSPerKm: median(laps.map((lap) => (1000 * lap.durationS) / lap.distanceM)),
    namedTargetMps: run ? (titleTargetMps(activity.title) ?? titleTargetMps(planned?.text)) : null,
  };
}

function plausible(speedMps: number): boolean {
  return speedMps >= MIN_RUN_SPEED_MPS && speedMps <= MAX_RUN_SPEED_MPS;
}

function kindOf(activity: Activity, planned: PlannedWorkout | null, workLapCount: number): SessionKind {
  if (activity.sport === "strength") return "strength";
  if (activity.sport !== "run") return "cross";
  if (planned?.kind === "race") return "race";
  if (workLapCount >= 2) return "quality";
  const titled = kindOfTitle(activity.title ?? "");
  if (titled) return titled;
  if (planned && (planned.hard || HARD_PLANS.includes(planned.kind))) return "quality";
  if (planned?.kind === "long") return "long";
  if (activity.rpe != null && activity.rpe >= HARD_RPE && activity.durationS < LONG_RUN_S) return "quality";
  return activity.durationS >= LONG_RUN_S ? "long" : "easy";
}

/** The laps that were work: as labelled, or those clearly faster than the laps between them. */
function workLaps(laps: readonly Lap[]): { durationS: number; distanceM: number }[] {
  const timed = laps.flatMap((lap) =>
    lap.durationS && lap.distanceM && lap.distanceM >= 50
      ? [{ kind: lap.kind ?? null, durationS: lap.durationS, distanceM: lap.distanceM }]
      : [],
  );
  const labelled = timed.filter((lap) => lap.kind === "work");
  if (labelled.length > 0 || timed.some((lap) => lap.kind !== null)) return labelled;
  return fastLaps(timed);
}

/** Unlabelled laps alternate between work and rest; even splits of a steady run have no gap between them. */
function fastLaps<T extends { durationS: number; distanceM: number }>(laps: readonly T[]): T[] {
  if (laps.length < 4) return [];
  const speeds = laps.map((lap) => lap.distanceM / lap.durationS).sort((a, b) => a - b);
  let [gap, cut] = [1, Number.POSITIVE_INFINITY];
  for (let index = 1; index < speeds.length; index++) {
    const [slow, fast] = [speeds[index - 1] ?? 1, speeds[index] ?? 1];
    if (fast / slow > gap) [gap, cut] = [fast / slow, (slow + fast) / 2];
  }
  if (gap < 1.12) return [];
  const fast = laps.filter((lap) => lap.distanceM / lap.durationS > cut);
  return fast.length >= 2 && fast.length <= laps.length * 0.7 ? fast : [];
}

function specOf(
  titled: TitleReps | null,
  laps: readonly { durationS: number; distanceM: number }[],
): string | null {
  if (titled)
    return `${titled.reps}x${titled.distanceM ? `${Math.round(titled.distanceM)}m` : `${titled.durationS}s`}`;
  if (laps.length < 2) return null;
  const distance = median(laps.map((lap) => lap.distanceM)) ?? 0;
  return `${laps.length}x${Math.round(distance / 50) * 50}m`;
}

/**
 * The aerobic score that a steady run's pace and heart rate point to: oxygen cost of the pace over the share of the
 * heart-rate reserve. Its level is rough, its trend is not. Null without heart rate or for a run that was not steady.
 */
export function aerobicScore(session: Session, restingHr: number, maxHr: number): number | null {
  const { avgHr, elevationGainM, durationS } = session.activity;
  if (avgHr == null || session.speedMps === null || durationS < 1200) return null;
  if (session.kind !== "easy" && session.kind !== "long") return null;
  if ((elevationGainM ?? 0) > session.distanceM * 0.02) return null;
  const reserve = (avgHr - restingHr) / (maxHr - restingHr);
  return reserve > 0.35 && reserve < 1.05 ? vo2AtSpeed(session.speedMps) / reserve : null;
}
