import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDose, type DoneExercise, parseExercises } from "./index.ts";

const dose = (text: string): DoneExercise[] => {
  const read = parseExercises(text);
  if (!read.ok) throw new Error("the sample does not read");
  return read.sets;
};

const sets = fc
  .uniqueArray(fc.constantFrom("Squat", "Calf raise", "Plank", "Lunge", "Bound"), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((exercise) =>
        fc.record({
          exercise: fc.constant(exercise),
          sets: fc.integer({ min: 1, max: 20 }),
          reps: fc.integer({ min: 1, max: 200 }),
          durationS: fc.constant(null),
          distanceM: fc.constant(null),
          perSide: fc.boolean(),
        }),
      ),
    ),
  );

test("a dose done as it was meant is whole, whatever the order and the capitals", () => {
  fc.assert(
    fc.property(sets, (meant) => {
      const done = meant.map((set) => ({ ...set, exercise: ` ${set.exercise.toUpperCase()} ` })).reverse();
      const rows = compareDose(meant, done);
      expect(rows.map(({ exercise }) => exercise)).toEqual(meant.map(({ exercise }) => exercise));
      expect(rows.every(({ share }) => share === 1)).toBe(true);
    }),
  );
});

test("nothing that was done or meant is lost, and nothing stands twice", () => {
  fc.assert(
    fc.property(sets, sets, (meant, done) => {
      const rows = compareDose(meant, done);
      expect(rows.filter((row) => row.meant !== null)).toHaveLength(meant.length);
      expect(rows.filter((row) => row.done !== null)).toHaveLength(done.length);
    }),
  );
});

test("what was left out, done besides or measured otherwise has no share", () => {
  const meant = dose("Squat 3 x 6\nPlank 3 x 40s\nCalf raise 3 x 10");
  const [squat, plank] = [dose("squat 2 x 6")[0], dose("Plank 3 x 10")[0]];
  if (!squat || !plank) throw new Error("the sample does not read");
  const rows = compareDose(meant, [{ ...squat, weightKg: 60, rpe: 7 }, plank, ...dose("Row 3 x 8")]);
  expect(rows).toEqual([
    { exercise: "Squat", meant: "3 x 6", done: "2 x 6", weightKg: 60, rpe: 7, share: 2 / 3 },
    { exercise: "Plank", meant: "3 x 40s", done: "3 x 10", weightKg: null, rpe: null, share: null },
    { exercise: "Calf raise", meant: "3 x 10", done: null, weightKg: null, rpe: null, share: null },
    { exercise: "Row", meant: null, done: "3 x 8", weightKg: null, rpe: null, share: null },
  ]);
});
