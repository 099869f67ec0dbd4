import { addDays, weekdayOf } from "@repo/core/calendar";
import { strengthLibrarySession } from "@repo/core/strength";
import { isOpenDay, REQUEST_CHOICES, seasonRequestOf } from "@repo/core/testing";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  applyFix,
  buildSeason,
  isRun,
  type PlannedWorkout,
  readSeason,
  readSeasonRequest,
  type Season,
  type SeasonRequest,
  weekTargets,
} from "./index.ts";

/** `npm run test:long` looks at 2,000 seasons. */
const RUNS = process.env.MESOCYCLE_LONG ? 2_000 : 60;
/** Laws take their time on a busy machine. */
vi.setConfig({ testTimeout: 600_000 });
/** Ordinary runs look at the same requests each time; the full proof looks at new ones. */
const SEED = process.env.MESOCYCLE_LONG ? {} : { seed: 2026 };

const anySeasonRequest = fc
  .array(fc.nat(), { minLength: REQUEST_CHOICES, maxLength: REQUEST_CHOICES })
  .map(seasonRequestOf);

const REQUEST = readSeasonRequest({
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-01-05",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  longestRunLast30DaysKm: 14,
  peakWeeklyKm: 65,
  strengthPerWeek: 2,
  longRunDay: "sun",
  unavailable: ["fri"],
  recentResult: { distanceM: 5000, timeS: 1262, date: "2025-12-20" },
  races: [{ date: "2026-05-17", distanceM: 10000, priority: "A", goalTimeS: 2520, name: "Demo 10K" }],
  injuryHistory: ["hamstring"],
});

function workouts(season: Season): PlannedWorkout[] {
  return season.weeks.flatMap((week) => week.workouts);
}

function trainingKm(season: Season, at: number): number {
  const week = season.weeks[at];
  const runs = (week?.workouts ?? []).filter((workout) => isRun(workout.kind) && workout.kind !== "race");
  return runs.reduce((sum, run) => sum + (run.distanceM ?? 0) / 1000, 0);
}

function withRequest(change: Partial<SeasonRequest>): Season {
  return buildSeason({ ...REQUEST, ...change });
}

