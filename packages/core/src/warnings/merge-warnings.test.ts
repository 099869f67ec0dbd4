import { addDays } from "@repo/core/calendar";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeWarnings, NO_WARNINGS, refutedKinds, type Warning, type WarningState } from "./index.ts";

const DAY = "2026-03-02";

function warning(kind: Warning["kind"], severity: Warning["severity"] = "warn"): Warning {
  return { kind, severity, since: DAY, title: kind, evidence: [], remedy: null, source: [] };
}

/** Lives through days, each with the kinds that hold on it; returns the kinds opened by day. */
function live(days: readonly (readonly Warning[])[]): { state: WarningState; opened: string[][] } {
  let state = NO_WARNINGS;
  const opened = days.map((held, index) => {
    const night = mergeWarnings(state, held, addDays(DAY, index));
    state = night.state;
    return night.opened.map((each) => each.kind);
  });
  return { state, opened };
}

describe("the life of a warning", () => {
  test("it opens once and keeps the day on which it began", () => {
    const { state, opened } = live([
      [warning("overcooked")],
      [warning("overcooked")],
      [warning("overcooked")],
    ]);
    expect(opened).toEqual([["overcooked"], [], []]);
    expect(state.open).toMatchObject([{ kind: "overcooked", since: DAY, lastHeldOn: addDays(DAY, 2) }]);
  });

  test("one good day closes nothing, a week does, by itself", () => {
    const held = [warning("overcooked")];
    expect(live([held, [], held]).state.open).toHaveLength(1);
    expect(live([held, [], [], [], [], [], []]).state.open).toEqual([]);
  });

  test("a silence ends with the first entry, not some days after it", () => {
    const silent = [warning("no-data")];
    expect(live([silent, silent]).state.open).toHaveLength(1);
    expect(live([silent, silent, []]).state.open).toEqual([]);
  });

  test("whoever improves stands on no plateau within a week; what is only inconclusive waits longer", () => {
    const { state } = live([[warning("plateau")]]);
    const nightAfter = (days: number, verdict: string) =>
      mergeWarnings(state, [], addDays(DAY, days), refutedKinds({ state: verdict }));
    expect(nightAfter(1, "improving").closed).toEqual([]);
    expect(nightAfter(7, "improving").closed.map((each) => each.kind)).toEqual(["plateau"]);
    expect(nightAfter(7, "inconclusive").closed).toEqual([]);
    expect(nightAfter(21, "inconclusive").closed.map((each) => each.kind)).toEqual(["plateau"]);
  });

  test("after it closed it does not come back within its cooldown, unless graver", () => {
    const quiet = Array.from({ length: 8 }, () => []);
    const again = live([[warning("monotony")], ...quiet, [warning("monotony")]]);
    expect(again.opened.flat()).toEqual(["monotony"]);
    const graver = live([[warning("overcooked", "info")], ...quiet, [warning("overcooked", "error")]]);
    expect(graver.opened.flat()).toEqual(["overcooked", "overcooked"]);
  });

  test("running a night twice changes nothing", () => {
    const first = mergeWarnings(NO_WARNINGS, [warning("pain")], DAY);
    const second = mergeWarnings(first.state, [warning("pain")], DAY);
    expect(second.state).toEqual(first.state);
    expect(second.opened).toEqual([]);
  });

  test("whatever holds when, no kind is open twice and none opens more than once a week", () => {
    const kinds = ["pain", "monotony", "plateau", "no-data"] as const;
    fc.assert(
      fc.property(fc.array(fc.subarray([...kinds]), { maxLength: 120 }), (days) => {
        const { opened } = live(days.map((day) => day.map((kind) => warning(kind))));
        for (const kind of kinds) {
          const on = opened.flatMap((each, index) => (each.includes(kind) ? [index] : []));
          for (let index = 1; index < on.length; index++) {
            expect((on[index] ?? 0) - (on[index - 1] ?? 0)).toBeGreaterThan(7);
          }
        }
      }),
    );
  });
});
