import { addDays } from "@repo/core/calendar";
import { NO_PACING } from "@repo/core/paces";
import { applyFix, type Fix, type PlannedWorkout, type Season } from "@repo/core/season";
import { describe, expect, it } from "vitest";

import { dayOfPreview, fixPreview } from "./fix-preview.ts";

const MONDAY = "2026-11-02";
const WORKOUTS: PlannedWorkout[] = [
  { id: "a", date: "2026-11-02", kind: "easy", hard: false, title: "Easy 8 km", text: "8km @easy" },
  { id: "b", date: "2026-11-03", kind: "intervals", hard: true, title: "6 × 800 m", text: "6 x 800m @5k" },
  { id: "c", date: "2026-11-05", kind: "strength", hard: false, title: "Gym" },
  { id: "d", date: "2026-11-08", kind: "long", hard: false, title: "Long 16 km", text: "16km @easy" },
];
const SEASON: Season = {
  format: "mesocycle/season",
  version: 1,
  phases: [],
  weeks: [{ start: MONDAY, phase: "base", targetKm: null, cutback: false, workouts: WORKOUTS }],
};
const made = {
  workout: null,
  workoutKind: "easy" as const,
  hard: false,
  title: "Easy 5 km",
  text: "5km @easy",
};
const FIXES: Fix[] = [
  { kind: "move", id: "b", from: "2026-11-03", to: "2026-11-06" },
  { kind: "swap", id: "a", otherId: "d", from: "2026-11-02", to: "2026-11-08" },
  { kind: "replace", id: "b", date: "2026-11-03", ...made },
  { kind: "add", date: "2026-11-04", ...made },
  { kind: "remove", id: "d", date: "2026-11-08" },
  { kind: "scale-week", weekStart: MONDAY, factor: 0.5 },
  { kind: "scale-workout", id: "b", date: "2026-11-03", factor: 0.5 },
];

type PlannedRow = { id: string; date: string; title: string; kind: string; hard: boolean };
const seen = {
  workoutOf: (id: string) => (WORKOUTS.find((each) => each.id === id) ?? null) as PlannedRow | null,
  dayOf: (date: string) =>
    ({ date, workouts: WORKOUTS.filter((each) => each.date === date) }) as unknown as {
      workouts: PlannedRow[];
    },
};

describe("what a fix is shown to do", () => {
  it.each(FIXES)("marks exactly the workouts and days that $kind changes", (fix) => {
    const preview = fixPreview(fix, seen);
    const after = applyFix(SEASON, fix, NO_PACING).weeks.flatMap(({ workouts }) => workouts);
    const same = (one: PlannedWorkout) =>
      after.some(
        ({ id, date, text, title }) =>
          id === one.id && date === one.date && text === one.text && title === one.title,
      );
    const gone = WORKOUTS.filter((one) => !same(one)).map(({ id }) => id);
    const fresh = after.filter(
      ({ id, date, text }) =>
        !WORKOUTS.some((one) => one.id === id && one.date === date && one.text === text),
    );
    expect([...(preview?.leaving ?? [])].sort()).toEqual(gone.sort());
    expect(preview?.ghosts.map(({ date }) => date).sort()).toEqual(fresh.map(({ date }) => date).sort());
  });

  it("shows nothing for advice, or for a workout that is not here", () => {
    expect(fixPreview({ kind: "advice", code: "slower-easy-days" }, seen)).toBeNull();
    expect(fixPreview({ kind: "move", id: "x", from: MONDAY, to: addDays(MONDAY, 1) }, seen)).toBeNull();
    expect(fixPreview(null, seen)).toBeNull();
  });

  it("brings the first changed day into view", () => {
    const [, swap] = FIXES;
    expect(dayOfPreview(fixPreview(swap ?? null, seen) ?? { leaving: new Set(), ghosts: [] })).toBe(MONDAY);
  });
});
