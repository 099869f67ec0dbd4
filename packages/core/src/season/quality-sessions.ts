import type { Block, PaceName, StepLength, Target, WorkoutKind } from "@repo/core/workouts";
import { effort, km, metres, pace, rpe, type Session, seconds, step, times } from "./session-blocks.ts";

/** A quality session that grows by one number alone, so that only one variable changes from week to week (M44). */
export type QualitySession = {
  /** Library id; null for one that the articles name no session for. */
  workout: string | null;
  kind: WorkoutKind;
  /** Kilometres of hard running per unit of dose: a repetition, a minute, a kilometre. */
  hardKm: number;
  /** Least useful and largest dose, and by how much it grows a week. */
  dose: { min: number; max: number; step: number };
  title: (dose: number) => string;
  main: (dose: number) => Block[];
};

function reps(
  workout: string | null,
  kind: WorkoutKind,
  dose: QualitySession["dose"],
  rep: { length: StepLength; target: Target; name: string; hardKm: number },
  rest: { length: StepLength; target: Target },
): QualitySession {
  return {
    workout,
    kind,
    hardKm: rep.hardKm,
    dose,
    title: (count) => `${count} × ${rep.name}`,
    main: (count) => [
      times(count, step("work", rep.length, rep.target), step("recovery", rest.length, rest.target)),
    ],
  };
}

function distanceReps(
  workout: string | null,
  kind: WorkoutKind,
  dose: QualitySession["dose"],
  repM: number,
  at: PaceName,
  rest: StepLength,
): QualitySession {
  const name = `${repM >= 2000 ? `${repM / 1000} km` : `${repM} m`} at ${paceWords(at)}`;
  const rep = { length: metres(repM), target: pace(at), name, hardKm: repM / 1000 };
  return reps(workout, kind, dose, rep, { length: rest, target: effort("recovery") });
}

const PACE_WORDS: Partial<Record<PaceName, string>> = {
  mile: "mile pace",
  "5k": "5K pace",
  "10k": "10K pace",
  hm: "half-marathon pace",
  mp: "marathon pace",
  t: "threshold",
};
function paceWords(at: PaceName): string {
  return PACE_WORDS[at] ?? `${at.toUpperCase()} pace`;
}

function steadyKm(
  workout: string | null,
  kind: WorkoutKind,
  dose: QualitySession["dose"],
  at: PaceName,
): QualitySession {
  return {
    workout,
    kind,
    hardKm: 1,
    dose,
    title: (distance) => `${distance} km at ${paceWords(at)}`,
    main: (distance) => [step("work", km(distance), pace(at))],
  };
}

/** About how far a minute at threshold goes, for doses alone: targets are resolved for the athlete. */
const THRESHOLD_KM_PER_MIN = 0.22;

export const QUALITY = {
  hillRepeats: reps(
    "hill-repeats",
    "hills",
    { min: 4, max: 8, step: 1 },
    { length: seconds(60), target: rpe(8, 9), name: "1 min uphill", hardKm: 0.25 },
    { length: seconds(120), target: effort("recovery") },
  ),
  fartlek: reps(
    "fartlek-timed",
    "fartlek",
    { min: 5, max: 8, step: 1 },
    { length: seconds(60), target: pace("5k"), name: "1 min at 5K effort", hardKm: 0.25 },
    { length: seconds(120), target: effort("recovery") },
  ),
  thirtyThirty: reps(
    "intervals-30-30",
    "fartlek",
    { min: 4, max: 8, step: 1 },
    { length: seconds(30), target: rpe(8, 9), name: "30 s fast", hardKm: 0.13 },
    { length: seconds(30), target: effort("recovery") },
  ),
  short200s: distanceReps(
    "repeats-200",
    "repetitions",
    { min: 4, max: 6, step: 1 },
    200,
    "mile",
    metres(200),
  ),
  gears200s: distanceReps(
    "repeats-200-classic",
    "repetitions",
    { min: 5, max: 10, step: 1 },
    200,
    "mile",
    metres(200),
  ),
  fours: distanceReps("repeats-400-5k", "intervals", { min: 5, max: 12, step: 1 }, 400, "5k", metres(200)),
  eights: distanceReps("repeats-800-5k", "intervals", { min: 3, max: 6, step: 1 }, 800, "5k", metres(400)),
  thousands: distanceReps(
    "repeats-1000-5k",
    "intervals",
    { min: 3, max: 6, step: 1 },
    1000,
    "5k",
    metres(400),
  ),
  thousands10k: distanceReps(
    "race-pace-10k",
    "race-pace",
    { min: 3, max: 7, step: 1 },
    1000,
    "10k",
    metres(200),
  ),
  sharp400s: distanceReps("sharpen-400", "intervals", { min: 4, max: 4, step: 1 }, 400, "5k", metres(200)),
  sharp200s: distanceReps(
    "sharpen-200-300",
    "repetitions",
    { min: 4, max: 4, step: 1 },
    200,
    "mile",
    metres(400),
  ),
  tempoIntervals: reps(
    "tempo-intervals",
    "threshold",
    { min: 3, max: 6, step: 1 },
    { length: seconds(300), target: pace("t"), name: "5 min at threshold", hardKm: 5 * THRESHOLD_KM_PER_MIN },
    { length: seconds(60), target: effort("recovery") },
  ),
  twosHalf: distanceReps("race-pace-half", "race-pace", { min: 2, max: 5, step: 1 }, 2000, "hm", metres(400)),
  brokenTempo: reps(
    "broken-tempo",
    "threshold",
    { min: 2, max: 4, step: 1 },
    { length: seconds(480), target: pace("t"), name: "8 min at threshold", hardKm: 8 * THRESHOLD_KM_PER_MIN },
    { length: seconds(90), target: effort("recovery") },
  ),
  tempo: {
    workout: "tempo-run",
    kind: "threshold",
    hardKm: THRESHOLD_KM_PER_MIN,
    dose: { min: 20, max: 40, step: 2 },
    title: (minutes) => `Tempo ${minutes} min`,
    main: (minutes) => [step("work", seconds(minutes * 60), pace("t"))],
  },
  progression: {
    workout: "progression-run",
    kind: "progression",
    hardKm: THRESHOLD_KM_PER_MIN,
    dose: { min: 5, max: 12, step: 1 },
    title: (minutes) => `Progression run, last ${minutes} min near tempo`,
    main: (minutes) => [
      step("steady", seconds(1200), effort("easy")),
      step("work", seconds(minutes * 60), effort("tempo")),
    ],
  },
  marathonPace: steadyKm(null, "race-pace", { min: 4, max: 16, step: 1 }, "mp"),
  halfTempo: steadyKm("marathon-tempo", "threshold", { min: 4, max: 10, step: 1 }, "hm"),
} as const satisfies Record<string, QualitySession>;

/** Which of the table. */
export type QualityName = keyof typeof QUALITY;

/** A whole session: warm-up, the work at its dose, cool-down (M32: never without). */
export function qualitySession(name: QualityName, dose: number, warmUpKm: number): Session {
  const quality: QualitySession = QUALITY[name];
  return {
    key: `${name}:${dose}:${warmUpKm}`,
    workout: quality.workout,
    kind: quality.kind,
    hard: true,
    title: quality.title(dose),
    blocks: [
      step("warmup", km(warmUpKm), effort("easy")),
      ...quality.main(dose),
      step("cooldown", km(Math.max(1, warmUpKm - 0.5)), effort("easy")),
    ],
  };
}
