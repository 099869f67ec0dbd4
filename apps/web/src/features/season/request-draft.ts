import { parseClock } from "@repo/core/units";
import type { RouterOutputs } from "#trpc/root.ts";

export type SeasonRequest = RouterOutputs["season"]["suggest"]["request"];

export type RaceDraft = {
  key: string;
  date: string;
  distanceM: number;
  priority: "A" | "B" | "C";
  name: string;
  /** As typed: `42:30`. */
  goal: string;
};

/** The form's fields: as typed, so that nothing is lost while it is being filled in. */
export type RequestDraft = {
  name: string;
  start: string;
  level: SeasonRequest["level"];
  runsPerWeek: number;
  strengthPerWeek: number;
  hasGym: boolean | null;
  currentWeeklyKm: number | null;
  longestRunKm: number | null;
  peakWeeklyKm: number | null;
  longRunDay: string;
  unavailable: string[];
  /** What the profile says; changed there. */
  weekdayMinutes: SeasonRequest["weekdayMinutes"];
  blackoutDates: string;
  injuries: string;
  resultDistanceM: number;
  resultTime: string;
  resultDate: string;
  races: RaceDraft[];
};

export const DISTANCES = [
  { value: "1500", label: "1500 m" },
  { value: "1609.344", label: "Mile" },
  { value: "3000", label: "3 km" },
  { value: "5000", label: "5 km" },
  { value: "10000", label: "10 km" },
  { value: "15000", label: "15 km" },
  { value: "21097.5", label: "Half marathon" },
  { value: "42195", label: "Marathon" },
  { value: "50000", label: "50 km" },
];

export function draftOf(request: SeasonRequest, name: string): RequestDraft {
  return {
    name,
    start: request.start,
    level: request.level,
    runsPerWeek: request.runsPerWeek,
    strengthPerWeek: request.strengthPerWeek ?? 0,
    hasGym: request.hasGym ?? null,
    currentWeeklyKm: request.currentWeeklyKm || null,
    longestRunKm: request.longestRunLast30DaysKm ?? null,
    peakWeeklyKm: request.peakWeeklyKm ?? null,
    longRunDay: request.longRunDay ?? "sun",
    unavailable: [...(request.unavailable ?? [])],
    weekdayMinutes: request.weekdayMinutes,
    blackoutDates: (request.blackoutDates ?? []).join(", "),
    injuries: (request.injuryHistory ?? []).join(", "),
    resultDistanceM: nearestDistance(request.recentResult?.distanceM ?? 5_000),
    resultTime: request.recentResult ? clockOf(request.recentResult.timeS) : "",
    resultDate: request.recentResult?.date ?? "",
    races: request.races.map((race, index) => ({
      key: `${index}`,
      date: race.date,
      distanceM: race.distanceM,
      priority: race.priority,
      name: race.name ?? "",
      goal: race.goalTimeS ? clockOf(race.goalTimeS) : "",
    })),
  };
}

/** What is asked, and what of the form cannot be read. */
export function requestOf(draft: RequestDraft): { request: SeasonRequest; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const timeS = clock(draft.resultTime, "resultTime", faults);
  if (draft.currentWeeklyKm === null)
    faults.currentWeeklyKm = "Say how many kilometres a week are run now; 0 for none.";
  if (timeS !== null && !draft.resultDate) faults.resultDate = "Say on which day the result was run.";
  const races = draft.races.map((race) => {
    if (!race.date) faults[`race-${race.key}`] = "Choose the day of the race.";
    const goalTimeS = clock(race.goal, `goal-${race.key}`, faults);
    const { date, distanceM, priority } = race;
    return {
      date,
      distanceM,
      priority,
      ...(race.name ? { name: race.name } : {}),
      ...(goalTimeS ? { goalTimeS } : {}),
    };
  });
  const request = {
    format: "mesocycle/season-request",
    version: 1,
    start: draft.start,
    level: draft.level,
    runsPerWeek: draft.runsPerWeek,
    strengthPerWeek: draft.strengthPerWeek,
    hasGym: draft.hasGym,
    currentWeeklyKm: draft.currentWeeklyKm ?? 0,
    longestRunLast30DaysKm: draft.longestRunKm,
    peakWeeklyKm: draft.peakWeeklyKm,
    longRunDay: draft.longRunDay,
    unavailable: draft.unavailable,
    weekdayMinutes: draft.weekdayMinutes,
    blackoutDates: words(draft.blackoutDates),
    injuryHistory: words(draft.injuries),
    recentResult:
      timeS === null ? null : { distanceM: draft.resultDistanceM, timeS, date: draft.resultDate || null },
    races,
  };
  return { request: request as SeasonRequest, faults };
}

function clock(text: string, field: string, faults: Record<string, string>): number | null {
  if (!text.trim()) return null;
  const seconds = parseClock(text);
  if (seconds === null) faults[field] = "Write a time such as 21:02 or 1:38:30.";
  return seconds;
}

function words(text: string): string[] {
  return text
    .split(/[,\s]+/)
    .map((word) => word.trim())
    .filter(Boolean);
}

export function clockOf(seconds: number): string {
  const total = Math.round(seconds);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function nearestDistance(distanceM: number): number {
  const all = DISTANCES.map(({ value }) => Number(value));
  return all.reduce(
    (best, each) => (Math.abs(each - distanceM) < Math.abs(best - distanceM) ? each : best),
    5_000,
  );
}
