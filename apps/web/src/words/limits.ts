/** What each number is that a rule judges by; its unit follows it on the screen. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "injury-gate": { sprintS: "Longest sprint, by time", sprintM: "Longest sprint, by distance" },
  "hard-days-apart": { daysBetween: "Easier days between two hard ones" },
  "recovery-block-missing": { days: "Without hard sessions after a goal race" },
  "hard-in-recovery": { hardDays: "Hard days that a recovery week may hold" },
  "sprint-freshness": { longRunKm: "A long run that tires from" },
  "strength-adjacency": { daysBefore: "Kept free of heavy strength before hard running" },
  "session-spike": { ratio: "Longest run", blockRatio: "Longest run, in blocks that are meant to be long" },
  "long-run-jump": { riseKm: "Longer than before, at most", risePct: "or by" },
  "long-run-share": {
    runs2: "With two runs, at most",
    runs3: "With three runs, at most",
    runs4: "With four runs, at most",
    runs5: "With five runs, at most",
    runs6: "With six runs, at most",
    runs7: "With seven runs, at most",
  },
  "long-run-missing": { weeks: "Pointed out after" },
  "weekly-ramp": { risePct: "More than the largest week, at most" },
  "high-mileage": { weekKm: "Pointed out from" },
  "frequency-jump": { moreRuns: "More than in the fullest week, at most" },
  "seven-day-readiness": { baseKm: "A base of" },
  "hard-sessions-a-week": {
    beginner: "Beginners, at most",
    intermediate: "Intermediate runners, at most",
    advanced: "Advanced runners, at most",
  },
  "easy-share": { hardSharePct: "Harder than easy, at most" },
  "cutback-rhythm": {
    fullWeeks: "Full weeks, at most",
    longRunPct: "A long run is relieved from",
    reliefPct: "A week counts as lighter from",
  },
  "hard-in-base": { sessions: "Hard interval sessions in a week, at most" },
  "warm-up-missing": { easyS: "Easy running first, by time", easyM: "or by distance" },
  "one-variable": { variables: "Changed at a time, at most" },
  "stale-workout": { times: "The same session, at most" },
  "small-stuff-dose": {
    strideWeeks: "Weeks with nothing fast and short",
    strengthWeeks: "Weeks with no strength",
    stridesAWeek: "Strides, at most",
  },
  "phase-length": {
    baseMin: "Base, at least",
    baseMax: "Base, at most",
    buildMin: "Build, at least",
    buildMax: "Build, at most",
    speedMin: "Speed, at least",
    speedMax: "Speed, at most",
    peakMin: "Peak, at least",
    peakMax: "Peak, at most",
    recoveryMin: "Recovery, at least",
    recoveryMax: "Recovery, at most",
  },
  "peak-length": { weeks: "Taper and races together, at most" },
  "peak-count": {
    peaks: "Peaks, at most",
    shortPeaks: "Peaks where all goal races are short, at most",
    shortRaceM: "A race is short up to",
  },
  "taper-shape": {
    lowPct: "The race week, at least",
    highPct: "The race week, at most",
    weekCutPct: "From one week to the next, at most",
  },
  specificity: { weeks: "Looked at", sessions: "Sessions at race pace, at least" },
  "race-without-base": { baseWeeks: "Base, at least", habitKm: "or a habit of" },
  "race-density": { races: "Races, at most" },
  "fantasy-pace": { goalGap: "A goal above the current score, at most", fasterPct: "Targets, at most" },
};

/** What a limit of a rule is called on the screens. */
export function limitWords(rule: string, name: string): string {
  return LIMITS[rule]?.[name] ?? name;
}
