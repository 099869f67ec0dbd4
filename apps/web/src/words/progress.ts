/** What the night says of progress, as the title of the page. */
export const progressWords = {
  improving: "You are getting faster",
  plateau: "You have stood still",
  "possible-plateau": "You may be standing still",
  declining: "You have become slower",
  inconclusive: "Too uneven to call",
  "not-enough-data": "Not enough to tell yet",
} as const;

export const causeWords = {
  overcooked: "Too much, too little rest",
  "same-workout": "The same workout again and again",
  "low-mileage": "Too few kilometres",
  "no-long-run": "No long run",
  "no-strength": "No strength work",
  "no-speed-work": "No fast running",
  "perpetual-medium": "Easy runs run medium",
  "fantasy-pace": "Training on a wished-for pace",
  "no-cutback": "No lighter weeks",
  "no-recovery-phase": "No recovery after the last peak",
  "life-stress": "Life outside running",
  "under-fuelled": "Too little food",
  pacing: "Uneven pacing",
  "wrong-order": "Sessions in the wrong order",
  conditions: "Heat, hills or surface",
  "new-stimulus-needed": "Time for something new",
} as const;

/** The talk test of the articles' zones. */
export const talkWords = {
  "could-sing": "you could sing",
  "full-sentences": "in full sentences",
  "short-sentences": "in short sentences",
  phrases: "in phrases",
  "single-words": "a word at a time",
  "no-words": "not at all",
} as const;

/** Schemes of zones; their numbers do not mean the same. */
export const schemeWords = {
  article: "As the articles print them",
  "percent-max-hr": "Share of maximum heart rate",
  "heart-rate-reserve": "Share of heart-rate reserve",
  "friel-hr": "Friel, heart rate",
  "friel-pace": "Friel, pace",
  "three-zone-hr": "Three zones, heart rate",
  "three-zone-pace": "Three zones, pace",
} as const;

export const recoveryWords = {
  ready: "Ready to train",
  caution: "Take care today",
  rest: "Rest today",
  unknown: "Recovery is not known",
} as const;

/** What a sign of recovery is called. */
export const signalWords = {
  wellness: "Check-ins",
  hrv: "HRV",
  "resting-hr": "Resting heart rate",
  "morning-pulse": "Morning pulse",
  sleep: "Sleep",
  legs: "Legs",
  "dead-legs": "Dead legs",
  "short-temper": "Short temper",
  dread: "Dread of training",
  "often-ill": "Often ill",
  "appetite-swings": "Appetite",
  "workouts-punish": "Workouts feel like punishment",
  "hard-days-in-a-row": "Hard days in a row",
  "under-recovery-flags": "Flags together",
  "bounce-back": "Legs come back",
  springy: "Springy legs",
  "steady-mood": "Steady mood",
  "same-pace-lower-heart-rate": "Heart rate at the same pace",
} as const;

export const signalStateWords = {
  adverse: "outside what is usual",
  good: "a good sign",
  neutral: "as usual",
  unknown: "not known",
} as const;
