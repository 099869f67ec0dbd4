import type { Prng } from "./prng.ts";

/** What a simulated runner writes down: shares of sessions or days on which a field is present. */
export type Recording = {
  hr: number;
  rpe: number;
  laps: number;
  lapKinds: boolean;
  titles: "telling" | "generic";
  wellness: number;
  hrv: boolean;
  restingHr: boolean;
  strength: boolean;
  /** Whether a season with planned workouts is part of the file. */
  season: boolean;
  temperature: number;
};

/** The runner behind a simulated history. Shares, percentages and factors are fractions of one. */
export type Runner = {
  score: number;
  sex: "female" | "male";
  maxHr: number;
  restingHr: number;
  runsPerWeek: number;
  weeklyKm: number;
  qualityPerWeek: number;
  strengthPerWeek: number;
  easyFraction: number;
  gainPer12Weeks: number;
  resultEveryDays: number;
  resultDistanceM: number;
  /** Within-runner variation of a result (science.md §6.1) and of a day's heart rate. */
  resultCv: number;
  hrNoiseBpm: number;
  lnRmssd: number;
  sleepHours: number;
  missShare: number;
  recording: Recording;
};

/** Draws a runner: ability, habits, and what they record. Nothing here depends on the story they will live. */
export function drawRunner(random: Prng): Runner {
  const score = random.between(33, 58);
  const runsPerWeek = random.integer(3, 6);
  const maxHr = Math.round(random.normal(187, 8));
  const resultDistanceM = random.pick([5000, 5000, 5000, 3000, 10_000, 10_000, 21_097.5]);
  return {
    score,
    sex: random.pick(["female", "male"]),
    maxHr,
    restingHr: Math.round(random.normal(52, 5)),
    runsPerWeek,
    weeklyKm: runsPerWeek * random.between(6.5, 9.5) + (score - 40) * 0.5,
    qualityPerWeek: runsPerWeek >= 5 ? random.pick([1, 2, 2]) : 1,
    strengthPerWeek: random.pick([0, 1, 1, 2]),
    easyFraction: random.between(0.63, 0.7),
    gainPer12Weeks: random.between(0.022, 0.05),
    resultEveryDays: random.pick([7, 14, 21, 28]),
    resultDistanceM,
    resultCv: resultDistanceM > 10_000 ? random.between(0.02, 0.03) : random.between(0.009, 0.019),
    hrNoiseBpm: random.between(1.5, 4),
    lnRmssd: random.normal(4, 0.3),
    sleepHours: random.between(7.2, 8.2),
    missShare: random.between(0.01, 0.08),
    recording: drawRecording(random),
  };
}

function drawRecording(random: Prng): Recording {
  const wellness = random.chance(0.2) ? 0 : random.between(0.5, 0.98);
  return {
    hr: random.chance(0.12) ? 0 : random.between(0.75, 1),
    rpe: random.chance(0.2) ? 0 : random.between(0.4, 1),
    laps: random.chance(0.3) ? 0 : random.between(0.6, 1),
    lapKinds: random.chance(0.7),
    titles: random.chance(0.85) ? "telling" : "generic",
    wellness,
    hrv: random.chance(0.6),
    restingHr: random.chance(0.8),
    strength: random.chance(0.85),
    season: random.chance(0.4),
    temperature: random.chance(0.6) ? 0.9 : 0,
  };
}
