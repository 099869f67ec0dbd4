import { readTitle } from "@repo/core/activities";

const QUALITY_WORDS =
  /\b(intervals?|tempo|threshold|fartlek|repeats?|reps|hill (?:sprints?|repeats?|reps)|hills|vo2|track|speed ?work|speed|cruise|ladder|pyramid|alternators?|30\/30|billat|workout|yasso|mona|michigan|progression|race pace|mp|lactate|surges?)\b/i;
const LONG_WORDS = /\blong\b/i;
const RACE_WORDS =
  /\b(race|parkrun|time[ -]?trial|tt|benchmark|field test|fitness test|test run|marathon|championships?)\b/i;
const EASY_WORDS = /\b(easy|recovery|jog|shake ?out|base run|aerobic)\b/i;

/** What kind of session the words of a title speak for; null where they say nothing. */
export function kindOfTitle(title: string): "race" | "quality" | "long" | "easy" | null {
  if (readTitle(title) && !/strides/i.test(title)) return "quality";
  if (LONG_WORDS.test(title)) return "long";
  if (EASY_WORDS.test(title)) return "easy";
  if (QUALITY_WORDS.test(title)) return "quality";
  return RACE_WORDS.test(title) ? "race" : null;
}
