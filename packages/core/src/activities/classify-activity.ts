import { findReps, type Rep } from "./find-reps.ts";
import { readTitle } from "./read-title.ts";
import type { Activity } from "./schema.ts";

/** What a session was meant to be, as far as its title, laps and plan tell. */
export type SessionIntent =
  | "race"
  | "intervals"
  | "threshold"
  | "hills"
  | "sprints"
  | "fartlek"
  | "progression"
  | "race-pace"
  | "long"
  | "easy"
  | "strength"
  | "mobility"
  | "cross"
  | "unknown";

/** How hard it was by what was measured: below, between or above the two thresholds. */
export type MeasuredEffort = "low" | "medium" | "high";

export type SessionClass = {
  readonly intent: SessionIntent;
  /** Where the intent comes from. */
  readonly intentFrom: "result" | "plan" | "title" | "laps" | "distance" | "nothing";
  /** Null when nothing was measured that could tell. */
  readonly measured: MeasuredEffort | null;
  readonly measuredBy: "pace" | "heart-rate" | "rpe" | null;
  /** Counts as a hard day: a race, quality work, or anything run above the second threshold. */
  readonly hard: boolean;
  /** Speed over threshold speed, heart rate over threshold heart rate; null when not known. */
  readonly paceIntensity: number | null;
  readonly heartIntensity: number | null;
  readonly reps: readonly Rep[];
};

/** What a session is compared with. Null means not known: then that measure is left out. */
export type ClassContext = {
  readonly thresholdSpeedMps?: number | null;
  readonly thresholdHr?: number | null;
  /** The athlete's usual (median) run of the last weeks, metres. */
  readonly usualDistanceM?: number | null;
  /** Kind of the planned workout it fulfilled. */
  readonly plannedKind?: string | null;
  /** Whether a result of that day and distance is recorded. */
  readonly isResult?: boolean;
};

/** The first threshold as a share of the second, for speed and heart rate alike, where no laboratory measured it. [house] */
export const FIRST_THRESHOLD_SHARE = 0.885;
/** Steady running at the second threshold scatters by a percent or two. */
export const SECOND_THRESHOLD_SHARE = 0.985;

/**
 * What kind of session an activity was: what it was meant to be and, apart from that, how hard it was.
 * An easy run that was run hard keeps both, so that the difference can be told (M7).
 *
 * @param activity a finished session; @param context the athlete's thresholds and habits on that day
 */
export function classifyActivity(activity: Activity, context: ClassContext): SessionClass {
  const reps = activity.sport === "run" ? findReps(activity.laps) : [];
  const intensity = intensities(activity, context);
  const measure = measured(activity, intensity);
  const intended = intentOf(activity, context, reps);
  const hard = HARD.has(intended.intent) || measure.measured === "high";
  return { ...intended, ...measure, ...intensity, hard, reps };
}

const HARD: ReadonlySet<SessionIntent> = new Set([
  "race",
  "intervals",
  "threshold",
  "hills",
  "sprints",
  "fartlek",
  "progression",
  "race-pace",
]);

type Intended = Pick<SessionClass, "intent" | "intentFrom">;

function intentOf(activity: Activity, context: ClassContext, reps: readonly Rep[]): Intended {
  if (activity.sport === "strength" || activity.sport === "mobility") {
    return { intent: activity.sport, intentFrom: "nothing" };
  }
  if (activity.sport !== "run") return { intent: "cross", intentFrom: "nothing" };
  if (context.isResult) return { intent: "race", intentFrom: "result" };
  const planned = context.plannedKind ? INTENT_OF_KIND[context.plannedKind] : undefined;
  if (planned) return { intent: planned, intentFrom: "plan" };
  const titled = intentOfTitle(activity);
  if (titled) return { intent: titled, intentFrom: "title" };
  if (reps.length >= 3) return { intent: intentOfReps(reps), intentFrom: "laps" };
  const distanceM = activity.distanceM ?? 0;
  const usual = context.usualDistanceM ?? null;
  const long = usual !== null && distanceM >= 1.5 * usual && activity.durationS >= 3600;
  return long ? { intent: "long", intentFrom: "distance" } : { intent: "unknown", intentFrom: "nothing" };
}

const INTENT_OF_KIND: Readonly<Record<string, SessionIntent>> = {
  easy: "easy",
  recovery: "easy",
  strides: "easy",
  long: "long",
  threshold: "threshold",
  intervals: "intervals",
  repetitions: "intervals",
  hills: "hills",
  sprints: "sprints",
  fartlek: "fartlek",
  progression: "progression",
  "race-pace": "race-pace",
  race: "race",
};

