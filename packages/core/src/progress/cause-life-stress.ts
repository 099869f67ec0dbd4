import { type CauseRule, causeWindow, graded, meanOf, reachBack, row, shareOf } from "./cause-window.ts";

const REACH_DAYS = 28;
const MIN_DAYS = 8;
/** 4 of 5 stands for the 5 of 7 of the rule in science.md §6.6. */
const STRESSED = 4;
const SHORT_SLEEP_HOURS = 7;

/** Stress and short nights from outside of training (M123). */
export const lifeStress: CauseRule = {
  cause: "life-stress",
  read(window) {
    const days = reachBack(window, REACH_DAYS).checkIns;
    const stress = days.flatMap((each) => each.checkIn.stress ?? []);
    const sleep = days.flatMap((each) => each.checkIn.sleepHours ?? []);
    if (Math.max(stress.length, sleep.length) < MIN_DAYS) return null;
    const stressed = stress.length >= MIN_DAYS ? shareOf(stress, (value) => value >= STRESSED) : 0;
    const hours = sleep.length >= MIN_DAYS ? (meanOf(sleep) ?? SHORT_SLEEP_HOURS) : null;
    const before = causeWindow(window.log, window.from - 84, window.from - 1).checkIns;
    const calmHours = meanOf(before.flatMap((each) => each.checkIn.sleepHours ?? []));
    const evidence = [row("days of high stress, 4 weeks", stressed * 100, "%", 50)];
    if (hours !== null) evidence.push(row("sleep, 4-week mean", hours, "h", SHORT_SLEEP_HOURS));
    if (calmHours !== null) evidence.push(row("sleep, the 12 weeks before", calmHours, "h"));
    const short = hours === null ? 0 : graded(hours, SHORT_SLEEP_HOURS, 6.2);
    return { strength: Math.min(1, graded(stressed, 0.25, 0.6) + 0.5 * short), evidence };
  },
  remedy: {
    code: "maintain",
    text: "Hold the volume and drop one hard session a week until stress and sleep are back; do not build now.",
    weeks: 4,
  },
  source: ["M111", "M123", "walsh-2021"],
};
