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
  "change-one-variable": "Change one thing at a time: repetitions, length, rest or pace.",
  "drop-a-race": "Take one of these races out, or make it a C race.",
  "give-longest-run": "Say how long the longest run of the last 30 days was.",
  "keep-taper-intensity": "Keep short fast work in the taper; cut the kilometres.",
  "later-or-lower-goal": "Choose a later race or a slower goal.",
  "lower-race-priority": "Make one of these races a B or C race.",
  "reorder-phases": "Change the order of the phases.",
  "shorten-peak": "Shorten the peak.",
  "train-on-current-result": "Train at the paces of the current result.",
} as const;