/** First match wins: "tempo intervals" are intervals, an "easy long run" is long, "easy over the hills" is easy. */
const TITLE_WORDS: readonly (readonly [RegExp, SessionIntent])[] = [
  [/\b(pre|post|before|after)[ -](the )?race\b/, "easy"],
  [
    /\b(race|racing)(?![ -]?(pace|effort|prep))\b|\b(parkrun|time[ -]?trial|tt|championships?|wettkampf|konkurranse)\b/,
    "race",
  ],
  [/\b(easy|recovery|rolig)\b.*\b(strides?|hills?)\b(?! ?(repeats?|sprints?))/, "easy"],
  [/\b(hills?|hill ?(?:repeats?|sprints?)|bergl(?:auf|äufe)|bakkedrag)\b/, "hills"],
  [
    /\b(intervall?e?r?s?|repeats|reps|vo2 ?max|track (?:session|workout)|speed ?(?:work|session)|quality|ladder|pyramid|michigan|alternations?)\b/,
    "intervals",
  ],
  [/\bfartlek\b/, "fartlek"],
  [/\b(tempo|threshold|cruise|lactate|lt|schwelle|terskel)\b/, "threshold"],
  [/\b(progression|progressive|fast[ -]finish|negative split)\b/, "progression"],
  [/\b(race[ -]?pace|goal[ -]?pace|marathon[ -]?pace|mp|hmp)\b/, "race-pace"],
  [/\b(long|lsd|langer|langtur)\b/, "long"],
  [
    /\b(easy|recovery|jog|shake ?-?out|regeneration|base run|aerobic|locker|rolig|warm[ -]?up|cool[ -]?down)\b/,
    "easy",
  ],
  [/\bsprints?\b/, "sprints"],
];

/** Races that are known by their distance: a title with "marathon" is one only when a marathon was run. */
const MARATHONS: readonly (readonly [RegExp, number])[] = [
  [/\bhalf[ -]?marathon\b/, 21_097.5],
  [/\bmarathon\b/, 42_195],
];

function intentOfTitle(activity: Activity): SessionIntent | null {
  const title = (activity.title ?? "").toLowerCase();
  if (title === "") return null;
  const reps = readTitle(title);
  if (reps !== null) {
    if (/\bstrides?\b/.test(title)) return "easy";
    if (/\bhills?\b/.test(title)) return "hills";
    return (reps.durationS ?? 0) >= 480 || (reps.distanceM ?? 0) >= 2000 ? "threshold" : "intervals";
  }
  const marathon = MARATHONS.find(([words]) => words.test(title));
  if (marathon && Math.abs((activity.distanceM ?? 0) / marathon[1] - 1) <= 0.03) return "race";
  return TITLE_WORDS.find(([words]) => words.test(title))?.[1] ?? null;
}

function intentOfReps(reps: readonly Rep[]): SessionIntent {
  const longest = Math.max(...reps.map((rep) => rep.durationS));
  return longest >= 480 ? "threshold" : longest <= 20 ? "sprints" : "intervals";
}

type Intensities = Pick<SessionClass, "paceIntensity" | "heartIntensity">;

function intensities(activity: Activity, context: ClassContext): Intensities {
  const { distanceM, durationS, avgHr } = activity;
  const speed = activity.sport === "run" && distanceM && durationS >= 60 ? distanceM / durationS : null;
  const ratio = (value: number | null | undefined, threshold: number | null | undefined) =>
    value && threshold ? value / threshold : null;
  return {
    paceIntensity: ratio(speed, context.thresholdSpeedMps),
    heartIntensity: ratio(avgHr, context.thresholdHr),
  };
}

/** Sessions shorter than this say little by their average. */
const SHORTEST_S = 600;

function measured(activity: Activity, intensity: Intensities): Pick<SessionClass, "measured" | "measuredBy"> {
  const { paceIntensity, heartIntensity } = intensity;
  const long = activity.durationS >= SHORTEST_S;
  if (long && heartIntensity !== null)
    return { measured: effortAt(heartIntensity), measuredBy: "heart-rate" };
  if (long && paceIntensity !== null) return { measured: effortAt(paceIntensity), measuredBy: "pace" };
  const { rpe } = activity;
  if (rpe === null || rpe === undefined) return { measured: null, measuredBy: null };
  return { measured: rpe <= 4 ? "low" : rpe <= 6 ? "medium" : "high", measuredBy: "rpe" };
}

/** Below, between or above the two thresholds, from an intensity relative to the second. */
export function effortAt(intensity: number): MeasuredEffort {
  if (intensity < FIRST_THRESHOLD_SHARE) return "low";
  return intensity < SECOND_THRESHOLD_SHARE ? "medium" : "high";
}
