import { addDays } from "@repo/core/calendar";
import type { PlannedWorkout, Season } from "@repo/core/season";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSeason, sprintLock } from "./index.ts";

const MONDAY = "2026-03-02";
const SPRINTS = "10min warm-up\n6 x 50m @sprint, 3min walk\n10min cool-down";

function workout(id: string, at: number, more: Partial<PlannedWorkout> = {}): PlannedWorkout {
  const easy = { kind: "easy" as const, hard: false, title: `Easy ${id}`, distanceM: 5_000 };
  return { id, date: addDays(MONDAY, at), ...easy, ...more };
}
const sprints = (at: number) => workout("s", at, { kind: "sprints", title: "Sprints", text: SPRINTS });
const hard = (id: string, at: number) =>
  workout(id, at, { kind: "intervals", hard: true, title: "6 × 800 m" });

function seasonOf(workouts: PlannedWorkout[]): Season {
  const weeks = [0, 7, 14].map((at) => ({
    start: addDays(MONDAY, at),
    phase: "speed" as const,
    targetKm: null,
    cutback: false,
    workouts: workouts.filter(
      (each) => each.date >= addDays(MONDAY, at) && each.date < addDays(MONDAY, at + 7),
    ),
  }));
  return { format: "mesocycle/season", version: 1, phases: [], weeks };
}

describe("the lock on sprints", () => {
  test("names what was done the day before and the nearest day with fresh legs", () => {
    const season = seasonOf([hard("h", 8), sprints(9), hard("j", 12)]);
    expect(sprintLock(season, { id: "s" })).toEqual({ after: "6 × 800 m", nearest: addDays(MONDAY, 10) });
  });

  test("is open after an easy day, and for workouts that need no fresh legs", () => {
    const season = seasonOf([workout("e", 7), sprints(8), hard("h", 10), workout("f", 11)]);
    expect(sprintLock(season, { id: "s" })).toBeNull();
    expect(sprintLock(season, { id: "f" })).toBeNull();
    expect(sprintLock(season, { id: "s", date: addDays(MONDAY, 11) })).not.toBeNull();
  });

  test("leaves out days on which the athlete is away", () => {
    const season = seasonOf([hard("h", 8), sprints(9), hard("j", 12)]);
    const nearest = sprintLock(season, { id: "s" }, { blackout: [addDays(MONDAY, 10)] })?.nearest;
    expect(nearest).not.toBe(addDays(MONDAY, 10));
  });

  test("the day it names never breaks the rule it stands for", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20 }), (hardDays, at) => {
        const others = hardDays.filter((day) => day !== at).map((day) => hard(`h${day}`, day));
        const lock = sprintLock(seasonOf([...others, sprints(at)]), { id: "s" });
        if (!lock?.nearest) return;
        const moved = { ...sprints(at), date: lock.nearest };
        const findings = checkSeason(seasonOf([...others, moved]));
        expect(findings.filter(({ rule }) => rule === "sprint-freshness")).toEqual([]);
      }),
    );
  });
});
