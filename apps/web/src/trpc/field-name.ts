/** Parts of a field's name in the code that are no word of its own. */
const PARTS: Readonly<Record<string, string>> = {
  hr: "heart rate",
  max: "maximum",
  avg: "average",
  rpe: "RPE",
  hrv: "HRV",
  rmssd: "",
};

/** Fields whose name in the code would not be understood. */
const NAMES: Readonly<Record<string, string>> = {
  body: "text",
  localDate: "day",
  date: "day",
  startsOn: "first day",
  endsOn: "last day",
  from: "day it is taken from",
  to: "day it goes to",
  until: "day until which",
  op: "kind of change",
  ops: "changes",
  notes: "note",
  coachNote: "note",
  email: "e-mail address",
  ill: "illness",
  hard: "hard or not",
  longRunDay: "day of the long run",
  hasGym: "strength in a gym",
  zoneScheme: "zones of heart rate",
  longestRunLast30DaysKm: "longest run of 30 days",
  currentWeeklyKm: "kilometres a week now",
  peakWeeklyKm: "most kilometres a week",
  runsPerWeek: "runs a week",
  strengthPerWeek: "strength sessions a week",
  unavailable: "days without running",
  unavailableWeekdays: "days without running",
  weekdayMinutes: "minutes a day has",
  blackoutDates: "days off",
  injuryHistory: "injuries before",
  mutationId: "id of this change",
  version: "version",
};

const UNITS = [
  ["SPerKm", " s/km"],
  ["Km", " km"],
  ["Bpm", " bpm"],
  ["Mps", " m/s"],
  ["M", " m"],
  ["S", " s"],
] as const;

/** What a field of an input is called to people, such as "Race 2, goal time", and the unit its numbers are in. */
export function fieldName(path: readonly PropertyKey[]): { name: string; unit: string } {
  const keys = path.filter((key) => typeof key !== "symbol");
  const place = keys.findLastIndex((key) => typeof key === "number");
  const last = keys.at(-1);
  const { words, unit } = typeof last === "string" ? read(last) : { words: "", unit: "" };
  const list = place > 0 ? read(String(keys[place - 1])).words : "";
  const item = place < 0 ? "" : `${singular(list) || "entry"} ${Number(keys[place]) + 1}`;
  const name = [item, words].filter(Boolean).join(", ") || "What was sent";
  return { name: name.charAt(0).toUpperCase() + name.slice(1), unit };
}

function read(key: string): { words: string; unit: string } {
  const [suffix = "", unit = ""] =
    UNITS.find(([ending]) => key.length > ending.length && key.endsWith(ending)) ?? [];
  const known = NAMES[key];
  if (known !== undefined) return { words: known, unit };
  const words = key
    .slice(0, key.length - suffix.length)
    .replace(/([a-z])(?=[A-Z0-9])/g, "$1 ")
    .toLowerCase()
    .split(" ")
    .map((part) => PARTS[part] ?? part)
    .filter(Boolean);
  return { words: words.join(" "), unit };
}

function singular(words: string): string {
  return words.endsWith("ies") ? `${words.slice(0, -3)}y` : words.replace(/s$/, "");
}
