import type { Activity } from "@repo/core/activities";
import { addDays, dayNumber } from "@repo/core/calendar";
import type { Result } from "@repo/core/results";
import { describe, expect, test } from "vitest";
import { judgeProgress, performanceSeries, prepareLog, strainSignals } from "./index.ts";
import { weekRelief } from "./week-relief.ts";

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

  test("a pace that falls in the first ten weeks of a log is said, and no warning before twelve were seen", () => {
    const activities = runs(130, (day) => ({
      km: 10,
      secondsAKm: 330 * (1 + 0.001 * day) * (1 + 0.004 * wobble(day)),
      avgHr: 143,
    }));
    const athlete = { maxHr: 190, restingHr: 50 };
    expect(judged({ athlete, activities }, 72)).toMatchObject({ state: "declining", firm: false });
    expect(judged({ athlete, activities }, 110)).toMatchObject({ state: "declining", firm: true });
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

describe("pace at rated effort", () => {
  const year = (of: { rated: boolean; races: boolean }) => {
    const activities = runs(230, (day) => ({ km: 8, secondsAKm: 330 + 4 * wobble(day) })).map((run) =>
      of.rated ? { ...run, rpe: 3 } : run,
    );
    const results = Array.from({ length: of.races ? 11 : 0 }, (_, index) => ({
      date: addDays(FROM, 21 * index + 2),
      distanceM: 5000,
      timeS: Math.round(1300 * (1 + 0.012 * wobble(index * 5))),
    }));
    return judged({ activities, results }, 229);
  };

  test("narrows what races say, and says nothing alone", () => {
    const width = ({ interval }: ReturnType<typeof year>) => (interval ? interval[1] - interval[0] : 99);
    const [both, races] = [year({ rated: true, races: true }), year({ rated: false, races: true })];
    expect(both.series.map((each) => each.kind)).toContain("pace-at-effort");
    expect(width(both) / both.windowDays).toBeLessThan(width(races) / races.windowDays + 1);
    expect(year({ rated: true, races: false }).series.map((each) => each.kind)).not.toContain(
      "pace-at-effort",
    );
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

describe("the habit of lighter weeks", () => {
  const [WEEKS, LATER] = [28, 8];
  const relief = (km: (week: number) => number, missed: (day: number) => boolean = () => false) => {
    const activities = runs(WEEKS * 7, (day) => (missed(day) ? null : { km: km(Math.floor(day / 7)) }));
    const to = dayNumber(addDays(FROM, WEEKS * 7 - 1));
    return weekRelief(prepareLog({ activities }), {
      from: to - 7 * (LATER + 16),
      since: to - 7 * LATER + 1,
      to,
    });
  };
  const usual = (week: number) => (week % 4 === 3 ? 7.5 : 10);

  test("that goes on is no surprise, and one that ended is", () => {
    expect(relief(usual)).toMatchObject({ since: { weeks: 8, light: 2 }, before: { weeks: 16, light: 4 } });
    expect(relief(usual)?.surprise).toBeLessThan(0.6);
    const gone = relief((week) => (week < WEEKS - LATER ? usual(week) : 10));
    expect(gone?.since.light).toBe(0);
    expect(gone?.surprise).toBeGreaterThan(2.2);
  });

  test("is seen through runs that are missed by chance", () => {
    const gone = relief(
      (week) => (week < WEEKS - LATER ? usual(week) : 10),
      (day) => (day * 13) % 29 === 0,
    );
    expect(gone?.since.light).toBe(0);
    expect(gone?.surprise).toBeGreaterThan(2.2);
  });

  test("is late as soon as a spell of full weeks outlasts the athlete's own, and not where spells differ anyway", () => {
    const regular = relief((week) => (week < WEEKS - 6 ? usual(week) : 10));
    expect(regular?.spell).toMatchObject({ full: 8, usual: 3 });
    expect(regular?.spell.overdue).toBeGreaterThan(4);
    expect(relief(usual)?.spell.overdue).toBe(0);
    const anyhow = relief((week) => ([3, 5, 11, 14, 21].includes(week) ? 7.5 : 10));
    expect(anyhow?.spell).toMatchObject({ full: 6, overdue: expect.closeTo(1.7, 0) });
    expect(relief(() => 10)?.spell).toEqual({ full: 24, usual: null, overdue: 0 });
  });

  test("cannot be known of a log of some weeks", () => {
    const activities = runs(70, () => ({ km: 8 }));
    const to = dayNumber(addDays(FROM, 69));
    expect(weekRelief(prepareLog({ activities }), { from: to - 100, since: to - 55, to })).toBeNull();
  });
});
