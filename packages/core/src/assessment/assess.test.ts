import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type AthleteHistory, cutHistory, readHistory } from "@repo/core/history";
import { PLATEAU_CAUSES } from "@repo/core/progress";
import { demoAthletes, SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Assessment, assess, prepareAssessor, writtenWarnings } from "./index.ts";

const EMPTY = { format: "mesocycle/athlete-history", version: 1 };
const TODAY = "2026-11-22";
/** The names a file may use for warnings: the causes, and what the format adds. */
const FILE_KINDS: readonly string[] = [
  ...PLATEAU_CAUSES,
  ...[
    "resting-hr-high",
    "hrv-out-of-band",
    "short-sleep",
    "illness",
    "pain",
    "session-spike",
    "monotony",
    "stale",
  ],
  ...["missed-workouts", "no-data", "sprint-not-fresh", "race-unprepared"],
];

const anyHistory = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    story: fc.constantFrom(...SIMULATED_STORIES),
    days: fc.integer({ min: 20, max: 320 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    season: fc.boolean(),
  })
  .map(({ seed, story, days, cut, season }) => {
    const from = "2025-01-06";
    const to = addDays(from, days);
    const onset = addDays(from, Math.floor(days / 2));
    const history = simulateAthlete({ seed, from, to, onset, story, recording: { season } });
    return { history, day: addDays(from, Math.floor(days * cut)) };
  });

