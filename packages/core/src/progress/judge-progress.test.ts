import type { Activity } from "@repo/core/activities";
import { addDays, dayNumber } from "@repo/core/calendar";
import type { Result } from "@repo/core/results";
import { describe, expect, test } from "vitest";
import { judgeProgress, performanceSeries, prepareLog, strainSignals } from "./index.ts";
import { weekRhythm } from "./week-rhythm.ts";

const FROM = "2025-01-06";
/** A repeatable wobble between −1 and 1. */
const wobble = (index: number) => Math.sin(index * 1.7) * 0.6 + Math.sin(index * 0.61) * 0.4;

/** A run on every day of a week but Monday and Friday; `km` and `beats` of a run by its day. */
function runs(days: number, of: (day: number) => { km: number; secondsAKm?: number; avgHr?: number } | null) {
  return Array.from({ length: days }, (_, day): Activity | null => {
    const run = day % 7 === 0 || day % 7 === 4 ? null : of(day);
    if (!run) return null;
    const { km, secondsAKm = 330, avgHr } = run;
    const durationS = Math.round(km * secondsAKm);
    const base = { id: `${day}`, date: addDays(FROM, day), sport: "run" as const, title: "Easy run" };
    return { ...base, distanceM: km * 1000, durationS, avgHr: avgHr ?? null };
  }).filter((run) => run !== null);
}

function judged(history: Parameters<typeof prepareLog>[0], day: number) {
  const log = prepareLog(history);
  return judgeProgress(log, performanceSeries(log), dayNumber(addDays(FROM, day)));
}

describe("the verdict on progress", () => {
  const results = (of: (week: number) => number, everyWeeks: number, count: number): Result[] =>
    Array.from({ length: count }, (_, index) => ({
      date: addDays(FROM, 7 * everyWeeks * index),
      kind: "race" as const,
      distanceM: 5000,
      timeS: Math.round(of(index * everyWeeks)),
    }));

  test("fewer than five results, or none for six weeks, are not enough", () => {
    expect(judged({ results: results(() => 1200, 4, 4) }, 90).state).toBe("not-enough-data");
    expect(judged({ results: results(() => 1200, 2, 8) }, 98 + 43).state).toBe("not-enough-data");
  });

  test("a best result not beaten for twelve weeks by three tries is a possible plateau and no warning", () => {
    const weeks = [6, 9, 12, 15, 18];
    const of = (times: readonly number[]) => ({
      results: times.map((timeS, index) => {
        const date = addDays(FROM, 7 * (weeks[index] ?? 0));
        return { date, kind: "race" as const, distanceM: 5000, timeS };
      }),
    });
    const verdict = judged(of([1190, 1240, 1215, 1235, 1200]), 18 * 7 + 3);
    expect(verdict).toMatchObject({ state: "possible-plateau", reason: "best-not-beaten", firm: false });
    expect(judged(of([1190, 1240, 1215, 1235, 1180]), 18 * 7 + 3).state).toBe("inconclusive");
  });

  test("whoever begins to run easy days harder has not become fitter by that", () => {
    // Half of the reserve at first, then 0.62 of it; a pace that rises a little more than the pulse, as it does.
    const activities = runs(210, (day) => {
      const hard = day >= 150;
      const noise = 1 + 0.012 * wobble(day);
      return {
        km: 8,
        secondsAKm: (hard ? 300 : 360) * noise,
        avgHr: Math.round((hard ? 137 : 122) + 2 * wobble(day * 3)),
      };
    });
    const verdict = judged({ activities, athlete: { maxHr: 190, restingHr: 50 } }, 209);
    expect(verdict.state).not.toBe("improving");
  });
});

describe("what is more than usual", () => {
  const loadOf = (km: (day: number) => number) => {
    const activities = runs(200, (day) => (km(day) > 0 ? { km: km(day) } : null));
    const signals = strainSignals(prepareLog({ activities }), dayNumber(addDays(FROM, 199)));
    return signals.find((signal) => signal.signal === "load")?.adverse;
  };

  test("is not the same training again after a fortnight off", () => {
    expect(loadOf((day) => (day > 150 && day < 165 ? 0 : 10))).toBe(false);
  });

  test("is a third more for three weeks", () => {
    expect(loadOf((day) => (day > 178 ? 13.5 : 10))).toBe(true);
  });
});

describe("the rhythm of weeks", () => {
  const rhythm = (km: (week: number) => number) => {
    const activities = runs(28 * 7, (day) =>
      km(Math.floor(day / 7)) > 0 ? { km: km(Math.floor(day / 7)) } : null,
    );
    return weekRhythm(prepareLog({ activities }), dayNumber(addDays(FROM, 28 * 7 - 1)), 2);
  };

  test("shows a lighter week in four, whichever it is", () => {
    for (const which of [0, 1, 2, 3])
      expect(rhythm((week) => (week % 4 === which ? 7.5 : 10))).toBeCloseTo(0.75, 6);
  });

  test("is level without one, and unknown where a week holds no running", () => {
    expect(rhythm(() => 10)).toBe(1);
    expect(rhythm((week) => (week === 24 ? 0 : 10))).toBeNull();
  });
});
