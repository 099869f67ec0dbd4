import { addDays, dayNumber, fromDayNumber, WEEKDAYS, weekdayOf } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { NO_PACING, type Pacing, pacingOf } from "@repo/core/paces";
import { checkSeason } from "@repo/core/rules";
import { isRun } from "@repo/core/season";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  Cycle,
  type CycleAthlete,
  classicCycles,
  cycleOfSeason,
  cycleStart,
  findClassicCycle,
  goalRace,
  placeCycle,
  rollOutWeeks,
  volumeScale,
} from "./index.ts";

const MONDAY = "2026-03-02";
const paceOf = (timeS: number): Pacing =>
  pacingOf({ results: [{ date: "2026-02-20", distanceM: 5_000, timeS }], athlete: {}, asOf: MONDAY });
const athlete = (overrides: Partial<CycleAthlete> = {}): CycleAthlete => ({
  pacing: NO_PACING,
  level: null,
  runsPerWeek: null,
  currentWeeklyKm: 40,
  longestRunLast30DaysKm: 14,
  unavailable: [],
  blackout: [],
  injuryHistory: [],
  ...overrides,
});
const classic = (id: string) => {
  const found = findClassicCycle(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found.content();
};

describe("the classic plans", () => {
  test("5K, 10K, half and marathon come for three levels of 3, 5 and 7 days, and the sample year beside them", () => {
    const made = classicCycles();
    for (const event of ["5k", "10k", "half", "marathon"]) {
      const days = ["beginner", "intermediate", "advanced"].map(
        (level) => made.find(({ id }) => id === `${event}-${level}`)?.runsPerWeek,
      );
      expect(days).toEqual([3, 5, 7]);
    }
    expect(made).toHaveLength(13);
  });

  test.each(classicCycles().map(({ id }) => id))(
    "%s is a cycle that its own rules find nearly nothing in",
    (id) => {
      const { level, runsPerWeek, fromKm, content } = findClassicCycle(id) ?? {};
      const cycle = Cycle.parse(content?.());
      const runs = cycle.weeks.map(
        ({ workouts }) => new Set(workouts.filter(({ kind }) => isRun(kind)).map(({ day }) => day)).size,
      );
      expect(Math.max(...runs)).toBe(runsPerWeek);
      const { season } = placeCycle(
        cycle,
        { kind: "start", date: MONDAY },
        athlete({
          level,
          runsPerWeek,
          currentWeeklyKm: fromKm,
          longestRunLast30DaysKm: (fromKm ?? 0) * 0.35,
        }),
      );
      const found = checkSeason(season, { today: MONDAY }).filter(({ severity }) => severity !== "info");
      expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(found.length, found.map(({ title }) => title).join("\n")).toBeLessThanOrEqual(1);
    },
  );

  test("the sample year is a year: 10K in May, two weeks off and two easy, half in November, the rest free", () => {
    const cycle = classic("sample-year");
    const months = cycle.races.map(({ week, day }) => addDays("2024-01-01", week * 7 + day).slice(5, 7));
    expect(cycle.weeks).toHaveLength(52);
    expect(months).toEqual(["05", "11"]);
    const after = (cycle.races[0]?.week ?? 0) + 1;
    expect(cycle.weeks.slice(after, after + 4).map(({ workouts }) => workouts.length)).toEqual([0, 0, 3, 4]);
    expect(cycle.weeks.at(-1)?.phase).toBe("free");
  });
});

describe("a cycle placed for an athlete", () => {
  test("the same intents give each athlete totals of their own", () => {
    const minutes = [1_000, 1_800].map((timeS) => {
      const { season } = placeCycle(
        classic("10k-intermediate"),
        { kind: "start", date: MONDAY },
        athlete({ pacing: paceOf(timeS) }),
      );
      const workouts = season.weeks.flatMap((week) => week.workouts);
      return {
        texts: workouts.map(({ text }) => text),
        hours: workouts.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0),
      };
    });
    expect(minutes[0]?.texts).toEqual(minutes[1]?.texts);
    expect(minutes[1]?.hours).toBeGreaterThan((minutes[0]?.hours ?? 0) * 1.3);
  });

  test("counted back from a race, the race lies on its day and the weeks before it lead there", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...classicCycles()),
        fc.integer({ min: 0, max: 400 }),
        ({ content }, offset) => {
          const date = fromDayNumber(dayNumber("2026-06-01") + offset);
          const { season } = placeCycle(content(), { kind: "race", date }, athlete());
          const goal = season.request?.races.filter(({ priority }) => priority === "A").at(-1);
          expect(goal?.date).toBe(date);
          const races = season.weeks.flatMap((week) => week.workouts).filter(({ kind }) => kind === "race");
          expect(races.map((race) => race.date)).toContain(date);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("nothing lies on a day the athlete cannot train but races; what moved or found no day is named", () => {
    const days = fc.subarray([...WEEKDAYS], { maxLength: 5 });
    const cycles = fc.constantFrom(...classicCycles());
    fc.assert(
      fc.property(
        cycles,
        days,
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 10 }),
        ({ content }, unavailable, away) => {
          const cycle = content();
          const blackout = away.map((day) => addDays(MONDAY, day));
          const placed = placeCycle(
            cycle,
            { kind: "start", date: MONDAY },
            athlete({ unavailable, blackout }),
          );
          const workouts = placed.season.weeks.flatMap((week) => week.workouts);
          const isClosed = (date: string) => unavailable.includes(weekdayOf(date)) || blackout.includes(date);
          expect(workouts.filter(({ kind, date }) => kind !== "race" && isClosed(date))).toEqual([]);
          expect(workouts.length + placed.dropped.length).toBe(
            cycle.weeks.flatMap((week) => week.workouts).length,
          );
          expect(placed.moved.every(({ from }) => isClosed(from))).toBe(true);
          for (const { workouts: inWeek } of placed.season.weeks) {
            const moved = inWeek.filter(
              ({ hard, title, date }) =>
                hard && placed.moved.some((each) => each.title === title && each.to === date),
            );
            for (const { date } of moved) {
              const beside = inWeek.filter(
                ({ hard, date: other }) => hard && Math.abs(dayNumber(other) - dayNumber(date)) === 1,
              );
              expect(beside).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a start that is no Monday is refused by name", () => {
    expect(() => cycleStart(classic("5k-beginner"), { kind: "start", date: "2026-03-03" })).toThrow(AppError);
    expect(() => cycleStart(classic("5k-beginner"), { kind: "start", date: "2026-03-03" })).toThrow(
      /2026-03-03 is no Monday/,
    );
  });
});

describe("a season saved as a cycle", () => {
  test("comes back as the same workouts when it is placed where it was", () => {
    const { season } = placeCycle(classic("half-intermediate"), { kind: "start", date: MONDAY }, athlete());
    const again = placeCycle(cycleOfSeason(season), { kind: "start", date: MONDAY }, athlete()).season;
    const told = (of: typeof season) =>
      of.weeks.flatMap((week) =>
        week.workouts.map(({ date, title, text, hard, kind }) => ({ date, title, text, hard, kind })),
      );
    expect(told(again)).toEqual(told(season));
    expect(again.phases).toEqual(season.phases);
  });

  test("a part of it holds only its weeks and its races", () => {
    const { season } = placeCycle(classic("half-intermediate"), { kind: "start", date: MONDAY }, athlete());
    const part = cycleOfSeason(season, { from: addDays(MONDAY, 7), to: addDays(MONDAY, 28) });
    expect(part.weeks).toHaveLength(4);
    expect(goalRace(part)).toBeNull();
    expect(() => cycleOfSeason(season, { from: "2030-01-07" })).toThrow(/no weeks between/);
  });
});

test("scaled to an athlete's volume, easy running takes the difference, and hard sessions and races stay as written", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...classicCycles().map(({ id }) => id)),
      fc.integer({ min: 5, max: 150 }),
      (id, nowKm) => {
        const cycle = classic(id);
        const pacing = paceOf(1_300);
        const anchor = { kind: "start", date: MONDAY } as const;
        const written = placeCycle(cycle, anchor, athlete({ pacing })).season;
        const scale = volumeScale(cycle, { pacing, nowKm });
        const { season } = placeCycle(cycle, anchor, athlete({ pacing }), { factor: scale?.factor ?? 1 });
        if (!scale) {
          expect(season).toEqual(written);
          return;
        }
        const pairs = season.weeks.flatMap((week, at) =>
          week.workouts.map((workout, place) => [written.weeks[at]?.workouts[place], workout] as const),
        );
        for (const [before, after] of pairs) {
          if (before?.hard || before?.kind === "race") expect(after).toEqual(before);
          else if (scale.factor < 1) expect(after.distanceM ?? 0).toBeLessThanOrEqual(before?.distanceM ?? 0);
          else expect(after.distanceM ?? 0).toBeGreaterThanOrEqual(before?.distanceM ?? 0);
        }
        const kmOf = (of: typeof season) =>
          (of.weeks.find(({ cutback }) => !cutback)?.workouts ?? [])
            .filter(({ kind }) => isRun(kind) && kind !== "race")
            .reduce((sum, { distanceM }) => sum + (distanceM ?? 0) / 1_000, 0);
        expect(Math.abs(kmOf(season) - nowKm)).toBeLessThan(Math.abs(kmOf(written) - nowKm));
      },
    ),
  );
  expect(volumeScale(classic("10k-beginner"), { pacing: NO_PACING, nowKm: null })).toBeNull();
});

