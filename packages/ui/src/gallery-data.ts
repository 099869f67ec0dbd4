import type {
  BandPoint,
  CardState,
  DaySquare,
  LoadPoint,
  Phase,
  ProfileStep,
  RibbonData,
  RibbonWeek,
  TracePoint,
} from "./charts/data-shapes.ts";

/** Invented numbers for looking at, the same every time. */
export const GALLERY_TODAY = "2026-05-19";
const FIRST_WEEK = Date.UTC(2026, 1, 9); // a Monday
const MS_PER_DAY = 86_400_000;

function dayAfter(start: number, days: number): string {
  return new Date(start + days * MS_PER_DAY).toISOString().slice(0, 10);
}

const PHASES: [Phase, number][] = [
  ["base", 10],
  ["build", 8],
  ["speed", 6],
  ["peak", 3],
  ["recovery", 2],
  ["base", 7],
  ["build", 4],
];

export function exampleRibbon(doneWeeks: number, seed = 0): RibbonData {
  const phases = PHASES.flatMap(([phase, count]) => Array.from({ length: count }, () => phase));
  const weeks = phases.map((phase, index): RibbonWeek => {
    const cutback = index % 4 === 3 && phase !== "recovery";
    const grown = 26 + Math.min(index, 18) * 1.1 + 4 * Math.sin(index * 1.7 + seed);
    const share = { base: 1, build: 1.08, speed: 1, peak: 0.72, race: 0.5, recovery: 0.35, free: 0.2 }[phase];
    const plannedKm = Math.round(grown * share * (cutback ? 0.74 : 1));
    const missed = (index * 7 + seed * 3) % 5 === 0 ? 5 : (index + seed) % 3;
    const doneKm =
      index < doneWeeks ? plannedKm - missed : index === doneWeeks ? Math.round(plannedKm * 0.3) : null;
    return { start: dayAfter(FIRST_WEEK, index * 7), phase, plannedKm, doneKm, cutback };
  });
  return {
    weeks,
    races: [
      { date: dayAfter(FIRST_WEEK, 27 * 7 - 1), name: "Bergen 10K", priority: "A" },
      { date: dayAfter(FIRST_WEEK, 16 * 7 + 5), name: "Park 5K", priority: "C" },
      { date: dayAfter(FIRST_WEEK, 22 * 7 + 6), name: "Lake 5K", priority: "B" },
      { date: dayAfter(FIRST_WEEK, 40 * 7 - 1), name: "Autumn half", priority: "A" },
    ],
    today: dayAfter(FIRST_WEEK, doneWeeks * 7 + 1),
  };
}

const EASY = 0.32;
export const TEN_TIMES_400: ProfileStep[] = [
  { kind: "warmup", durationS: 900, distanceM: 2500, intensity: 0.38, label: "Warm-up jog" },
  { kind: "warmup", durationS: 300, distanceM: 800, intensity: 0.46, label: "Activation" },
  ...Array.from({ length: 10 }, (_, index): ProfileStep[] => [
    { kind: "work", durationS: 97, distanceM: 400, intensity: 0.93, label: `400 m, ${index + 1} of 10` },
    { kind: "recovery", durationS: 90, distanceM: 200, intensity: EASY - 0.08 },
  ]).flat(),
  { kind: "cooldown", durationS: 600, distanceM: 1600, intensity: 0.36, label: "Cool-down" },
];
export const BROKEN_TEMPO: ProfileStep[] = [
  { kind: "warmup", durationS: 900, distanceM: 2500, intensity: 0.35 },
  ...Array.from({ length: 3 }, (): ProfileStep[] => [
    { kind: "work", durationS: 480, distanceM: 1850, intensity: 0.72 },
    { kind: "rest", durationS: 120, distanceM: null, intensity: 0.08 },
  ]).flat(),
  { kind: "cooldown", durationS: 600, distanceM: 1600, intensity: 0.34 },
];
export const LONG_PROGRESSION: ProfileStep[] = [
  { kind: "steady", durationS: 3600, distanceM: 10000, intensity: EASY },
  { kind: "ramp", durationS: 900, distanceM: 2800, intensity: EASY, intensityEnd: 0.68 },
  { kind: "work", durationS: 600, distanceM: 2200, intensity: 0.7 },
];
export const HILL_SPRINTS: ProfileStep[] = [
  { kind: "warmup", durationS: 1200, distanceM: 3300, intensity: 0.36 },
  ...Array.from({ length: 8 }, (): ProfileStep[] => [
    { kind: "work", durationS: 12, distanceM: null, intensity: 1 },
    { kind: "rest", durationS: 120, distanceM: null, intensity: 0.1 },
  ]).flat(),
  { kind: "cooldown", durationS: 600, distanceM: 1600, intensity: 0.34 },
];