describe("a season for a spring 10K", () => {
  const season = buildSeason(REQUEST);

  test("phases follow each other at the articles' lengths and the race ends the peak", () => {
    expect(season.phases.map((phase) => phase.kind)).toEqual(["base", "build", "peak", "recovery"]);
    expect(season.phases.at(2)?.end).toBe("2026-05-17");
  });

  test("with a few weeks more a speed phase finds its place", () => {
    const later = withRequest({ races: [{ date: "2026-06-28", distanceM: 10000, priority: "A" }] });
    expect(later.phases.map((phase) => phase.kind)).toEqual(["base", "build", "speed", "peak", "recovery"]);
  });

  test("race week holds 41 to 60 % less running than the three weeks before the taper, in even steps", () => {
    const race = season.weeks.findIndex((week) => week.start === "2026-05-11");
    const before = [race - 4, race - 3, race - 2].map((at) => trainingKm(season, at));
    const mean = before.reduce((sum, km) => sum + km, 0) / 3;
    const less = 1 - trainingKm(season, race) / mean;
    expect(less).toBeGreaterThanOrEqual(0.41);
    expect(less).toBeLessThanOrEqual(0.6);
    const first = 1 - trainingKm(season, race - 1) / mean;
    expect(first).toBeGreaterThan(0.18);
    expect(first).toBeLessThan(0.35);
  });

  test("the days before the race are light: rest or short runs, nothing hard within four days", () => {
    for (const runsPerWeek of [4, 5, 6]) {
      const light = withRequest({ runsPerWeek, unavailable: [], peakWeeklyKm: null });
      const ahead = (date: string) => Math.round((Date.parse("2026-05-17") - Date.parse(date)) / 86_400_000);
      for (const run of workouts(light).filter((each) => isRun(each.kind))) {
        const days = ahead(run.date);
        if (days < 1 || days > 3) continue;
        expect(run.hard).toBe(false);
        expect(run.distanceM).toBeLessThanOrEqual(days === 1 ? 4_500 : days === 2 ? 7_000 : 9_000);
      }
    }
  });

  test("after two months off, training starts again with about half of what it was", () => {
    const blackoutDates = Array.from({ length: 60 }, (_, at) => addDays("2026-01-20", at));
    const back = withRequest({ blackoutDates, unavailable: [] });
    const first = back.weeks.find((week) => week.start > "2026-03-20")?.targetKm ?? 0;
    expect(first).toBeGreaterThan(12);
    expect(first).toBeLessThan(30);
  });

  test("the first week after a month off is easy, its runs are alike, and nobody runs twice a day in it", () => {
    const blackoutDates = Array.from({ length: 62 }, (_, at) => addDays("2026-01-06", at));
    for (const change of [
      { longestRunLast30DaysKm: 3 },
      { level: "advanced" as const, runsPerWeek: 12, currentWeeklyKm: 90, peakWeeklyKm: 120 },
    ]) {
      const back = withRequest({ ...change, blackoutDates, unavailable: [] });
      const runs =
        back.weeks.find((week) => week.start === "2026-03-09")?.workouts.filter(({ kind }) => isRun(kind)) ??
        [];
      expect(runs.length).toBeGreaterThan(2);
      expect(runs.filter(({ hard }) => hard)).toEqual([]);
      expect(new Set(runs.map(({ date }) => date)).size).toBe(runs.length);
      const lengths = runs.map(({ distanceM }) => distanceM ?? 0);
      expect(Math.max(...lengths)).toBeLessThan(Math.min(...lengths) * 1.5);
    }
  });

  test("a week's target is all its running, its races with it, also after a race is moved or taken out", () => {
    const runKm = (week: Season["weeks"][number]) =>
      week.workouts.reduce(
        (sum, { kind, distanceM }) => sum + (isRun(kind) ? (distanceM ?? 0) / 1000 : 0),
        0,
      );
    const races = [
      { date: "2026-03-29", distanceM: 5_000, priority: "C" as const },
      { date: "2026-07-05", distanceM: 42_195, priority: "A" as const },
    ];
    const season = withRequest({ races });
    const race = season.weeks.flatMap(({ workouts }) => workouts).find(({ date }) => date === "2026-07-05");
    const id = race?.id ?? "";
    for (const { weeks } of [
      season,
      applyFix(season, { kind: "remove", id, date: "2026-07-05" }),
      applyFix(season, { kind: "move", id, from: "2026-07-05", to: "2026-07-08" }),
    ])
      for (const week of weeks) expect(Math.abs((week.targetKm ?? 0) - runKm(week))).toBeLessThan(0.35);
  });

  test("an ultra in every week is a season that is read back", () => {
    const races = Array.from({ length: 12 }, (_, at) => ({
      date: addDays("2026-02-01", at * 3),
      distanceM: 246_000,
      priority: "C" as const,
    }));
    const season = withRequest({ races, unavailable: [], recentResult: { distanceM: 5_000, timeS: 2_400 } });
    expect(readSeason(JSON.parse(JSON.stringify(season))).weeks).toHaveLength(season.weeks.length);
  });

  test("a race whose distance the training cannot reach is said to come too soon", () => {
    const codes = (distanceM: number, weeks: number) =>
      buildSeason({
        ...REQUEST,
        currentWeeklyKm: 20,
        longestRunLast30DaysKm: 7,
        peakWeeklyKm: null,
        races: [{ date: addDays("2026-01-04", 7 * weeks), distanceM, priority: "A" }],
      }).notHonoured?.map((each) => each.code);
    expect(codes(42_195, 6)).toContain("race-beyond-training");
    expect(codes(5_000, 16)).not.toContain("race-beyond-training");
  });

  test("a marathon is tapered for over three weeks, each lighter than the one before", () => {
    const marathon = withRequest({ races: [{ date: "2026-07-05", distanceM: 42195, priority: "A" }] });
    const race = marathon.weeks.findIndex((week) => week.start === "2026-06-29");
    const taper = [race - 2, race - 1, race].map((at) => trainingKm(marathon, at));
    expect(marathon.weeks[race - 2]?.phase).toBe("peak");
    expect(taper[0]).toBeGreaterThan(taper[1] ?? 0);
    expect(taper[1]).toBeGreaterThan(taper[2] ?? 0);
    const mean = [3, 4, 5].reduce((sum, back) => sum + trainingKm(marathon, race - back), 0) / 3;
    expect(1 - (taper[2] ?? 0) / mean).toBeGreaterThanOrEqual(0.41);
    expect(1 - (taper[2] ?? 0) / mean).toBeLessThanOrEqual(0.6);
  });

  test("volume starts from what the athlete runs and reaches the peak asked for", () => {
    const targets = weekTargets(season);
    expect(targets[0]?.targetKm).toBeLessThanOrEqual(40 * 1.14);
    expect(Math.max(...targets.map((week) => week.targetKm ?? 0))).toBeGreaterThan(62);
  });

  test("too little time for every phase is said, with the weeks that all of them take", () => {
    expect(season.phases.map(({ kind }) => kind)).not.toContain("speed");
    expect(season.notHonoured).toMatchObject([{ code: "phase-left-out", asked: 18, planned: 17 }]);
    const longer = buildSeason({
      ...season.request,
      start: addDays(season.request?.start ?? "", -7),
    } as never);
    expect(longer.phases.map(({ kind }) => kind)).toContain("speed");
    expect(longer.notHonoured).toEqual([]);
  });

  test("every workout has a text, an id of its own and steps or exercises in words", () => {
    const ids = workouts(season).map((workout) => workout.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const workout of workouts(season)) {
      expect(workout.text?.length).toBeGreaterThan(0);
      if (isRun(workout.kind)) expect(workout.steps?.length).toBeGreaterThan(0);
    }
  });

  test("paces rest on the result, never on the goal", () => {
    const withoutGoal = withRequest({
      races: [{ date: "2026-05-17", distanceM: 10000, priority: "A", name: "Demo 10K" }],
    });
    expect(withoutGoal.weeks).toEqual(season.weeks);
  });

  test("without a gym every strength session is one for at home", () => {
    const places = (hasGym: boolean) =>
      new Set(
        buildSeason({ ...REQUEST, hasGym })
          .weeks.flatMap((week) => week.workouts)
          .filter(({ kind }) => kind === "strength")
          .map(({ workout }) => strengthLibrarySession(workout ?? "")?.place),
      );
    expect([places(true), places(false)]).toEqual([new Set(["gym", "home"]), new Set(["home"])]);
  });

  test("strength stands twice a week in base and not at all in race week", () => {
    const perWeek = season.weeks.map(
      (week) => week.workouts.filter((each) => each.kind === "strength").length,
    );
    expect(perWeek[0]).toBe(2);
    expect(perWeek[season.weeks.findIndex((week) => week.start === "2026-05-11")]).toBe(0);
  });
});

