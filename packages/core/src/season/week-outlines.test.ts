import { WORKOUT_KINDS } from "@repo/core/workouts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PhaseKind, packWeeks, unpackWeeks, type WeekOutline } from "./index.ts";

const whole = (max: number, by = 1) => fc.option(fc.integer({ min: 0, max }).map((value) => value * by));
const sums = fc.record({ load: whole(900), timeS: whole(1_200, 60), runM: whole(2_000, 100) });
const standing = fc.constantFrom(
  ...(["planned", "missed", "changed", "excused", "done"] as const).map((status) => ({
    status,
    grade: null,
  })),
  ...["short", "long", "far-off"].map((grade) => ({ status: "done" as const, grade })),
);
const workout = fc
  .record({ kind: fc.constantFrom(...WORKOUT_KINDS), load: whole(400), standing })
  .map(({ kind, load, standing: stands }) => ({ kind, load, ...stands }));
const day = fc.record({ workouts: fc.array(workout, { maxLength: 5 }), unplanned: fc.nat(3) });
const week: fc.Arbitrary<WeekOutline> = fc.record({
  days: fc.array(day, { minLength: 7, maxLength: 7 }),
  phase: fc.option(fc.constantFrom(...PhaseKind.options)),
  cutback: fc.boolean(),
  form: fc.option(fc.integer({ min: -60, max: 60 })),
  planned: sums,
  done: sums,
});

test("weeks in outline arrive as they were sent", () => {
  fc.assert(
    fc.property(fc.array(week, { maxLength: 8 }), (weeks) => {
      expect(unpackWeeks(JSON.parse(JSON.stringify(packWeeks(weeks))))).toEqual(weeks);
    }),
  );
});

test("figures are rounded and an unknown grade is a workout that was done", () => {
  const none = { load: null, timeS: null, runM: null };
  const days = Array.from({ length: 7 }, () => ({ workouts: [], unplanned: 0 })) as WeekOutline["days"];
  days[2] = {
    workouts: [{ kind: "long", status: "done", grade: "done", load: 101.6 }],
    unplanned: 0,
  };
  const planned = { load: 101.6, timeS: 5_429, runM: 18_049 };
  const sent = { days, phase: null, cutback: false, form: -0.3, planned, done: none };
  const [got] = unpackWeeks(packWeeks([sent]));
  expect(got?.planned).toEqual({ load: 102, timeS: 5_400, runM: 18_000 });
  expect(got?.form).toBe(0);
  expect(got?.days[2]?.workouts).toEqual([{ kind: "long", status: "done", grade: null, load: 102 }]);
});