test("a title that names its length names the scaled one", () => {
  const cycle = classic("10k-intermediate");
  const { season } = placeCycle(cycle, { kind: "start", date: MONDAY }, athlete(), { factor: 0.7 });
  const easy = season.weeks
    .flatMap(({ workouts }) => workouts)
    .filter(({ title }) => /^Easy [\d.]+ km$/.test(title));
  expect(easy.length).toBeGreaterThan(5);
  for (const { title, distanceM } of easy)
    expect(Number.parseFloat(title.slice(5)) * 1_000).toBeCloseTo(distanceM ?? 0, 0);
});

test("a roll-out never names a week that has begun or in which anything was edited or judged, and names every other", () => {
  const week = fc.integer({ min: 0, max: 9 }).map((at) => addDays(MONDAY, 7 * at));
  const workout = fc.record({
    date: fc.integer({ min: 0, max: 69 }).map((at) => addDays(MONDAY, at)),
    status: fc.constantFrom("planned", "planned", "planned", "done", "missed", "excused"),
    isEdited: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(week),
      fc.array(workout, { maxLength: 12 }),
      fc.integer({ min: -7, max: 70 }),
      (weeks, workouts, day) => {
        const today = addDays(MONDAY, day);
        const { replace, skip } = rollOutWeeks(weeks, workouts, today);
        expect([...replace, ...skip.map((each) => each.week)].sort()).toEqual([...new Set(weeks)].sort());
        for (const start of replace) {
          expect(start > today).toBe(true);
          const inWeek = workouts.filter(({ date }) => start <= date && date <= addDays(start, 6));
          expect(inWeek.every(({ status, isEdited }) => status === "planned" && !isEdited)).toBe(true);
        }
      },
    ),
  );
});
