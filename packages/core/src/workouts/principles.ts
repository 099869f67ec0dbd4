/** A rule of the articles about workouts, and where in the product it is embodied. */
export type WorkoutPrinciple = {
  id: string;
  title: string;
  /** Module or rule that applies it. */
  appliedBy: string;
  source: readonly string[];
};

/** The rows of M18–M69 and M106–M110 that are no workouts but rules about them. */
export const WORKOUT_PRINCIPLES: readonly WorkoutPrinciple[] = [
  {
    id: "four-weeks-then-switch",
    title: "The same workout about four weeks, once a week, then another",
    appliedBy: "workouts/next-steps",
    source: ["M35"],
  },
  {
    id: "one-variable",
    title: "More repetitions or more pace or less rest, never two at once",
    appliedBy: "workouts/next-steps",
    source: ["M44"],
  },
  {
    id: "full-or-incomplete-rest",
    title: "Full rest for top speed, short rest and floats for threshold and strength",
    appliedBy: "workouts/library recovery",
    source: ["M45"],
  },
  {
    id: "one-rep-left",
    title: "Finish with one more repetition in you",
    appliedBy: "workouts/next-steps",
    source: ["M56"],
  },
  {
    id: "hard-session-cap",
    title: "At most two or three hard sessions a week, also for the best",
    appliedBy: "rules/hard-sessions-a-week",
    source: ["M57"],
  },
  {
    id: "morning-check",
    title: "Feel first in the morning, then decide how hard",
    appliedBy: "recovery/assess-recovery",
    source: ["M59"],
  },
  {
    id: "beginner-dose",
    title: "One or two speed sessions a week for beginners, short ones",
    appliedBy: "rules/hard-sessions-a-week",
    source: ["M32"],
  },
];

/** A block of sessions over a few weeks: which workout, at which dose, in which week. */
export type SpeedBlock = {
  id: string;
  title: string;
  weeks: number;
  sessions: readonly { week: number; workout: string; dose: number }[];
  source: readonly string[];
};

/**
 * M33: ten fast sessions in six weeks; the article reports 10 km about 3 % faster (50:00 to about 48:25). Which sessions
 * they are is ours: hills and 400s first, faster and shorter later, two a week except in the first and the last.
 */
export const SPEED_BLOCK: SpeedBlock = {
  id: "ten-sessions-six-weeks",
  title: "Ten fast sessions in six weeks",
  weeks: 6,
  sessions: [
    { week: 1, workout: "fartlek-timed", dose: 0 },
    { week: 2, workout: "hill-repeats", dose: 0 },
    { week: 2, workout: "fartlek-timed", dose: 1 },
    { week: 3, workout: "hill-repeats", dose: 1 },
    { week: 3, workout: "repeats-200-mile", dose: 0 },
    { week: 4, workout: "repeats-800-5k", dose: 0 },
    { week: 4, workout: "repeats-200-mile", dose: 1 },
    { week: 5, workout: "repeats-800-5k", dose: 1 },
    { week: 5, workout: "repeats-200-mile", dose: 2 },
    { week: 6, workout: "repeats-800-5k", dose: 2 },
  ],
  source: ["M33"],
};
