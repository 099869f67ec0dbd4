import { addDays } from "@repo/core/calendar";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PhaseKind, type Season, withPhases } from "./index.ts";

const MONDAY = "2026-03-02";
const KINDS: PhaseKind[] = ["base", "build", "speed", "peak", "race", "recovery", "free"];

function season(weeks: number, busy: readonly number[] = []): Season {
  return {
    format: "mesocycle/season",
    version: 1,
    phases: [{ kind: "base", start: MONDAY, end: addDays(MONDAY, weeks * 7 - 1) }],
    weeks: Array.from({ length: weeks }, (_, at) => ({
      start: addDays(MONDAY, at * 7),
      phase: "base" as const,
      targetKm: 40,
      cutback: false,
      workouts: busy.includes(at)
        ? [{ date: addDays(MONDAY, at * 7), kind: "easy" as const, hard: false, title: "Easy" }]
        : [],
    })),
  };
}

describe("a season with other phases", () => {
  test("every week lies in exactly one phase, of its kind, and keeps its workouts", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.array(fc.constantFrom(...KINDS), { minLength: 7, maxLength: 7 }), (at, kinds) => {
        const starts = [0, ...at.sort((a, b) => a - b)].map((week) => addDays(MONDAY, week * 7));
        const old = season(30, [0, 13, 29]);
        const made = withPhases(
          old,
          starts.map((start, index) => ({ kind: kinds[index] ?? "base", start })),
          addDays(MONDAY, 209),
        );
        expect(made.weeks.map(({ start }) => start)).toEqual(old.weeks.map(({ start }) => start));
        expect(made.weeks.flatMap(({ workouts }) => workouts)).toEqual(
          old.weeks.flatMap(({ workouts }) => workouts),
        );
        for (const week of made.weeks) {
          const holding = made.phases.filter(({ start, end }) => start <= week.start && week.start <= end);
          expect(holding.map(({ kind }) => kind)).toEqual([week.phase]);
        }
      }),
    );
  });

  test("refuses to cut off a week that holds workouts, a start that is no Monday, and phases out of order", () => {
    const end = addDays(MONDAY, 62);
    const base = { kind: "base" as const, start: MONDAY };
    expect(() => withPhases(season(10, [9]), [base], end)).toThrow(/holds workouts/);
    expect(() => withPhases(season(10), [base, { kind: "build", start: "2026-03-10" }], end)).toThrow(
      /no Monday/,
    );
    expect(() => withPhases(season(10), [base, { kind: "build", start: MONDAY }], end)).toThrow(
      /no later than/,
    );
    expect(withPhases(season(10), [base], end).weeks).toHaveLength(9);
  });
});
