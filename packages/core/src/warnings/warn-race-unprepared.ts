import { daysBetween } from "@repo/core/calendar";
import { causeWindow, dateOf, meanOf, row } from "@repo/core/progress";
import { distancesKnown, type WarningRule } from "./warning-context.ts";

const FROM_DAYS = 56;
const TO_DAYS = 14;
/** A little less a week than asked is no warning. [house] */
const WEEKLY_SHARE = 0.9;
/** Longest run and weekly distance of the last six weeks that a race asks for at least, km. [house] */
const NEEDS = [
  { upToM: 6000, longestKm: 6, weeklyKm: 12 },
  { upToM: 12_000, longestKm: 9, weeklyKm: 18 },
  { upToM: 25_000, longestKm: 14, weeklyKm: 25 },
  { upToM: 45_000, longestKm: 24, weeklyKm: 40 },
] as const;

/** A race two to eight weeks off that the training of the last six weeks does not carry yet. */
export const raceUnprepared: WarningRule = {
  kind: "race-unprepared",
  judge({ log, day }) {
    const today = dateOf(day);
    const race = (log.season?.request?.races ?? []).find((each) => {
      const ahead = daysBetween(today, each.date);
      return each.priority !== "C" && ahead >= TO_DAYS && ahead <= FROM_DAYS;
    });
    const needs = race && NEEDS.find((each) => race.distanceM <= each.upToM);
    if (!race || !needs) return null;
    const { weeks, runs } = causeWindow(log, day - 41, day);
    if (!distancesKnown(runs)) return null;
    const longestKm = Math.max(0, ...weeks.map((week) => week.longestM)) / 1000;
    const weeklyKm = meanOf(weeks.map((week) => week.km)) ?? 0;
    const ahead = daysBetween(today, race.date);
    // A long run can still be built while weeks remain: a tenth each week.
    const reachable = longestKm * 1.1 ** Math.max(0, Math.floor((ahead - 14) / 7));
    if (reachable >= needs.longestKm && weeklyKm >= needs.weeklyKm * WEEKLY_SHARE) return null;
    return {
      severity: "warn",
      title: `${Math.round(race.distanceM / 100) / 10} km race of ${race.date} on ${Math.round(weeklyKm)} km a week`,
      evidence: [
        row("longest run, 6 weeks", longestKm, "km", needs.longestKm),
        row("weekly distance, 6 weeks", weeklyKm, "km", needs.weeklyKm),
        // Its day, not the days to it: a warning that no longer holds keeps what it said for some days.
        row("race day", race.date, null),
      ],
      remedy: {
        code: "change-the-goal",
        text: "Run it for the day with a slower goal, choose a shorter race, or move it.",
        retestDays: 14,
      },
    };
  },
  source: ["M110", "M134"],
};
