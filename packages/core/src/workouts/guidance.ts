/** The moment at which a piece of guidance is worth reading. */
export type GuidanceMoment =
  | "setting-a-goal"
  | "starting-speed"
  | "before-quality"
  | "before-sprints"
  | "after-a-run"
  | "easy-day"
  | "off-day"
  | "evening"
  | "weekly-check"
  | "results-stall"
  | "new-season";

/** What the articles advise beyond workouts and rules: one sentence of our own for one moment. */
export type Guidance = { id: string; when: GuidanceMoment; title: string; source: readonly string[] };

/** Guidance an athlete meets when it applies; every entry cites its row. The articles' opinion, not our claim. */
export const GUIDANCE: readonly Guidance[] = [
  {
    id: "useful-speed",
    when: "setting-a-goal",
    title: "Know which pace the goal asks for, and how much of your top speed that is.",
    source: ["M13"],
  },
  {
    id: "faster-for-what",
    when: "setting-a-goal",
    title:
      "Fast means close to VO₂max pace over 5 km, just under threshold in a half, 75–85 % of VO₂max in a marathon.",
    source: ["M17"],
  },
  {
    id: "big-three",
    when: "new-season",
    title: "VO₂max, threshold and economy all want their share of the season.",
    source: ["M15"],
  },
  {
    id: "five-pillars",
    when: "new-season",
    title: "Pacing, intervals, form, strength and recovery: leave none of them out.",
    source: ["M16"],
  },
  {
    id: "layering",
    when: "new-season",
    title: "Raise the floor a little each year and let the main subject change.",
    source: ["M133"],
  },
  {
    id: "block-training",
    when: "new-season",
    title: "Experienced runners may spend four weeks on one quality and the next four on another.",
    source: ["M132"],
  },
  {
    id: "year-in-waves",
    when: "new-season",
    title:
      "A year holds two build-ups with a race each, a few weeks off between them and a free month at its end.",
    source: ["M134"],
  },
  {
    id: "ease-in",
    when: "starting-speed",
    title: "Start with less and shorter, warm up every time, keep rest days and wear shoes that fit.",
    source: ["M34"],
  },
  {
    id: "three-factors",
    when: "starting-speed",
    title: "Intervals, strength and technique work together, and only while they are kept up.",
    source: ["M136"],
  },
  {
    id: "speed-fades",
    when: "results-stall",
    title: "Speed comes in waves: nobody keeps it all year, so it is built again.",
    source: ["M138"],
  },
  {
    id: "variety",
    when: "results-stall",
    title: "Intervals, hills, plyometrics, fartlek: variety keeps training alive.",
    source: ["M135"],
  },
  {
    id: "quick-fixes",
    when: "results-stall",
    title:
      "Heavy legs: an easier week. Tying up: even pace and enough carbohydrate. Fading early: longer rest. Everything hard: sleep.",
    source: ["M124"],
  },
  {
    id: "heavy-legs",
    when: "results-stall",
    title:
      "Legs that stay heavy ask for rest, stronger glutes, enough carbohydrate and perhaps a test of ferritin.",
    source: ["M121"],
  },
  {
    id: "fuel-after-running",
    when: "after-a-run",
    title: "Eat within the hour after a hard or long run, more carbohydrate than protein, and drink.",
    source: ["M113"],
  },
  {
    id: "roll",
    when: "after-a-run",
    title: "Five to ten minutes of rolling loosen tight places; a massage now and then.",
    source: ["M115"],
  },
  {
    id: "eat-enough",
    when: "results-stall",
    title:
      "Missed periods, lasting fatigue and stalled results can mean too little food: talk to a clinician.",
    source: ["M114"],
  },
  {
    id: "sing-test",
    when: "easy-day",
    title: "Easy is when you could sing, or at least chat; if not, slow down.",
    source: ["M7", "M8"],
  },
  {
    id: "effort-first",
    when: "before-quality",
    title: "Run by effort first; heart rate drifts with heat and thirst, and the watch only checks.",
    source: ["M9", "M10"],
  },
  {
    id: "clean-or-stop",
    when: "before-sprints",
    title: "When form goes, the sprints are over: four clean ones beat eight sloppy ones.",
    source: ["M66"],
  },
  {
    id: "off-days",
    when: "off-day",
    title: "A day without running may hold a bike, a swim, strength or nothing; not all of them hard.",
    source: ["M140", "M70"],
  },
  {
    id: "sleep",
    when: "evening",
    title: "Seven to nine hours of sleep, a short nap when it helps, no screen in the last hour.",
    source: ["M111"],
  },
  {
    id: "weekly-self-check",
    when: "weekly-check",
    title:
      "Speed on a sound base, some variety, healthy enough to be consistent: does this week hold all three?",
    source: ["M139"],
  },
  {
    id: "more-rest",
    when: "results-stall",
    title: "A second rest day often does more than another hard one.",
    source: ["M119"],
  },
];

/** The guidance of one moment, in the order it is worth reading. */
export function guidanceFor(when: GuidanceMoment): Guidance[] {
  return GUIDANCE.filter((piece) => piece.when === when);
}
