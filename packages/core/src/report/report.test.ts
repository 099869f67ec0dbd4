import { addDays } from "@repo/core/calendar";
import { type AthleteHistory, cutHistory, readHistory } from "@repo/core/history";
import { buildSeason, type Race } from "@repo/core/season";
import { SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import { seasonRequestOf } from "@repo/core/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  athleteWeek,
  blockReview,
  coachDigest,
  type DigestAthlete,
  orderOfNeed,
  raceOfWeek,
  raceWeekSheet,
} from "./index.ts";

const FROM = "2025-01-06";
const HISTORY = simulateAthlete({
  seed: 21,
  from: FROM,
  to: "2025-08-31",
  story: "improving",
  recording: { season: true, wellness: 0.9 },
});
const WEEK = "2025-06-16";
const EMPTY = { ...HISTORY, activities: [], wellness: [], results: [], season: null };

const anyCase = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    story: fc.constantFrom(...SIMULATED_STORIES),
    days: fc.integer({ min: 10, max: 250 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    season: fc.boolean(),
    distanceM: fc.constantFrom(1500, 5000, 10_000, 21_097.5, 42_195, 100_000),
    goalTimeS: fc.option(fc.integer({ min: 900, max: 20_000 }), { nil: null }),
  })
  .map(({ seed, story, days, cut, season, ...race }) => {
    const history = simulateAthlete({
      seed,
      from: FROM,
      to: addDays(FROM, days),
      story,
      recording: { season },
    });
    const day = addDays(FROM, Math.floor(days * cut));
    return { history, day, race: { ...race, date: addDays(day, 4), priority: "A" as const } };
  });

test("no report sees later entries, and no number in it is none", () => {
  fc.assert(
    fc.property(anyCase, ({ history, day, race }) => {
      const cut = cutHistory(history, day);
      const reports = (of: AthleteHistory) => [
        athleteWeek(of, day, { asOf: day }),
        blockReview(of, addDays(day, -41), day),
        raceWeekSheet(of, race, day, { conditions: { temperatureC: 30 } }),
      ];
      const [full, known] = [reports(history), reports(cut)];
      expect(full).toEqual(known);
      JSON.stringify(full, (_key, value) => {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        return value;
      });
    }),
    { numRuns: 25 },
  );
});

describe("an athlete's week", () => {
  test("its numbers are the sums of its own days", () => {
    const week = athleteWeek(HISTORY, addDays(WEEK, 3));
    const own = HISTORY.activities.filter((each) => each.date >= WEEK && each.date <= addDays(WEEK, 6));
    const runs = own.filter((each) => each.sport === "run");
    expect(week.weekStart).toBe(WEEK);
    expect(week.runs).toBe(runs.length);
    expect(week.distanceM).toBe(Math.round(runs.reduce((sum, run) => sum + (run.distanceM ?? 0), 0)));
    expect(week.loadAu).toBeGreaterThan(0);
    const { planned, done, changed, missed, open } = week.plan;
    expect(done + changed + missed + open).toBe(planned);
    expect(week.days.map((day) => day.date)).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => addDays(WEEK, day)));
    expect(week.days.flatMap((day) => day.entries).filter((entry) => entry.done).length).toBe(own.length);
    expect(week.ahead.every((workout) => workout.date > addDays(WEEK, 6))).toBe(true);
  });

  test("a week that is not over yet misses nothing of what is still to come", () => {
    const week = athleteWeek(HISTORY, WEEK, { asOf: WEEK });
    expect(week.plan.missed).toBe(0);
    expect(week.facts.map((fact) => fact.code)).not.toContain("no-rest-day");
  });

  test("what was excused or changed on purpose is neither done nor missed", () => {
    const without = { ...HISTORY, activities: HISTORY.activities.filter((each) => each.date < WEEK) };
    const missed = athleteWeek(without, WEEK).plan;
    const excused = athleteWeek(without, WEEK, {
      noteOf: () => ({ kind: "excused", reason: "travel" }),
    }).plan;
    expect(missed.missed).toBe(missed.planned);
    expect(excused).toMatchObject({ changed: excused.planned, missed: 0, done: 0 });
  });

  test("a session that a person paired with none stands for no workout, however well one fits", () => {
    const loose = (unpaired: boolean) => ({
      ...HISTORY,
      activities: HISTORY.activities.map((each) => ({ ...each, plannedWorkoutId: null, unpaired })),
    });
    const [fitted, apart] = [athleteWeek(loose(false), WEEK).plan, athleteWeek(loose(true), WEEK).plan];
    expect(fitted.done).toBeGreaterThan(0);
    expect(apart).toMatchObject({ done: 0, planned: fitted.planned });
  });

  test("what is not recorded is null, and a week of silence is unknown, not rest", () => {
    const week = athleteWeek(EMPTY, WEEK);
    expect(week).toMatchObject({
      runs: 0,
      loadAu: null,
      sleepHours: null,
      usualDistanceM: null,
      restDays: null,
    });
    const run = { id: "a", sport: "run", durationS: 3000, distanceM: 10_000 };
    const silent = readHistory({
      format: "mesocycle/athlete-history",
      version: 1,
      activities: [
        { ...run, date: addDays(WEEK, -10) },
        { ...run, id: "b", date: addDays(WEEK, 8) },
      ],
    });
    const gap = athleteWeek(silent, WEEK);
    expect(gap).toMatchObject({ unknownDays: 7, restDays: null, loadAu: null });
    expect(gap.facts.map((fact) => fact.code)).toEqual(["week-unknown"]);
    const untold = readHistory({ ...silent, activities: [{ ...run, date: WEEK, distanceM: null }] });
    expect(athleteWeek(untold, WEEK)).toMatchObject({ runs: 1, distanceM: null, longestRunM: null });
  });
});