describe("what a request asks for is given or refused by name", () => {
  test("more runs than days come back as days, and it is said", () => {
    const season = withRequest({ runsPerWeek: 6, unavailable: ["mon", "wed", "fri"] });
    expect(season.notHonoured?.map((each) => each.code)).toContain("runs-exceed-days");
  });

  test("a beginner is not sent out seven days a week", () => {
    const season = withRequest({ runsPerWeek: 7, level: "beginner", unavailable: [] });
    expect(season.notHonoured?.map((each) => each.code)).toContain("seven-days-gated");
    for (const week of season.weeks) {
      const days = new Set(week.workouts.filter((each) => isRun(each.kind)).map((each) => each.date));
      expect(days.size).toBeLessThanOrEqual(6);
    }
  });

  test("the third long peak of a year is run from training", () => {
    const races = ["2026-04-26", "2026-07-19", "2026-10-11"].map((date) => ({
      date,
      distanceM: 10000,
      priority: "A" as const,
    }));
    const season = withRequest({ races });
    expect(season.notHonoured?.map((each) => each.code)).toContain("peak-budget");
    expect(season.phases.filter((phase) => phase.kind === "peak")).toHaveLength(2);
    expect(workouts(season).filter((each) => each.kind === "race")).toHaveLength(3);
  });

  test("three short peaks fit a year", () => {
    const races = ["2026-04-26", "2026-07-19", "2026-10-11"].map((date) => ({
      date,
      distanceM: 3000,
      priority: "A" as const,
    }));
    expect(withRequest({ races }).phases.filter((phase) => phase.kind === "peak")).toHaveLength(3);
  });

  test("without a result paces stay unknown, and the plan stands all the same", () => {
    const season = withRequest({ recentResult: null });
    const fast = workouts(season)
      .flatMap((each) => each.steps ?? [])
      .filter((step) => step.target?.kind === "pace");
    expect(fast.length).toBeGreaterThan(0);
    for (const step of fast) expect(step.speedHighMps).toBeNull();
    expect(season.weeks[0]?.targetKm).toBeGreaterThan(30);
  });

  test("a peak too high for the time is said with what is reached", () => {
    const season = withRequest({ peakWeeklyKm: 140 });
    const entry = season.notHonoured?.find((each) => each.code === "peak-km-not-reached");
    expect(entry?.asked).toBe(140);
    expect(entry?.planned).toBeLessThan(140);
  });
});

