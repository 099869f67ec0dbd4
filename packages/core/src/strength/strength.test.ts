import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ExerciseSet,
  FORM_CUES,
  formatExercises,
  parseExercises,
  STRENGTH_LIBRARY,
  StrengthSession,
  strengthDurationS,
  strengthLibrarySession,
  strengthSession,
} from "./index.ts";

const setsOf = (session: StrengthSession | null) =>
  session?.sets.reduce((total, exercise) => total + exercise.sets, 0) ?? 0;

describe("strength, plyometrics, drills, mobility and prehab", () => {
  test("every row M82–M105 is a dosed session, a cue of form or a dose by phase", () => {
    const held = new Set([
      ...STRENGTH_LIBRARY.flatMap((session) => session.source),
      ...FORM_CUES.flatMap((cue) => cue.source),
      "M96",
      "M97",
    ]);
    const rows = Array.from({ length: 24 }, (_, index) => `M${82 + index}`);
    expect(rows.filter((row) => !held.has(row))).toEqual([]);
    for (const session of STRENGTH_LIBRARY) StrengthSession.parse(session);
  });

  test("the gym day is the article's, exercise by exercise", () => {
    expect(formatExercises(strengthLibrarySession("gym-heavy")?.sets ?? [])).toBe(
      'Squat 3 x 6\nRomanian deadlift 3 x 6\nDumbbell step-up 3 x 8/side\nWalking lunge 2 x 10/side\nCalf raise 3 x 10 "slow"\nRow or pull-up 3 x 8\nPlank 3 x 40s',
    );
  });

  test("heavy means 4–8 repetitions, light 12–15 or body weight: two templates, by level", () => {
    const heavy = strengthSession({ phase: "base", level: "advanced", place: "gym" });
    expect(heavy?.load).toBe("heavy");
    for (const lift of ["Squat", "Romanian deadlift"]) {
      const reps = heavy?.sets.find((set) => set.exercise === lift)?.reps ?? 0;
      expect(reps).toBeGreaterThanOrEqual(4);
      expect(reps).toBeLessThanOrEqual(8);
    }
    const light = strengthSession({ phase: "base", level: "beginner", place: "gym", load: "heavy" });
    expect(light?.load).toBe("light");
    expect(light?.sets[0]).toMatchObject({ exercise: "Deadlift", reps: 12, repsHigh: 15 });
  });

  test("gets less towards the race and stops in race week (M96)", () => {
    for (const level of ["beginner", "intermediate", "advanced"] as const) {
      for (const place of ["gym", "home"] as const) {
        const amount = (["base", "build", "speed", "peak"] as const).map((phase) =>
          setsOf(strengthSession({ phase, level, place })),
        );
        expect([...amount].sort((a, b) => b - a)).toEqual(amount);
        expect(strengthSession({ phase: "peak", level, place })?.load).toBe("light");
        expect(strengthSession({ phase: "race", level, place })).toBeNull();
      }
    }
  });

  test("takes a believable time", () => {
    for (const session of STRENGTH_LIBRARY) {
      expect(strengthDurationS(session), session.id).toBeGreaterThan(180);
      expect(strengthDurationS(session), session.id).toBeLessThan(75 * 60);
    }
    const activation = strengthLibrarySession("activation");
    expect((activation ? strengthDurationS(activation) : 0) / 60).toBeLessThan(13);
  });

  test("exercises written as text are read back the same", () => {
    const exercise: fc.Arbitrary<ExerciseSet> = fc
      .record({
        exercise: fc.constantFrom(
          "Squat",
          "Single-leg deadlift",
          "Bound or skip",
          "World's greatest stretch",
        ),
        sets: fc.integer({ min: 1, max: 20 }),
        amount: fc.integer({ min: 1, max: 200 }),
        unit: fc.constantFrom("reps" as const, "s" as const, "m" as const),
        perSide: fc.boolean(),
        note: fc.option(fc.constantFrom("slow", "tall, loose")),
      })
      .map(({ amount, unit, note, ...rest }) => ({
        ...rest,
        reps: unit === "reps" ? amount : null,
        durationS: unit === "s" ? amount : null,
        distanceM: unit === "m" ? amount : null,
        ...(note === null ? {} : { note }),
      }));
    fc.assert(
      fc.property(fc.array(exercise, { minLength: 1, maxLength: 8 }), (sets) => {
        expect(parseExercises(formatExercises(sets))).toEqual({ ok: true, sets });
        for (const set of sets) ExerciseSet.parse(set);
      }),
    );
  });

  test("text that is no exercise is named with its line", () => {
    const parsed = parseExercises("Squat 3 x 6\nbench press\nPlank 3 x 40s");
    expect(parsed.ok ? [] : parsed.errors).toMatchObject([{ line: 2, found: "bench press" }]);
  });
});