describe("assessing a history", () => {
  test("an assessment as of a day equals the one made on a file cut off at that day", () => {
    fc.assert(
      fc.property(anyHistory, ({ history, day }) => {
        const cut = cutHistory(history, day);
        if (cut.activities.length + cut.wellness.length + cut.results.length === 0) return;
        expect(assess(history, day)).toEqual(assess(cut, day));
      }),
      { numRuns: process.env.MESOCYCLE_LONG ? 60 : 6 },
    );
  });

  test("a day decades after the last entry is refused as a mistyped year", () => {
    const history = readHistory({ ...EMPTY, wellness: [{ date: TODAY, fatigue: 2 }] });
    expect(() => assess(history, "2126-11-22")).toThrow(/2126-11-22.*within 20 years.*2026-11-22/);
    expect(assess(history, addDays(TODAY, 400)).progress.state).toBe("not-enough-data");
  });

  test("a replay judges each day as an assessment of that day does", () => {
    const history = simulateAthlete({
      seed: 9,
      from: "2025-01-06",
      to: "2025-11-01",
      onset: "2025-06-01",
      story: "overcooked",
    });
    const assessor = prepareAssessor(history);
    for (const day of ["2025-03-01", "2025-06-20", "2025-06-05", "2025-10-30"]) {
      const alone = assess(history, day);
      const { progress, warnings } = assessor.at(day);
      expect(progress.state).toBe(alone.progress.state);
      expect(writtenWarnings(warnings).map(({ kind, since }) => ({ kind, since }))).toEqual(
        alone.warnings.map(({ kind, since }) => ({ kind, since })),
      );
    }
  });

  test("the answer follows the contract and holds no number that is none", () => {
    fc.assert(
      fc.property(anyHistory, ({ history, day }) => {
        const answer = assess(history, day);
        expect(Assessment.safeParse(answer).success).toBe(true);
        expect(answer.warnings.filter(({ kind }) => !FILE_KINDS.includes(kind))).toEqual([]);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(JSON.stringify(answer, noNonsense)));
      }),
      { numRuns: process.env.MESOCYCLE_LONG ? 60 : 6 },
    );
  });

  test("an empty history has no last day, and says so; named a day, everything is unknown", () => {
    const history = readHistory(EMPTY);
    expect(() => assess(history)).toThrow(AppError);
    const answer = assess(history, TODAY);
    expect(answer.progress.state).toBe("not-enough-data");
    expect(answer.recovery.state).toBe("unknown");
    expect(answer.warnings).toEqual([]);
  });

  test("a handful of runs without anything else is not enough to speak of progress", () => {
    const activities = Array.from({ length: 6 }, (_, index) => ({
      id: String(index),
      date: addDays("2026-01-05", index * 2),
      sport: "run",
      durationS: 1800,
      distanceM: 5000,
    }));
    const answer = assess(readHistory({ ...EMPTY, activities }));
    expect(answer.progress).toMatchObject({
      state: "not-enough-data",
      changePct: null,
      interval: null,
      causes: [],
    });
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyDay = fc.integer({ min: 0, max: 500 }).map((day) => addDays("2025-01-01", day));
const anyActivity = fc.record({
  date: anyDay,
  sport: fc.constantFrom("run", "ride", "strength", "other"),
  title: maybe(
    fc.constantFrom("6 x 800 m", "Easy", "Race", "Long run", "99 x 9999 km", "", "race 5k", "hills"),
  ),
  durationS: fc.integer({ min: 0, max: 20_000 }),
  distanceM: maybe(fc.integer({ min: 0, max: 400 })),
  avgHr: maybe(fc.integer({ min: 40, max: 220 })),
  rpe: maybe(fc.integer({ min: 0, max: 10 })),
  laps: maybe(
    fc.array(
      fc.record({
        durationS: maybe(fc.integer({ min: 0, max: 90 })),
        distanceM: maybe(fc.integer({ min: 0, max: 900 })),
      }),
      { maxLength: 9 },
    ),
  ),
});
const anyResult = fc.record({
  date: anyDay,
  distanceM: fc.integer({ min: 100, max: 60_000 }),
  timeS: fc.integer({ min: 6000, max: 30_000 }),
});
const anyMorning = fc.record({
  fatigue: maybe(fc.integer({ min: 1, max: 5 })),
  restingHr: maybe(fc.integer({ min: 30, max: 120 })),
  hrvRmssd: maybe(fc.integer({ min: 1, max: 300 })),
  sleepHours: maybe(fc.integer({ min: 0, max: 24 })),
  ill: maybe(fc.boolean()),
});

test("no readable file, however odd, breaks an assessment or puts a number into it that is none", () => {
  fc.assert(
    fc.property(
      fc.array(anyActivity, { maxLength: 60 }),
      fc.array(anyResult, { maxLength: 25 }),
      fc
        .uniqueArray(anyDay, { maxLength: 60 })
        .chain((days) => fc.tuple(...days.map((date) => anyMorning.map((rest) => ({ date, ...rest }))))),
      (activities, results, wellness) => {
        const file = {
          ...EMPTY,
          activities: activities.map((each, index) => ({
            ...each,
            id: String(index),
            durationS: each.durationS + 900,
          })),
          results,
          wellness,
        };
        const history = readHistory(file);
        expect(() => JSON.stringify(assess(history, "2026-06-01"), noNonsense)).not.toThrow();
      },
    ),
    { numRuns: process.env.MESOCYCLE_LONG ? 400 : 12 },
  );
});

function noNonsense(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("a number that is none");
  return value;
}

describe("the demo club, as of today", () => {
  const byStory = new Map<string, ReturnType<typeof assess>>();
  for (const { story, history } of demoAthletes(TODAY))
    byStory.set(story, assess(history as AthleteHistory, TODAY));
  const kinds = (story: string) => byStory.get(story)?.warnings.map((warning) => warning.kind) ?? [];

  test("each athlete's trouble is found", () => {
    expect(kinds("under-recovery")).toContain("overcooked");
    expect(kinds("session-spike")).toContain("session-spike");
    expect(kinds("missed-workouts")).toContain("missed-workouts");
    expect(kinds("no-data")).toContain("no-data");
    expect(kinds("life-stress")).toContain("life-stress");
    expect(kinds("perpetual-medium")).toContain("perpetual-medium");
  });

  test("plateaus come with their cause and a change to the coming weeks", () => {
    for (const [story, cause] of [
      ["plateau-same-workout", "same-workout"],
      ["plateau-no-strength", "no-strength"],
    ] as const) {
      const progress = byStory.get(story)?.progress;
      expect(["plateau", "possible-plateau", "declining"]).toContain(progress?.state);
      expect(progress?.causes[0]?.cause).toBe(cause);
      expect(progress?.causes[0]?.remedy?.fix?.kind).not.toBe("advice");
      expect(progress?.causes[0]?.remedy?.retestOn && progress.causes[0].remedy.retestOn > TODAY).toBe(true);
    }
  });

  test("whoever improves is left alone", () => {
    expect(byStory.get("improving")?.progress.state).toBe("improving");
    const warnings = byStory.get("improving")?.warnings ?? [];
    expect(warnings.filter(({ kind, verdict }) => verdict === "plateau" || kind === "overcooked")).toEqual(
      [],
    );
  });
});

test("a standstill that only results tell asks for the training between them, since no cause can be named", () => {
  const results = Array.from({ length: 40 }, (_, ago) => ({
    date: addDays(TODAY, -7 * ago),
    distanceM: 5000,
    timeS: 1260 + ((ago * 7) % 5),
  }));
  const { progress, warnings } = assess({
    ...EMPTY,
    athlete: {},
    activities: [],
    wellness: [],
    results,
  } as AthleteHistory);
  expect([progress.state, progress.causes]).toEqual(["plateau", []]);
  expect(warnings).toMatchObject([{ verdict: "plateau", remedy: { code: "log-training" } }]);
});