describe("the minutes of weekdays", () => {
  test("shorten what a day has no time for, move what can be moved, and say so", () => {
    const minutes = { tue: 50, thu: 40, sat: 30, mon: 10 };
    const season = withRequest({ weekdayMinutes: minutes, unavailable: null, longRunDay: "sat" });
    const of = (day: string) => workouts(season).filter(({ date }) => weekdayOf(date) === day);
    const most = (day: string) => {
      const seconds = new Map<string, number>();
      for (const { date, kind, durationS } of of(day))
        if (kind !== "race") seconds.set(date, (seconds.get(date) ?? 0) + (durationS ?? 0));
      return Math.max(...seconds.values()) / 60;
    };
    expect(of("mon")).toEqual([]);
    expect(most("tue")).toBeLessThanOrEqual(50);
    expect(most("thu")).toBeLessThanOrEqual(40);
    expect(most("sat")).toBeLessThanOrEqual(30);
    expect(of("sat").filter(({ kind, hard }) => kind === "long" || hard)).toEqual([]);
    expect(most("sun")).toBeGreaterThan(90);
    const codes = season.notHonoured?.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["day-too-short", "long-run-day-too-short", "runs-shortened-to-minutes"]),
    );
    const free = withRequest({ unavailable: null, longRunDay: "sat" });
    const km = (each: Season) => Math.max(...each.weeks.map(({ targetKm }) => targetKm ?? 0));
    expect(km(season)).toBeGreaterThan(km(free) * 0.85);
  });

  test("are not known to be kept where no pace is known", () => {
    const season = withRequest({ weekdayMinutes: { tue: 50 }, recentResult: null });
    expect(season.notHonoured?.map(({ code }) => code)).toContain("day-minutes-not-known");
  });
});

describe("the day of the long run", () => {
  test.each(["mon", "wed", "sat", "sun"] as const)(
    "is %s when it is asked for, from the first whole week on",
    (longRunDay) => {
      const season = withRequest({ start: "2026-01-09", longRunDay, unavailable: [] });
      for (const week of season.weeks.slice(1)) {
        if (week.workouts.some((each) => each.kind === "race")) continue;
        const long = week.workouts.find((each) => each.kind === "long");
        if (long) expect(weekdayOf(long.date)).toBe(longRunDay);
      }
    },
  );
});

describe("what a request says against itself", () => {
  test("running that so few runs cannot hold is told with what the first week holds", () => {
    const season = withRequest({ runsPerWeek: 2, currentWeeklyKm: 60, peakWeeklyKm: null });
    const entry = season.notHonoured?.find((each) => each.code === "current-km-not-held");
    expect(entry).toMatchObject({ asked: 60, planned: season.weeks[0]?.targetKm });
    const five = withRequest({ runsPerWeek: 5, currentWeeklyKm: 60, peakWeeklyKm: null });
    expect(five.notHonoured?.map((each) => each.code)).not.toContain("current-km-not-held");
  });

  test("is taken as it is, and told: a peak below today's running, a result more than a year old, no run in a month", () => {
    const codes = withRequest({
      peakWeeklyKm: 20,
      longestRunLast30DaysKm: 0,
      recentResult: { distanceM: 5000, timeS: 1262, date: "2024-06-01" },
    }).notHonoured?.map((each) => each.code);
    expect(codes).toContain("peak-below-current");
    expect(codes).toContain("result-old");
    expect(codes).toContain("longest-run-doubtful");
  });

  test("a race whose name is empty is called by its distance", () => {
    const races = [{ date: "2026-05-17", distanceM: 10000, priority: "A" as const, name: " " }];
    const race = workouts(withRequest({ races })).find(({ kind }) => kind === "race");
    expect(race?.title).toBe("10 km race (A)");
  });
});