describe("the coach's digest", () => {
  const warning = (of: Partial<DigestAthlete["warnings"][number]> = {}) =>
    ({ kind: "overcooked", severity: "warn", scope: "training", openedOn: WEEK, ...of }) as const;
  const athlete = (name: string, more: Partial<DigestAthlete> = {}): DigestAthlete => ({
    athleteId: name,
    name,
    warnings: [],
    progress: null,
    lastEntryOn: WEEK,
    ...more,
  });

  test("gravity goes before health, health before training, what is older before what is newer, names last", () => {
    const { needs, notes, others } = orderOfNeed([
      athlete("fine"),
      athlete("note", { warnings: [warning({ severity: "info" })] }),
      athlete("new", { warnings: [warning()] }),
      athlete("b old", { warnings: [warning({ openedOn: "2025-06-01" })] }),
      athlete("a old", { warnings: [warning({ openedOn: "2025-06-01" })] }),
      athlete("ill", { warnings: [warning({ scope: "medical" })] }),
      athlete("grave", { warnings: [warning({ severity: "error" }), warning()] }),
    ]);
    expect(needs.map(({ name }) => name)).toEqual(["grave", "ill", "a old", "b old", "new"]);
    expect([notes, others].map((list) => list.map(({ name }) => name))).toEqual([["note"], ["fine"]]);
  });

  test("trends come with what they rest on, declines first; what says nothing of a direction is left out", () => {
    const trend = (state: "improving" | "declining" | "inconclusive", changePct: number | null) => ({
      progress: {
        state,
        changePct,
        interval: changePct === null ? null : ([1.22, 5.08] as [number, number]),
        n: 12,
        windowDays: 84,
      },
    });
    const digest = coachDigest(
      [
        athlete("up", trend("improving", 3.14)),
        athlete("down", trend("declining", -2)),
        athlete("uneven", trend("inconclusive", 0.4)),
        athlete("unmeasured", trend("improving", null)),
        athlete("unjudged"),
      ],
      WEEK,
    );
    expect(digest.trends.map(({ name }) => name)).toEqual(["down", "up"]);
    expect(digest.trends[1]).toEqual({
      athleteId: "up",
      name: "up",
      state: "improving",
      changePct: 3.1,
      interval: [1.2, 5.1],
      n: 12,
      windowDays: 84,
    });
  });

  test("who was silent for days is named, but not twice", () => {
    const { silent } = coachDigest(
      [
        athlete("six", { lastEntryOn: addDays(WEEK, -7) }),
        athlete("never", { lastEntryOn: null }),
        athlete("warned of", { lastEntryOn: null, warnings: [warning({ kind: "no-data" })] }),
        athlete("yesterday", { lastEntryOn: addDays(WEEK, -1) }),
      ],
      WEEK,
    );
    expect(silent).toEqual([
      { athleteId: "never", name: "never", days: null },
      { athleteId: "six", name: "six", days: 6 },
    ]);
  });
});

describe("a block looked back on", () => {
  test("volume and best results are those of its days", () => {
    const [from, to] = ["2025-04-07", "2025-06-29"];
    const review = blockReview(HISTORY, from, to);
    expect(review.weeks).toBe(12);
    expect(review.byWeek).toHaveLength(12);
    expect(review.byWeek.reduce((sum, week) => sum + week.doneM, 0)).toBeCloseTo(review.distanceM, -1);
    const inside = HISTORY.results.filter((each) => each.date >= from && each.date <= to);
    expect(review.results.length).toBeGreaterThanOrEqual(inside.length);
    expect(review.facts[0]?.code).toMatch(/^progress-/);
  });

  test("it knows the phase that it looks back on, and what follows", () => {
    const season = buildSeason(seasonRequestOf([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]));
    const [first, second] = season.phases;
    if (!first || !second) throw new Error("a season has phases");
    const planned = { ...EMPTY, season };
    expect(blockReview(planned, first.start, first.end)).toMatchObject({ phase: first.kind, next: second });
    expect(blockReview(planned, first.start, first.end).plan?.missed).toBeGreaterThan(0);
  });

  test("repetitions that came back are compared, with what could be noise", () => {
    const at = (date: string, paceSPerKm: number) => ({
      id: date,
      date,
      sport: "run",
      title: "5 x 1 km",
      durationS: 2600,
      distanceM: 9000,
      laps: Array.from({ length: 5 }, () => ({ kind: "work", distanceM: 1000, durationS: paceSPerKm })),
    });
    const history = readHistory({
      ...EMPTY,
      activities: [at("2025-05-06", 250), at("2025-05-20", 248), at("2025-06-10", 238)],
    });
    const review = blockReview(history, "2025-05-05", "2025-06-15");
    expect(review.benchmarks).toMatchObject([{ repM: 1000, sessions: 3, changePct: 5, detectablePct: 4.2 }]);
    expect(review.facts.map((fact) => fact.code)).toContain("repetitions-faster");
  });
});

