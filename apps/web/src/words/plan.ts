export const kindWords = {
  easy: "Easy",
  recovery: "Recovery",
  long: "Long",
  threshold: "Threshold",
  intervals: "Intervals",
  repetitions: "Repetitions",
  hills: "Hills",
  sprints: "Sprints",
  fartlek: "Fartlek",
  progression: "Progression",
  "race-pace": "Race pace",
  race: "Race",
  strides: "Strides",
  strength: "Strength",
  plyometrics: "Plyometrics",
  drills: "Drills",
  mobility: "Mobility",
  cross: "Cross-training",
  rest: "Rest",
} as const;

export const phaseWords = {
  base: "Base",
  build: "Build",
  speed: "Speed",
  peak: "Peak",
  race: "Race",
  recovery: "Recovery",
  free: "Free",
} as const;

/** What a fix that is advice asks a coach to do by hand. */
export const adviceWords = {
  "add-base-phase": "Put a base phase before this one.",
  "add-race-pace-session": "Give a session at race pace.",
  "add-strength": "Add strength sessions.",
  "add-strides": "Add strides at the end of an easy run.",
  "add-warm-up": "Put a warm-up before it.",
  "change-hard-sessions": "Nothing easy is left to scale: change the hard sessions or the race of this week.",
  "change-one-variable": "Change one thing at a time: repetitions, length, rest or pace.",
  "drop-a-race": "Take one of these races out, or make it a C race.",
  "give-longest-run": "Say how long the longest run of the last 30 days was.",
  "keep-taper-intensity": "Keep short fast work in the taper; cut the kilometres.",
  "lengthen-phase": "Make the phase longer.",
  "later-or-lower-goal": "Choose a later race or a slower goal.",
  "lower-race-priority": "Make one of these races a B or C race.",
  "more-time-or-less-training": "Plan a shorter session here, or ask for more time on this day.",
  "rearrange-by-hand":
    "No single change mends this without breaking another rule: rearrange the week by hand.",
  "reorder-phases": "Change the order of the phases.",
  "shorten-peak": "Shorten the peak.",
  "shorten-phase": "Make the phase shorter.",
  "shorten-runs-in-steps": "Shorten this run and the long runs after it, each by a step.",
  "train-on-current-result": "Train at the paces of the current result.",
} as const;

/** What a step is in its workout. */
export const stepWords = {
  warmup: "Warm-up",
  work: "Work",
  recovery: "Recovery",
  rest: "Rest",
  steady: "Steady",
  cooldown: "Cool-down",
} as const;

/** The races a workout serves. */
export const eventWords = {
  mile: "Mile",
  "5k": "5 km",
  "10k": "10 km",
  hm: "Half marathon",
  marathon: "Marathon",
} as const;

/** What has to lie before a workout. */
export const freshnessWords = {
  any: "Nothing special before",
  "no-hard-day-before": "No hard day before",
  "rest-or-very-easy-before": "Rest or very easy before",
} as const;
