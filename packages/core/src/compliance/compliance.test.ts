import type { Activity } from "@repo/core/activities";
import { pacingOf } from "@repo/core/paces";
import { buildSeason, type PlannedWorkout, readSeasonRequest } from "@repo/core/season";
import { parseWorkout, resolveWorkout } from "@repo/core/workouts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareActivity, matchActivities } from "./index.ts";

const TODAY = "2026-03-10";
const PACING = pacingOf({
  results: [{ date: "2026-02-20", distanceM: 5000, timeS: 1262 }],
  athlete: { maxHr: 190 },
  asOf: TODAY,
});

function planned(text: string, over: Partial<PlannedWorkout> = {}): PlannedWorkout {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const steps = resolveWorkout(parsed.blocks, PACING);
  return { id: "w", date: TODAY, kind: "easy", hard: false, title: text, text, steps, ...over };
}

function run(over: Partial<Activity> = {}): Activity {
  return { id: "a", date: TODAY, sport: "run", durationS: 2_700, ...over };
}

/** Laps of repetitions of 400 m at a pace a lap, with jogs between. */
function laps400(secondsEach: readonly number[]): Activity["laps"] {
  return secondsEach.flatMap((durationS) => [
    { kind: "work" as const, durationS, distanceM: 400 },
    { kind: "rest" as const, durationS: 90, distanceM: 200 },
  ]);
}

const EASY_8 = planned("8km easy", { distanceM: 8_000, durationS: 2_640 });
const REPS = planned("2km easy\n8 x 400m @5k, 200m jog\n1km easy", {
  kind: "intervals",
  hard: true,
  distanceM: 7_800,
});

describe("a run against its plan", () => {
  test("within a fifth of its length it is done, up to half off short or long, beyond that far off", () => {
    const grade = (distanceM: number) =>
      compareActivity(EASY_8, run({ distanceM, durationS: distanceM * 0.36 })).grade;
    expect([8_000, 6_400, 9_600].map(grade)).toEqual(["done", "done", "done"]);
    expect([6_000, 4_000].map(grade)).toEqual(["short", "short"]);
    expect([10_000, 12_000].map(grade)).toEqual(["long", "long"]);
    expect([3_000, 13_000].map(grade)).toEqual(["far-off", "far-off"]);
  });

  test("an easy run kept easy says so with its numbers", () => {
    const result = compareActivity(
      EASY_8,
      run({ distanceM: 8_000, durationS: 2_800, rpe: 3, avgHr: 135 }),
      null,
      { pacing: PACING },
    );
    expect(result).toMatchObject({ grade: "done", reason: "easy-kept-easy" });
    expect(result.evidence.map((row) => row.label)).toContain("Mean heart rate");
  });

  test("an easy run raced is not what was meant, however well its length fits", () => {
    const raced = run({ distanceM: 8_000, durationS: 2_150, rpe: 8, avgHr: 172 });
    expect(compareActivity(EASY_8, raced, null, { pacing: PACING })).toMatchObject({
      grade: "far-off",
      reason: "easy-ran-hard",
    });
  });

  test("a little too hard is done, with a word", () => {
    const medium = run({ distanceM: 8_000, durationS: 2_560, rpe: 5 });
    expect(compareActivity(EASY_8, medium, null, { pacing: PACING })).toMatchObject({
      grade: "done",
      reason: "easy-ran-medium",
    });
  });

  test("a run that felt easy is never called hard for its heart rate alone", () => {
    const hot = run({ distanceM: 8_000, durationS: 2_800, rpe: 3, avgHr: 168 });
    expect(compareActivity(EASY_8, hot, null, { pacing: PACING }).reason).toBe("easy-ran-medium");
  });

  test("what is not recorded is not held against anybody", () => {
    expect(compareActivity(EASY_8, run({ distanceM: null, durationS: 2_640 }))).toMatchObject({
      grade: "done",
      measure: "duration",
    });
    const bare: PlannedWorkout = { date: TODAY, kind: "easy", hard: false, title: "Easy" };
    expect(compareActivity(bare, run())).toMatchObject({
      grade: "done",
      reason: "length-unknown",
      ratio: null,
    });
  });
});