describe("what a season is made of", () => {
  const ready: Partial<SeasonRequest> = {
    level: "advanced",
    runsPerWeek: 9,
    currentWeeklyKm: 90,
    longestRunLast30DaysKm: 28,
    peakWeeklyKm: 120,
    unavailable: [],
    injuryHistory: [],
  };
  const full = (season: Season) =>
    season.weeks.filter((week) => ["base", "build", "speed"].includes(week.phase));

  test("more runs than days are second runs, short and easy, for those who are ready", () => {
    const season = withRequest(ready);
    for (const week of full(season)) {
      const runs = week.workouts.filter((each) => isRun(each.kind));
      expect(runs).toHaveLength(9);
      const days = new Map<string, PlannedWorkout[]>();
      for (const run of runs) days.set(run.date, [...(days.get(run.date) ?? []), run]);
      for (const second of [...days.values()].flatMap((each) => each.slice(1))) {
        expect(second.kind).toBe("easy");
        expect(second.distanceM).toBeLessThanOrEqual(8_000);
      }
    }
    const careful = withRequest({ ...ready, level: "intermediate" });
    expect(careful.notHonoured?.map((each) => each.code)).toContain("doubles-not-planned");
  });

  test("flat sprints and plyometrics come with the base, but not after injuries that forbid them", () => {
    const kinds = (season: Season) => new Set(workouts(season).map((each) => each.kind));
    expect(kinds(withRequest({ ...ready, runsPerWeek: 5 }))).toContain("sprints");
    expect(kinds(withRequest({ ...ready, runsPerWeek: 5 }))).toContain("plyometrics");
    expect(kinds(withRequest({ ...ready, injuryHistory: ["hamstring"] }))).not.toContain("sprints");
    expect(kinds(withRequest({ ...ready, injuryHistory: ["achilles"] }))).not.toContain("plyometrics");
    expect(kinds(withRequest({ ...ready, level: "beginner" }))).not.toContain("sprints");
  });

  test("drills, mobility and activation come once a week, on days that are run anyway", () => {
    const season = withRequest({ ...ready, runsPerWeek: 5 });
    for (const week of full(season).filter((each) => each.workouts.every(({ kind }) => kind !== "race"))) {
      const named = (id: string) => week.workouts.filter((each) => each.workout === id);
      const runDays = new Set(week.workouts.filter((each) => isRun(each.kind)).map((each) => each.date));
      const small = week.workouts.filter((each) => each.kind === "drills" || each.kind === "mobility");
      expect(small.filter((each) => each.kind === "drills").length).toBeLessThanOrEqual(1);
      expect(small.filter((each) => each.kind === "mobility").length).toBeGreaterThanOrEqual(1);
      expect(small.every((each) => runDays.has(each.date))).toBe(true);
      for (const { date } of named("activation")) {
        expect(week.workouts.some((each) => each.date === date && each.hard)).toBe(true);
      }
    }
    const planned = workouts(season).map((each) => each.workout);
    for (const id of [
      "drills",
      "form-ten-minutes",
      "activation",
      "hips-ankles",
      "band-flow",
      "move-better",
    ]) {
      expect(planned).toContain(id);
    }
  });

  test("prehab is planned after injuries beside the strength asked for, never before a hard day, and not for those who want none", () => {
    const prehab = (more: Partial<SeasonRequest>) => {
      const season = withRequest({ ...ready, runsPerWeek: 5, ...more });
      const hardDays = new Set(workouts(season).flatMap((each) => (each.hard ? [each.date] : [])));
      const days = workouts(season).flatMap((each) => (each.workout === "prehab" ? [each.date] : []));
      expect(days.some((date) => hardDays.has(addDays(date, 1)))).toBe(false);
      return days.length;
    };
    expect(prehab({ injuryHistory: ["achilles"], strengthPerWeek: 1 })).toBeGreaterThan(8);
    expect(prehab({ injuryHistory: ["achilles"], strengthPerWeek: 0 })).toBe(0);
  });

  test("a marathoner's long runs end with more and more marathon pace", () => {
    const marathon = withRequest({
      ...ready,
      runsPerWeek: 6,
      races: [{ date: "2026-06-28", distanceM: 42195, priority: "A" }],
    });
    const ends = workouts(marathon)
      .filter((each) => each.kind === "long" && each.hard && each.date < "2026-06-08")
      .map((each) => (each.steps?.at(-1)?.distanceM ?? 0) / 1000);
    expect(ends.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...ends)).toBeGreaterThanOrEqual(14);
    expect([...ends].sort((a, b) => a - b)).toEqual(ends);
  });

  test("a half-marathon on the way takes the place of the long run, and its week is lighter", () => {
    const races = [
      { date: "2026-04-05", distanceM: 21097, priority: "B" as const },
      { date: "2026-06-28", distanceM: 42195, priority: "A" as const },
    ];
    const season = withRequest({ ...ready, runsPerWeek: 7, races });
    const week = season.weeks.findIndex((each) => each.start === "2026-03-30");
    expect(season.weeks[week]?.workouts.some((each) => each.kind === "long")).toBe(false);
    expect(trainingKm(season, week)).toBeLessThan(0.8 * trainingKm(season, week - 2));
  });

  test("somebody who does not run yet begins with run and walk, and comes to run three times a week", () => {
    const season = withRequest({
      level: "beginner",
      runsPerWeek: 3,
      currentWeeklyKm: 0,
      longestRunLast30DaysKm: null,
      peakWeeklyKm: null,
      unavailable: [],
      recentResult: null,
      races: [{ date: "2026-05-10", distanceM: 5000, priority: "A" }],
    });
    const first = season.weeks[0]?.workouts.filter((each) => isRun(each.kind)) ?? [];
    for (const run of first) expect(run.text).toContain("walk");
    expect(Math.max(...season.weeks.map((week) => week.targetKm ?? 0))).toBeGreaterThan(12);
    expect(
      Math.max(...workouts(season).map((each) => (each.kind === "race" ? 0 : (each.distanceM ?? 0)))),
    ).toBeGreaterThan(5_000);
  });

  test("sessions go one step on from time to time and change about every four weeks", () => {
    const season = withRequest({ ...ready, runsPerWeek: 6 });
    const ids = full(season).map((week) =>
      week.workouts.filter((each) => each.hard && each.kind !== "long").map((each) => each.workout),
    );
    const flat = ids.flat();
    expect(new Set(flat).size).toBeGreaterThanOrEqual(5);
    for (const id of new Set(flat)) expect(flat.filter((each) => each === id).length).toBeLessThanOrEqual(6);
  });
});

