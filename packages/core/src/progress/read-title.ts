/** Repetitions that a title names: how many, and how long one is. */
export type TitledReps = { reps: number; repM: number | null; repS: number | null };

const REPS =
  /(\d{1,2})\s*(?:x|×|\*)\s*\(?\s*(\d+(?:[.,:]\d+)?)\s*(kilometers?|kilometres?|km|k|meters?|metres?|miles?|mi|minutes?|mins?|min|seconds?|secs?|sec|m|s|'|′|"|″)?/i;
const METRES_PER_MILE = 1609.344;

const QUALITY_WORDS =
  /\b(intervals?|tempo|threshold|fartlek|repeats?|reps|hill (?:sprints?|repeats?|reps)|hills|vo2|track|speed ?work|speed|cruise|ladder|pyramid|alternators?|30\/30|billat|workout|yasso|mona|michigan|progression|race pace|mp|lactate|surges?)\b/i;
const LONG_WORDS = /\blong\b/i;
const RACE_WORDS = /\b(race|parkrun|time[ -]?trial|tt|marathon|championships?)\b/i;
const EASY_WORDS = /\b(easy|recovery|jog|shake ?out|base run|aerobic)\b/i;

/** Reads `6 x 800 m`, `5x3min`, `8 × 1:30`, `3 x 1 mile` out of a title; null where it names no repetitions. */
export function readTitledReps(title: string): TitledReps | null {
  const match = REPS.exec(title);
  if (!match) return null;
  const reps = Number(match[1]);
  const amount = match[2] ?? "";
  if (reps < 2 || reps > 60) return null;
  if (amount.includes(":")) {
    const [minutes, seconds] = amount.split(":").map(Number);
    return { reps, repM: null, repS: (minutes ?? 0) * 60 + (seconds ?? 0) };
  }
  return lengthOf(reps, Number(amount.replace(",", ".")), (match[3] ?? "").toLowerCase());
}

function lengthOf(reps: number, value: number, unit: string): TitledReps | null {
  if (!(value > 0)) return null;
  if (unit.startsWith("k")) return { reps, repM: value * 1000, repS: null };
  if (unit === "mi" || unit.startsWith("mile")) return { reps, repM: value * METRES_PER_MILE, repS: null };
  if (unit.startsWith("min") || unit === "'" || unit === "′") return { reps, repM: null, repS: value * 60 };
  if (unit.startsWith("s") || unit === '"' || unit === "″") return { reps, repM: null, repS: value };
  // "m" after a small number is minutes ("4 x 5m"); nobody repeats five metres.
  if (unit === "m" && value < 30) return { reps, repM: null, repS: value * 60 };
  return value >= 50 ? { reps, repM: value, repS: null } : { reps, repM: null, repS: value * 60 };
}

/** What kind of session the words of a title speak for; null where they say nothing. */
export function kindOfTitle(title: string): "race" | "quality" | "long" | "easy" | null {
  if (readTitledReps(title) && !/strides/i.test(title)) return "quality";
  if (LONG_WORDS.test(title)) return "long";
  if (EASY_WORDS.test(title)) return "easy";
  if (QUALITY_WORDS.test(title)) return "quality";
  return RACE_WORDS.test(title) ? "race" : null;
}