describe("repetitions against their range", () => {
  const inRange = Math.round(400 / (REPS.steps?.find((step) => step.kind === "work")?.likelySpeedMps ?? 4));

  test("all of them in range are done as planned", () => {
    const activity = run({ distanceM: 7_800, laps: laps400(Array(8).fill(inRange)) });
    expect(compareActivity(REPS, activity)).toMatchObject({
      grade: "done",
      reason: "reps-in-range",
      ratio: 1,
    });
  });

  test("six of eight are short, three far off", () => {
    const laps = (count: number) => run({ distanceM: 6_000, laps: laps400(Array(count).fill(inRange)) });
    expect(compareActivity(REPS, laps(6))).toMatchObject({ grade: "short", reason: "fewer-reps" });
    expect(compareActivity(REPS, laps(3))).toMatchObject({ grade: "far-off", reason: "fewer-reps" });
  });

  test("too fast is not better than in range", () => {
    const activity = run({ distanceM: 7_800, laps: laps400(Array(8).fill(Math.round(inRange * 0.88))) });
    expect(compareActivity(REPS, activity)).toMatchObject({ grade: "far-off", reason: "reps-too-fast" });
  });

  test("a plan kept as text alone is held against its repetitions too, in the paces of the day", () => {
    const { steps, ...asText } = REPS;
    const fast = run({ distanceM: 7_800, laps: laps400(Array(8).fill(Math.round(inRange * 0.88))) });
    expect(compareActivity(asText, fast, undefined, { pacing: PACING })).toMatchObject({
      grade: "far-off",
      reason: "reps-too-fast",
    });
    expect(compareActivity(asText, fast)).toMatchObject({ grade: "done", measure: "repetitions" });
  });

  test("strides before them are no repetitions that are missing", () => {
    const text = "2km easy\n4 x 20s strides\n8 x 400m @5k, 200m jog\n1km easy";
    const primed = planned(text, { kind: "intervals", hard: true });
    const activity = run({ distanceM: 8_200, laps: laps400(Array(8).fill(inRange)) });
    expect(compareActivity(primed, activity)).toMatchObject({ grade: "done", ratio: 1 });
  });

  test("laps of another length tell nothing of the repetitions", () => {
    const kilometres = [300, 290, 235, 300, 236, 302, 238, 295].map((durationS) => ({
      durationS,
      distanceM: 1_000,
    }));
    expect(compareActivity(REPS, run({ distanceM: 8_000, laps: kilometres })).measure).toBe("distance");
    const all = laps400(Array(8).fill(inRange))?.map((lap) => ({ ...lap, kind: "work" as const }));
    expect(compareActivity(REPS, run({ distanceM: 7_800, laps: all }))).toMatchObject({ ratio: 1 });
  });

  test("where the plan gives the hard part alone, warming up makes the run no longer than planned", () => {
    const bare = planned("20min @T", { kind: "threshold", hard: true, durationS: 1_200 });
    const grade = (durationS: number) => compareActivity(bare, run({ durationS, rpe: 7 })).grade;
    expect([1_200, 2_700, 900, 500].map(grade)).toEqual(["done", "done", "short", "far-off"]);
    expect(compareActivity({ ...bare, hard: false, kind: "easy" }, run({ durationS: 2_700 })).grade).toBe(
      "far-off",
    );
  });

  test("without laps the whole run has to do, and the repetitions are said to be unknown", () => {
    expect(compareActivity(REPS, run({ distanceM: 7_800, rpe: 8 }))).toMatchObject({
      grade: "done",
      reason: "reps-unknown",
    });
    expect(compareActivity(REPS, run({ distanceM: 7_800, rpe: 2 }))).toMatchObject({
      grade: "far-off",
      reason: "hard-ran-easy",
    });
  });
});