export function exampleLoad(days: number, gap = true): LoadPoint[] {
  let [fitness, fatigue] = [28, 28];
  const start = Date.parse(GALLERY_TODAY) - (days - 29) * MS_PER_DAY;
  return Array.from({ length: days }, (_, index): LoadPoint => {
    const cutback = Math.floor(index / 7) % 4 === 3 ? 0.6 : 1;
    const week = [0, 75, 35, 85, 30, 20, 95][index % 7] ?? 0;
    const growth = 0.7 + 0.5 * Math.sin((index / days) * 2.6);
    const load = Math.round(week * cutback * growth);
    fitness += (load - fitness) / 42;
    fatigue += (load - fatigue) / 7;
    const unknown = gap && index > days * 0.42 && index < days * 0.45;
    const date = dayAfter(start, index);
    if (unknown) return { date, load: null, fitness: null, fatigue: null, form: null };
    return { date, load, fitness, fatigue, form: fitness - fatigue, planned: date > GALLERY_TODAY };
  });
}

export function exampleBand(days: number, normal: number, spread: number): BandPoint[] {
  const start = Date.parse(GALLERY_TODAY) - (days - 1) * MS_PER_DAY;
  return Array.from({ length: days }, (_, index): BandPoint => {
    const drift = normal + Math.sin(index / 9) * spread * 0.25;
    const wobble = (Math.sin(index * 12.9898) * 43758.5453) % 1;
    const late = index > days - 6 ? -spread * 1.25 : 0;
    const value = index % 11 === 7 ? null : Math.round((drift + wobble * spread * 1.05 + late) * 10) / 10;
    const known = index >= 10;
    return {
      date: dayAfter(start, index),
      value,
      low: known ? drift - spread : null,
      high: known ? drift + spread : null,
    };
  });
}

export const SPARK = Array.from(
  { length: 84 },
  (_, index) => 40 + index * 0.12 + 3 * Math.sin(index / 5) + 2 * Math.sin(index / 2),
);
export const SPARK_WITH_GAPS = SPARK.map((value, index) => (index > 30 && index < 44 ? null : value));

export const STATES: CardState[] = [
  "planned",
  "done",
  "off",
  "far-off",
  "missed",
  "adapted",
  "excused",
  "unplanned",
];
/** An hour with six fast stretches on rolling ground; the strap was lost for a while. */
export const TRACE: TracePoint[] = Array.from({ length: 240 }, (_, index) => {
  const isFast = index > 60 && index < 200 && index % 24 < 12;
  return {
    atS: index * 15,
    speedMps: (isFast ? 4.4 : 3) + Math.sin(index * 1.7) * 0.12,
    hrBpm: index > 110 && index < 125 ? null : (isFast ? 168 : 142) + Math.sin(index / 3) * 4,
    altitudeM: 120 + Math.sin(index / 28) * 35,
  };
});

const SQUARE_STATES: DaySquare["state"][] = [
  "done",
  "rest",
  "done",
  "off",
  "done",
  "missed",
  "done",
  "rest",
  "adapted",
  "done",
  "far-off",
  "excused",
  "unplanned",
  "planned",
];
export const SQUARES: DaySquare[] = SQUARE_STATES.map((state, index) => ({
  date: dayAfter(Date.parse("2026-05-07"), index),
  state,
}));

export const RPE = [
  "Rest",
  "Very easy",
  "Easy",
  "Moderate",
  "Somewhat hard",
  "Hard",
  "Harder",
  "Very hard",
  "Very, very hard",
  "Nearly all",
  "All there was",
].map((word, value) => ({ value, word }));
export const FEEL = ["Awful", "Poor", "All right", "Good", "Great"].map((word, index) => ({
  value: index + 1,
  word,
}));
export const LEGS = ["Dead", "Heavy", "OK", "Good", "Bouncy"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));
