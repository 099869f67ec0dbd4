import { addDays, dayNumber, type IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import { between, prepareLog } from "@repo/core/progress";
import { eventOf, eventShape, isRun, plannedWorkouts, type Race } from "@repo/core/season";
import { rounded, sumOf } from "./report-fact.ts";

/**
 * The seven days that end the day before a race, against the three weeks before its taper: done so far and what is
 * still planned, race not counted. Kilometres; null where the log does not reach back.
 */
export type TaperSoFar = {
  usualWeeklyKm: number | null;
  lastWeekKm: number;
  /** Of it, still to come. */
  plannedKm: number;
  cutPct: number | null;
  /** The evidence's band (bosquet-2007, wang-2023). */
  bandPct: [number, number];
  /** `unknown` before the last week has begun, without earlier weeks, and for days to come without a plan. */
  state: "in-band" | "too-much" | "very-light" | "unknown";
};

const BAND_PCT: [number, number] = [41, 60];
/** Half a run more or less is no fault. [house] */
const SLACK_PCT = 6;

/** How far the taper has come as of a day. Only a goal race (priority A) is tapered for; others are `unknown`. */
export function taperSoFar(history: AthleteHistory, race: Race, asOf: IsoDate): TaperSoFar {
  const log = prepareLog(history);
  const raceDay = dayNumber(race.date);
  const taperDays = eventShape(eventOf(race.distanceM)).peakWeeks * 7;
  const km = (from: number, to: number) =>
    sumOf(between(log.sessions, from, to).map((each) => (each.run ? each.distanceM / 1000 : 0)));
  const [first, last] = [raceDay - 7, raceDay - 1];
  const done = km(first, Math.min(last, dayNumber(asOf)));
  const planned = plannedKm(history, asOf, race.date);
  const firstUsual = raceDay - taperDays - 21;
  const reaches = log.firstDay !== null && log.firstDay <= firstUsual;
  const usual = reaches ? km(firstUsual, raceDay - taperDays - 1) / 3 : 0;
  const total = done + planned;
  const cutPct = usual > 0 ? (1 - total / usual) * 100 : null;
  const begun = dayNumber(asOf) >= first - 1;
  // Without a plan nobody knows what the days to come will hold.
  const told = dayNumber(asOf) >= last || planned > 0;
  return {
    usualWeeklyKm: usual > 0 ? rounded(usual, 1) : null,
    lastWeekKm: rounded(total, 1),
    plannedKm: rounded(planned, 1),
    cutPct: cutPct === null ? null : rounded(cutPct, 0),
    bandPct: BAND_PCT,
    state: race.priority === "A" && begun && told && cutPct !== null ? stateOf(cutPct) : "unknown",
  };
}

function stateOf(cutPct: number): TaperSoFar["state"] {
  if (cutPct < BAND_PCT[0] - SLACK_PCT) return "too-much";
  return cutPct > BAND_PCT[1] + SLACK_PCT ? "very-light" : "in-band";
}

/** Running still planned after a day and before the race. */
function plannedKm(history: AthleteHistory, asOf: IsoDate, raceDate: IsoDate): number {
  const week = addDays(raceDate, -7);
  const due = plannedWorkouts(history).filter(
    (each) => each.date > asOf && each.date >= week && each.date < raceDate,
  );
  return sumOf(
    due.map((each) => (isRun(each.kind) && each.kind !== "race" ? (each.distanceM ?? 0) / 1000 : 0)),
  );
}