describe("days without the planned run", () => {
  test("before the day is over it is planned, afterwards missed", () => {
    expect(compareActivity(EASY_8, null, null, { today: TODAY }).grade).toBe("planned");
    expect(compareActivity(EASY_8, null, null, { today: "2026-03-11" }).grade).toBe("missed");
  });

  test("changed on purpose and excused are never red", () => {
    const adapted = compareActivity(EASY_8, run({ distanceM: 2_000 }), null, {
      note: { kind: "adapted", reason: "calf" },
    });
    expect(adapted).toMatchObject({ grade: "adapted", reason: "changed-on-purpose" });
    expect(
      compareActivity(EASY_8, null, null, { today: "2026-03-12", note: { kind: "excused" } }).grade,
    ).toBe("excused");
  });

  test("another sport in place of a run is a change, not a failure", () => {
    expect(compareActivity(EASY_8, run({ sport: "ride" })).grade).toBe("adapted");
    expect(compareActivity(null, run()).grade).toBe("unplanned");
  });
});

describe("pairing a day's activities with its workouts", () => {
  const easy = { ...EASY_8, id: "easy" };
  const reps = { ...REPS, id: "reps" };
  const lift: PlannedWorkout = {
    id: "lift",
    date: TODAY,
    kind: "strength",
    hard: false,
    title: "Gym day",
    durationS: 2_400,
  };

  test("two runs a day find the workout they resemble, strength its strength", () => {
    const morning = run({ id: "m", distanceM: 8_100, durationS: 2_700 });
    const evening = run({ id: "e", distanceM: 7_700, durationS: 2_500, title: "8 x 400", rpe: 8 });
    const gym = run({ id: "g", sport: "strength", durationS: 2_500 });
    const { matches, open, unplanned } = matchActivities([easy, reps, lift], [evening, gym, morning]);
    const pairs = Object.fromEntries(matches.map((match) => [match.planned.id ?? "", match.activity.id]));
    expect(pairs).toEqual({ easy: "m", reps: "e", lift: "g" });
    expect([open, unplanned]).toEqual([[], []]);
  });

  test("a pair made by hand stays, and 'none' is kept", () => {
    const only = run({ id: "x", distanceM: 8_000 });
    const locked = matchActivities([easy, reps], [only], [{ activityId: "x", plannedId: "reps" }]);
    expect(locked.matches).toMatchObject([{ planned: { id: "reps" }, locked: true }]);
    const apart = matchActivities([easy], [only], [{ activityId: "x", plannedId: null }]);
    expect(apart.matches).toEqual([]);
    expect(apart.offers).toEqual([]);
  });

  test("a late run is offered the nearest open workout within two days", () => {
    const late = run({ id: "late", date: "2026-03-12", distanceM: 8_000 });
    expect(matchActivities([easy], [late]).offers).toMatchObject([{ planned: { id: "easy" } }]);
    expect(
      matchActivities([easy], [run({ id: "too-late", date: "2026-03-13", distanceM: 8_000 })]).offers,
    ).toEqual([]);
  });

  test("no activity and no workout is paired twice, and none is lost", () => {
    const season = buildSeason(
      readSeasonRequest({
        format: "mesocycle/season-request",
        version: 1,
        start: "2026-01-05",
        level: "intermediate",
        runsPerWeek: 5,
        currentWeeklyKm: 40,
        races: [],
      }),
    );
    const week = season.weeks[3]?.workouts ?? [];
    const dates = week.map((workout) => workout.date);
    const anyRun = fc.record({
      date: fc.constantFrom(...dates),
      sport: fc.constantFrom("run" as const, "strength" as const, "ride" as const),
      durationS: fc.integer({ min: 0, max: 9_000 }),
      distanceM: fc.option(fc.integer({ min: 0, max: 30_000 })),
    });
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 12 }), (seeds) => {
        const activities = seeds.map((seed, at): Activity => ({ id: `a${at}`, ...seed }));
        const { matches, unplanned, open } = matchActivities(week, activities);
        expect(new Set(matches.map((match) => match.activity.id)).size).toBe(matches.length);
        expect(matches.length + unplanned.length).toBe(activities.length);
        expect(matches.length + open.length).toBe(week.length);
      }),
    );
  });
});
