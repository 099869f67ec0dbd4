import { isRun } from "./is-run.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Setup } from "./plan-state.ts";
import { MOST_STRENGTH_A_WEEK } from "./plan-strength.ts";
import type { NotHonoured, SeasonRequest, SeasonWeek } from "./schema.ts";
import { PHASE_WEEKS } from "./season-limits.ts";

function entry(
  code: string,
  title: string,
  asked: NotHonoured["asked"],
  planned: NotHonoured["planned"],
  source: string[],
  dates: string[] = [],
): NotHonoured {
  return { code, title, dates, asked, planned, source };
}

function runsNotHonoured(request: SeasonRequest, setup: Setup): NotHonoured[] {
  const { runsPerWeek } = request;
  if (setup.runs + setup.doubles >= runsPerWeek) return [];
  const days = setup.weekdays.filter(Boolean).length;
  const planned = setup.runs + setup.doubles;
  if (setup.doubles > 0) {
    const title = `${runsPerWeek} runs a week asked: ${planned} are planned, with second runs on the days that bear them.`;
    return [entry("doubles-limited", title, runsPerWeek, planned, ["M74"])];
  }
  if (setup.runs === days && days < 7) {
    const title = `${runsPerWeek} runs a week asked, ${days} days available: ${days} are planned.`;
    return [entry("runs-exceed-days", title, runsPerWeek, days, ["M77"])];
  }
  if (setup.runs === 7) {
    const title = `${runsPerWeek} runs a week asked: second runs of a day are for advanced runners of 80 km a week and more, so 7 are planned.`;
    return [entry("doubles-not-planned", title, runsPerWeek, 7, ["M74", "M77"])];
  }
  const title = `${runsPerWeek} runs a week asked: running daily needs a bigger base first, so 6 are planned.`;
  return [entry("seven-days-gated", title, runsPerWeek, setup.runs, ["M77", "M78", "M137"])];
}

function longDayNotHonoured(request: SeasonRequest, setup: Setup): NotHonoured[] {
  const asked = request.longRunDay;
  if (!asked || !request.unavailable?.includes(asked)) return [];
  const title = `The long run cannot be on ${asked}, which is marked as unavailable.`;
  return [entry("long-run-day-unavailable", title, asked, setup.longDay, ["M72"])];
}

function peakKmNotHonoured(request: SeasonRequest, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const asked = request.peakWeeklyKm;
  if (!asked) return [];
  const reached = Math.round(Math.max(0, ...weeks.map((week) => week.targetKm ?? 0)));
  if (reached >= asked * 0.95) return [];
  const title = `The largest week reaches ${reached} km of the ${asked} km asked: more would grow too fast in the time there is.`;
  return [entry("peak-km-not-reached", title, asked, reached, ["M80", "nielsen-2014", "frandsen-2025"])];
}

function runUpNotHonoured(frames: readonly WeekFrame[]): NotHonoured[] {
  const found: NotHonoured[] = [];
  frames.forEach((frame) => {
    const shortest = PHASE_WEEKS[frame.phase].min;
    if (frame.at !== 0 || frame.of >= shortest || frame.phase === "free" || frame.phase === "race") return;
    const title = `The ${frame.phase} phase from ${frame.start} has ${frame.of} of at least ${shortest} weeks: the race comes too soon.`;
    found.push(
      entry("phase-too-short", title, shortest, frame.of, ["M125", "M126", "M127", "M128"], [frame.start]),
    );
  });
  return found;
}

function fewerRuns(request: SeasonRequest, setup: Setup, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const light = weeks.filter((week) => {
    if (!["base", "build", "speed"].includes(week.phase)) return false;
    const runs = week.workouts.filter((each) => isRun(each.kind));
    const first = week.start < request.start;
    return !first && runs.length < setup.runs && !runs.some((run) => run.kind === "race");
  });
  if (light.length === 0) return [];
  const count = light.length === 1 ? "1 week holds" : `${light.length} weeks hold`;
  const title = `${count} fewer than ${setup.runs} runs: too little running or too few open days to share out.`;
  const dates = light.map((week) => week.start);
  return [entry("fewer-runs", title, setup.runs, light.length, ["M77"], dates)];
}

/** Longest run that a race asks for at least, kilometres, by its distance. [house] */
const LONGEST_FOR_RACE_KM = [
  { upToM: 6_000, km: 4 },
  { upToM: 12_000, km: 8 },
  { upToM: 25_000, km: 14 },
  { upToM: 45_000, km: 24 },
  { upToM: Number.POSITIVE_INFINITY, km: 30 },
] as const;

function goalsOutOfReach(request: SeasonRequest, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const runs = weeks.flatMap((week) => week.workouts).filter((each) => isRun(each.kind));
  return request.races.flatMap((race) => {
    const held = runs.some((run) => run.kind === "race" && run.date === race.date);
    const needed = LONGEST_FOR_RACE_KM.find((each) => race.distanceM <= each.upToM)?.km ?? 30;
    const before = runs.filter((run) => run.date < race.date).map((run) => (run.distanceM ?? 0) / 1000);
    const longest = Math.max(request.longestRunLast30DaysKm ?? 0, ...before);
    if (!held || race.priority === "C" || longest >= needed) return [];
    const [km, had] = [Math.round(race.distanceM / 100) / 10, Math.round(longest * 10) / 10];
    const title = `The ${km} km race on ${race.date} comes before its training can: the longest run before it is ${had} km, ${needed} km are meant.`;
    return [entry("race-beyond-training", title, needed, had, ["M80", "M110", "frandsen-2025"], [race.date])];
  });
}

function strengthNotHonoured(request: SeasonRequest): NotHonoured[] {
  const asked = request.strengthPerWeek ?? 0;
  if (asked <= MOST_STRENGTH_A_WEEK) return [];
  const title = `${asked} strength sessions a week asked: ${MOST_STRENGTH_A_WEEK} are planned, and fewer toward a race.`;
  return [entry("strength-capped", title, asked, MOST_STRENGTH_A_WEEK, ["M91", "M96"])];
}

/** What a laid-out season could not give of what the request asks, races aside: each with its reason. */
export function notHonouredBy(
  request: SeasonRequest,
  frames: readonly WeekFrame[],
  weeks: readonly SeasonWeek[],
  setup: Setup,
): NotHonoured[] {
  return [
    ...runsNotHonoured(request, setup),
    ...longDayNotHonoured(request, setup),
    ...runUpNotHonoured(frames),
    ...fewerRuns(request, setup, weeks),
    ...peakKmNotHonoured(request, weeks),
    ...goalsOutOfReach(request, weeks),
    ...strengthNotHonoured(request),
  ];
}
