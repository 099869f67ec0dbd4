import { addDays } from "@repo/core/calendar";
import { GUIDANCE, type WorkoutKind } from "@repo/core/workouts";
import { describe, expect, test } from "vitest";
import { type AdvisedDay, adviceOfDay, FORM_CUES } from "./index.ts";

const DAYS: Omit<AdvisedDay, "date">[] = (
  [
    ["intervals", true],
    ["sprints", true],
    ["easy", false],
    ["long", false],
    ["rest", false],
  ] as [WorkoutKind, boolean][]
).flatMap(([kind, hard]) =>
  [true, false].flatMap((hasTrained) =>
    [true, false].map((isBeginner) => ({ planned: [{ kind, hard }], hasTrained, isBeginner })),
  ),
);

describe("the advice of a day", () => {
  test("brings every cue of form, and everything said about days, before somebody within a month", () => {
    const dates = Array.from({ length: 31 }, (_, index) => addDays("2026-03-01", index));
    const met = new Set(dates.flatMap((date) => DAYS.map((day) => adviceOfDay({ ...day, date })?.id)));
    // What is said of goals, seasons and standstills stands on the pages about those.
    const elsewhere = new Set(["setting-a-goal", "new-season", "results-stall"]);
    const expected = [...GUIDANCE.filter(({ when }) => !elsewhere.has(when)), ...FORM_CUES];
    expect(expected.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test("of a day with a run of any kind is not that of a day off", () => {
    const offDay = new Set(GUIDANCE.filter(({ when }) => when === "off-day").map(({ id }) => id));
    expect(offDay.size).toBeGreaterThan(0);
    for (const kind of ["hills", "fartlek", "progression", "threshold"] as const) {
      for (let index = 0; index < 31; index++) {
        const day = { planned: [{ kind, hard: false }], hasTrained: false, isBeginner: false };
        const advice = adviceOfDay({ ...day, date: addDays("2026-03-01", index) });
        expect(offDay).not.toContain(advice?.id);
      }
    }
  });

  test("is the same all day, and talks of hard running only before it", () => {
    const hard = { planned: [{ kind: "intervals" as const, hard: true }], isBeginner: false };
    for (let index = 0; index < 20; index++) {
      const date = addDays("2026-03-01", index);
      expect(adviceOfDay({ ...hard, hasTrained: false, date })).toEqual(
        adviceOfDay({ ...hard, hasTrained: false, date }),
      );
      const after = adviceOfDay({ ...hard, hasTrained: true, date });
      expect(["effort-first", "clean-or-stop"]).not.toContain(after?.id);
      // 400 m repeats are no sprints.
      expect(adviceOfDay({ ...hard, hasTrained: false, date })?.id).not.toBe("clean-or-stop");
    }
  });
});