describe("a race week's sheet", () => {
  const run = { sport: "run", durationS: 3000, distanceM: 10_000 };
  const RACE: Race = { date: "2025-06-22", distanceM: 10_000, priority: "A", goalTimeS: null };
  const history = (more: Partial<AthleteHistory> = {}) =>
    readHistory({
      ...EMPTY,
      activities: Array.from({ length: 100 }, (_, day) => ({
        ...run,
        id: `${day}`,
        date: addDays("2025-03-09", day),
      })),
      results: [{ date: "2025-06-01", distanceM: 5000, timeS: 1262 }],
      ...more,
    });
  const codes = (race: Race, asOf = "2025-06-16") =>
    raceWeekSheet(history(), race, asOf).facts.map((fact) => fact.code);

  test("a goal within the prediction sets the pace, one beyond it does not", () => {
    const reach = raceWeekSheet(history(), { ...RACE, goalTimeS: 2625 }, "2025-06-16");
    expect(reach.plan).toMatchObject({ basis: "goal", timeS: 2625, paceSPerKm: 262.5 });
    expect(reach.facts.map((fact) => fact.code)).toContain("goal-within-reach");
    const dream = raceWeekSheet(history(), { ...RACE, goalTimeS: 2300 }, "2025-06-16");
    expect(dream.plan?.basis).toBe("prediction");
    expect(dream.plan?.timeS).toBeGreaterThan(2500);
    expect(dream.facts.map((fact) => fact.code)).toContain("goal-out-of-reach");
  });

  test("splits are even and end with the race", () => {
    const { plan } = raceWeekSheet(history(), RACE, "2025-06-16");
    expect(plan?.splits).toHaveLength(10);
    expect(plan?.splits.at(-1)).toEqual({ atM: 10_000, elapsedS: plan?.timeS });
    expect(plan?.splits[4]?.elapsedS).toBeCloseTo((plan?.timeS ?? 0) / 2, 6);
  });

  test("without a result there is no plan, even with a goal", () => {
    const sheet = raceWeekSheet(history({ results: [] }), { ...RACE, goalTimeS: 2600 }, "2025-06-16");
    expect(sheet.plan).toBeNull();
    expect(sheet.facts.map((fact) => fact.code)).toContain("no-prediction");
  });

  test("a taper is measured where it can be, heat widens the pace, a marathon off short runs is named", () => {
    // Ten kilometres a day, then four of them in the last week: a cut of 43 %.
    const rested = (days: number) => {
      const every = history().activities;
      const last = every
        .slice(0, days)
        .map((run, day) => ({ ...run, id: `l${day}`, date: addDays("2025-06-15", day) }));
      return history({ activities: [...every.filter((run) => run.date < "2025-06-15"), ...last] });
    };
    const taperOf = (days: number, asOf: string) => raceWeekSheet(rested(days), RACE, asOf).taper;
    expect(taperOf(4, "2025-06-21")).toMatchObject({
      usualWeeklyKm: 70,
      lastWeekKm: 40,
      cutPct: 43,
      state: "in-band",
    });
    expect(taperOf(6, "2025-06-21").state).toBe("too-much");
    expect(taperOf(1, "2025-06-21").state).toBe("very-light");
    expect(taperOf(1, "2025-06-16").state).toBe("unknown");
    const hot = raceWeekSheet(history(), RACE, "2025-06-20", { conditions: { temperatureC: 32 } });
    expect(hot.facts.map((fact) => fact.code)).toContain("slower-for-heat");
    expect(hot.conditions?.slowSPerKm).toBeGreaterThan(hot.plan?.slowSPerKm ?? 0);
    expect(codes({ ...RACE, distanceM: 42_195 })).toContain("longest-run-short");
  });

  test("it is due in the seven days up to an A or B race", () => {
    const request = { races: [RACE, { ...RACE, date: "2025-06-18", priority: "C" }] };
    const planned = { season: { request } } as unknown as AthleteHistory;
    expect(raceOfWeek(planned, "2025-06-16")).toEqual(RACE);
    expect(raceOfWeek(planned, "2025-06-15")).toBeNull();
    expect(raceOfWeek(planned, "2025-06-23")).toBeNull();
  });
});
