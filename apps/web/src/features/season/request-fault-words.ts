import { withDays } from "#components/day-words.ts";

type Fault = { path: string; found: string; expected: string };
type Refusal = { message: string; data?: { details?: Readonly<Record<string, unknown>> | null } | null };

const FIELDS: Readonly<Record<string, string>> = {
  start: "Starts on",
  runsPerWeek: "Runs a week",
  currentWeeklyKm: "Now a week",
  longestRunLast30DaysKm: "Longest run, 30 days",
  longRunDay: "Long run on",
  unavailable: "Cannot run on",
  blackoutDates: "Days off",
  injuryHistory: "Injuries before",
  "recentResult.date": "Recent result, day",
  "recentResult.timeS": "Recent result, time",
  "recentResult.distanceM": "Recent result, distance",
};
const LONG_RUN_WITHOUT_A_DAY =
  "Long run on: that day stands under Cannot run on. Choose another day for one of the two.";
const OF_RACE: Readonly<Record<string, string>> = {
  date: "day",
  goalTimeS: "goal time",
  distanceM: "distance",
};

/** Why a season cannot be planned, each fault by the name its field has in the form. */
export function requestFaultWords(refusal: Refusal): string[] {
  const faults = refusal.data?.details?.faults;
  if (!Array.isArray(faults)) return [refusal.message];
  return (faults as Fault[]).map(({ path, found, expected }) => {
    if (path === "longRunDay") return LONG_RUN_WITHOUT_A_DAY;
    const sentence = `${fieldName(path)}: ${found} was given; it must be ${expected}.`;
    // Where a day is to be written in that form, the example stays in it.
    if (expected.includes("YYYY-MM-DD")) return sentence;
    return withDays(sentence).replaceAll("start (", "the start (");
  });
}

function fieldName(path: string): string {
  const race = /^races\[(\d+)\]\.?(.*)$/.exec(path);
  if (race) return `Race ${Number(race[1]) + 1}, ${OF_RACE[race[2] ?? ""] ?? race[2]}`;
  return FIELDS[path] ?? FIELDS[path.split(/[.[]/)[0] ?? ""] ?? path;
}
