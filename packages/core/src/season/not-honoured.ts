import { daysBetween } from "@repo/core/calendar";
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

/** What a week trains: its running without its races. */
function trainingKm({ targetKm, workouts }: SeasonWeek): number {
  const races = workouts.filter(({ kind }) => kind === "race");
  return (targetKm ?? 0) - races.reduce((sum, race) => sum + (race.distanceM ?? 0) / 1000, 0);
}

function peakKmNotHonoured(request: SeasonRequest, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const asked = request.peakWeeklyKm;
  if (!asked) return [];
  const reached = Math.round(Math.max(0, ...weeks.map(trainingKm)));
  if (reached >= asked * 0.95) return [];
  const title = `The largest week reaches ${reached} km of the ${asked} km asked: more would grow too fast in the time there is.`;
  return [entry("peak-km-not-reached", title, asked, reached, ["M80", "nielsen-2014", "frandsen-2025"])];
}

/** A first whole week below this share of today's running is less, and not only a grain of rounding. */
const HELD_SHARE = 0.8;

/** Today's running that so few runs, or the level's longest runs, cannot hold. */
function currentKmNotHonoured(request: SeasonRequest, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const { currentWeeklyKm: now, peakWeeklyKm: peak, start } = request;
  const first = weeks.find(
    (week) => week.start >= start && !week.cutback && ["base", "build", "speed"].includes(week.phase),
  );
  if (!first || first.targetKm === null || (peak && peak < now)) return [];
  const planned = Math.round(first.targetKm * 10) / 10;
  if (planned >= now * HELD_SHARE) return [];
  const title = `The first whole week holds ${planned} km of the ${now} km run today: its runs may not be longer.`;
  return [
    entry("current-km-not-held", title, now, planned, ["M71", "M73", "M80", "frandsen-2025"], [first.start]),
  ];
}

/** A result this old says little of today's paces. */
const OLD_RESULT_DAYS = 365;

/** What of the request contradicts itself or is out of date: taken as it is, and said. */
function doubtful(request: SeasonRequest): NotHonoured[] {
  const found: NotHonoured[] = [];
  const { peakWeeklyKm: peak, currentWeeklyKm: now, recentResult: result, start } = request;
  if (request.longestRunLast30DaysKm === 0 && now > 0) {
    const title = `A longest run of 0 km does not go with ${now} km a week: it is taken as not known.`;
    found.push(entry("longest-run-doubtful", title, 0, null, ["M80", "frandsen-2025"]));
  }
  if (peak && peak < now) {
    const title = `The peak of ${peak} km a week lies below the ${now} km run today: the season holds ${peak} km.`;
    found.push(entry("peak-below-current", title, peak, peak, ["contract"]));
  }
  const days = result?.date ? daysBetween(result.date, start) : 0;
  if (result?.date && days > OLD_RESULT_DAYS) {
    const title = `Paces rest on a result of ${result.date}, ${days} days before the start: a new one would make them true.`;
    found.push(entry("result-old", title, result.date, null, ["M120"]));
  }
  return found;
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

const WHOLE = ["base", "build", "speed"] as const;
const WHOLE_WEEKS = WHOLE.reduce((sum, kind) => sum + PHASE_WEEKS[kind].min, 0);

/** Phases of the first goal that the time to it has no room for: dropped rather than cut too short to work. */
function phasesLeftOut(frames: readonly WeekFrame[]): NotHonoured[] {
  const before = frames.filter(
    ({ goal, goalIndex, phase }) => goal && goalIndex === 0 && WHOLE.some((kind) => kind === phase),
  );
  const missing = WHOLE.filter((kind) => !before.some(({ phase }) => phase === kind));
  if (before.length === 0 || missing.length === 0) return [];
  const names = missing.join(" and no ");
  const instead = missing.includes("build") ? "" : " Build holds its repetitions instead.";
  const title = `There is no ${names} phase: base, build and speed take ${WHOLE_WEEKS} weeks before the taper, and there are ${before.length}.${instead}`;
  return [
    entry(
      "phase-left-out",
      title,
      WHOLE_WEEKS,
      before.length,
      ["M125", "M126", "M127", "M134"],
      [before[0]?.start ?? ""],
    ),
  ];
}

function fewerRuns(request: SeasonRequest, setup: Setup, weeks: readonly SeasonWeek[]): NotHonoured[] {
  const light = weeks.filter((week) => {
    if (week.phase !== "base" && week.phase !== "build" && week.phase !== "speed") return false;
    if (week.start < request.start) return false;
    let runs = 0;
    for (const { kind } of week.workouts) {
      if (kind === "race") return false;
      if (isRun(kind)) runs += 1;
    }
    return runs < setup.runs + setup.doubles;
  });
  if (light.length === 0) return [];
  const count = light.length === 1 ? "1 week holds" : `${light.length} weeks hold`;
  const title = `${count} fewer than ${setup.runs + setup.doubles} runs: too little running or too few open days to share out.`;
  const dates = light.map((week) => week.start);
  return [entry("fewer-runs", title, setup.runs + setup.doubles, light.length, ["M77"], dates)];
}

/** Longest run that a race asks for at least, kilometres, by its distance. [house] */
const LONGEST_FOR_RACE_KM = [
  { upToM: 6_000, km: 4 },
  { upToM: 12_000, km: 8 },
  { upToM: 25_000, km: 14 },
  { upToM: 45_000, km: 24 },
  { upToM: Number.POSITIVE_INFINITY, km: 30 },
] as const;

/** Longest run before a day, and whether the day holds its race. */
function longestUntil(weeks: readonly SeasonWeek[], date: string): { longestKm: number; held: boolean } {
  let longestM = 0;
  let held = false;
  for (let at = 0; at < weeks.length; at++) {
    const week = weeks[at] as SeasonWeek;
    if (week.start > date) break;
    const next = weeks[at + 1];
    const isPast = next !== undefined && next.start <= date;
    for (const workout of week.workouts) {
      if (isPast || workout.date < date) {
        const metres = workout.distanceM ?? 0;
        if (metres > longestM && isRun(workout.kind)) longestM = metres;
      } else if (workout.kind === "race" && workout.date === date) held = true;
    }
  }
  return { longestKm: longestM / 1000, held };
}

function goalsOutOfReach(request: SeasonRequest, weeks: readonly SeasonWeek[]): NotHonoured[] {
  return request.races.flatMap((race) => {
    if (race.priority === "C") return [];
    const needed = LONGEST_FOR_RACE_KM.find((each) => race.distanceM <= each.upToM)?.km ?? 30;
    const { longestKm, held } = longestUntil(weeks, race.date);
    const longest = Math.max(request.longestRunLast30DaysKm ?? 0, longestKm);
    if (!held || longest >= needed) return [];
    // Nobody said what was run before the season: with no week of it in between, nothing is known to be missing.
    if (request.longestRunLast30DaysKm == null && daysBetween(request.start, race.date) < 7) return [];
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
    ...doubtful(request),
    ...currentKmNotHonoured(request, weeks),
    ...runsNotHonoured(request, setup),
    ...longDayNotHonoured(request, setup),
    ...runUpNotHonoured(frames),
    ...phasesLeftOut(frames),
    ...fewerRuns(request, setup, weeks),
    ...peakKmNotHonoured(request, weeks),
    ...goalsOutOfReach(request, weeks),
    ...strengthNotHonoured(request),
  ];
}