describe("any season", () => {
  test("uses no day that is not free, and runs every race or says why not", () => {
    fc.assert(
      fc.property(anySeasonRequest, (request) => {
        const season = buildSeason(request);
        for (const workout of workouts(season)) {
          if (!isOpenDay(request, workout.date)) throw new Error(`${workout.title} on ${workout.date}`);
        }
        for (const race of request.races) {
          const run = workouts(season).some((each) => each.kind === "race" && each.date === race.date);
          const said = season.notHonoured?.some((each) => each.dates.includes(race.date));
          if (!run && !said) throw new Error(`race of ${race.date} neither run nor refused`);
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test("is the same for the same request, and holds no number that is none", () => {
    fc.assert(
      fc.property(anySeasonRequest, (request) => {
        const text = JSON.stringify(buildSeason(request));
        expect(JSON.stringify(buildSeason(structuredClone(request)))).toBe(text);
        for (const workout of workouts(buildSeason(request))) {
          for (const value of [workout.distanceM, workout.durationS, workout.load]) {
            if (value != null && !(Number.isFinite(value) && value >= 0))
              throw new Error(`${workout.title}: ${value}`);
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 3), ...SEED },
    );
  });

  test("has phases without gaps and weeks of consecutive Mondays", () => {
    fc.assert(
      fc.property(anySeasonRequest, (request) => {
        const season = buildSeason(request);
        season.phases.forEach((phase, at) => {
          const next = season.phases[at + 1];
          if (next && !(phase.end < next.start)) throw new Error(`${phase.kind} ${phase.end} ${next.start}`);
        });
        for (const week of season.weeks) {
          for (const workout of week.workouts) {
            if (workout.date < week.start) throw new Error(`${workout.date} before ${week.start}`);
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 3), ...SEED },
    );
  });
});
