/** Effort as Borg's CR10 puts it. */
export const rpeWords = [
  "Nothing at all",
  "Very easy",
  "Easy",
  "Moderate",
  "A little hard",
  "Hard",
  "Harder",
  "Very hard",
  "Very, very hard",
  "Nearly maximal",
  "Maximal",
] as const;

export const feelWords = ["Poor", "Meh", "OK", "Good", "Great"] as const;

/** How legs feel in the morning, from worst to best. */
export const legsWords = { dead: "Dead", heavy: "Heavy", ok: "OK", good: "Good", bouncy: "Bouncy" } as const;

export const skipWords = {
  ill: "Ill",
  injured: "Injured or in pain",
  tired: "Too tired",
  travel: "Travelling",
  work: "Work",
  family: "Family",
  weather: "Weather",
  other: "Something else",
} as const;

/** Why a workout is excused: what the athlete said, or what lies over its day on the calendar. */
export const excuseWords = {
  ...skipWords,
  unavailable: "Not available",
  away: "Away",
  illness: "Ill",
  injury: "Injured",
  unassigned: "Planned only after that day",
} as const;

export const sportWords = {
  run: "Run",
  ride: "Ride",
  swim: "Swim",
  walk: "Walk",
  hike: "Hike",
  strength: "Strength",
  mobility: "Mobility, drills",
  other: "Other",
} as const;

export const cycleWords = {
  period: "period",
  follicular: "after the period",
  ovulation: "around ovulation",
  luteal: "before the next period",
} as const;

/** Why a workout was graded as it was. */
export const gradeReasonWords = {
  "to-come": "To come",
  "not-logged": "Not logged",
  "as-planned": "As planned",
  "length-unknown": "Done; its length was not recorded",
  shorter: "Shorter than planned",
  longer: "Longer than planned",
  "reps-in-range": "Repetitions in range",
  "reps-unknown": "Done by its length; its repetitions were not recorded",
  "fewer-reps": "Fewer repetitions than planned",
  "reps-too-fast": "Repetitions faster than meant",
  "reps-too-slow": "Repetitions slower than meant",
  "easy-kept-easy": "Easy, and kept easy",
  "easy-ran-medium": "Meant easy, ran medium",
  "easy-ran-hard": "Meant easy, ran hard",
  "hard-ran-easy": "Meant hard, ran easy",
  "race-run": "Raced",
  "other-sport": "Another sport than planned",
  "changed-on-purpose": "Changed on purpose",
  excused: "Excused",
  "not-planned": "Not planned",
  "trained-on-rest-day": "Trained on a rest day",
} as const;

export const loadMethodWords = {
  "running-stress": "from pace against the threshold",
  "hr-stress": "from heart rate against the threshold",
  "session-rpe": "from effort and time",
  estimated: "estimated from the time alone",
  mixed: "from several sessions, each by its best record",
  rest: "a day of rest",
  unknown: "not known",
} as const;

export const loadQualityWords = {
  gap: "Nothing was heard for a while, so this is not known yet.",
  "warming-up": "Fewer than 42 days are known, so it is still rising towards its true level.",
  estimated: "Part of it rests on sessions without pace, heart rate or effort.",
  measured: "All of it rests on recorded sessions.",
  known: "",
} as const;

export const repPatternWords = {
  even: "Even",
  "hot-start": "Too fast at the start",
  "late-fade": "Faded late",
  uneven: "Uneven",
  "faster-finish": "Faster at the end",
} as const;

export const repFixWords = {
  "keep-going": "Keep it like this.",
  "start-at-the-pace-of-the-third": "Next time start at the pace of the third one.",
  "rest-longer": "Next time rest a little longer.",
  "fewer-repetitions": "Next time do fewer and keep them even.",
  "use-the-lap-button-each-time": "Press the lap button at each start and end, so that they can be read.",
  "start-a-little-faster": "Next time you can start a little faster.",
} as const;

/** The word for a code; a code without one shows itself, so that it is noticed and added. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | null | undefined): string {
  if (code === null || code === undefined) return "";
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code.replaceAll("-", " ");
}
