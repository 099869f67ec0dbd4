import { type CauseRule, type CauseWindow, causeWindow, graded, meanOf, row } from "./cause-window.ts";

/** Weekly distance that a goal distance asks for at least, km: the article's runner went from 16 to 40 (M123). [house] */
const WEEKLY_KM = [
  { upToM: 6000, km: 25 },
  { upToM: 16_000, km: 30 },
  { upToM: 30_000, km: 38 },
  { upToM: Number.POSITIVE_INFINITY, km: 50 },
] as const;
const WEEKS = 6;
const MIN_WEEKS = 4;
/** A distance that is not recorded is no short run: with more of them than this the volume is not known. */
const MOST_UNKNOWN = 0.2;
/** Weeks before the window that tell what was usual. */
const USUAL_DAYS = 112;

/** Too little running to build on: the fuel behind the spark is missing (M123). */
export const lowMileage: CauseRule = {
  cause: "low-mileage",
  read(window) {
    if (window.weeks.length < MIN_WEEKS || window.runs.length === 0) return null;
    const unknown = window.runs.filter((run) => run.distanceM === 0).length;
    if (unknown > window.runs.length * MOST_UNKNOWN) return null;
    const km = meanOf(window.weeks.slice(0, WEEKS).map((week) => week.km)) ?? 0;
    const needed = neededKm(window);
    const before = causeWindow(window.log, window.from - USUAL_DAYS, window.from - 1);
    const usual = before.runs.length > 0 ? (meanOf(before.weeks.map((week) => week.km)) ?? 0) : 0;
    const little = graded(km, needed, needed * 0.6);
    const dropped = usual > 0 && km < needed * 2 ? graded(km / usual, 0.82, 0.6) : 0;
    const evidence = [row(`weekly distance, ${WEEKS} weeks`, km, "km", needed)];
    if (usual > 0) evidence.push(row("weekly distance, 16 weeks before", usual, "km"));
    return { strength: Math.max(little, dropped), evidence };
  },
  remedy: {
    code: "build-volume",
    text: "Add easy running before more speed: about 10 % more distance a week, mostly by one more easy run.",
    weeks: 8,
  },
  source: ["M77", "M123"],
};

/** The goal is the next race of the season; without one, the distance raced most often. */
function neededKm(window: CauseWindow): number {
  const next = window.log.season?.request?.races.find((race) => race.priority === "A")?.distanceM;
  const raced = window.results.map((result) => result.result.distanceM).sort((a, b) => a - b);
  const distance = next ?? raced[raced.length >> 1] ?? 10_000;
  return WEEKLY_KM.find((step) => distance <= step.upToM)?.km ?? 50;
}
