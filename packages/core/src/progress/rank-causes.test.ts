import type { Activity } from "@repo/core/activities";
import { addDays, dayNumber, daysBetween } from "@repo/core/calendar";
import type { CheckIn } from "@repo/core/wellness";
import { describe, expect, test } from "vitest";
import { prepareLog, rankCauses } from "./index.ts";

const START = "2025-01-06";
const WEEKS = 24;
const TODAY = addDays(START, WEEKS * 7 - 1);
/** The trouble begins here: sixteen good weeks before it, eight weeks after. */
const CHANGE = 16;

type Week = { week: number; late: boolean };
type Habits = {
  easy?: (w: Week) => Partial<Activity>;
  quality?: (w: Week) => Partial<Activity> | null;
  qualityDay?: (w: Week) => number;
  longKm?: (w: Week) => number;
  scale?: (w: Week) => number;
  strength?: (w: Week) => boolean;
  checkIn?: (w: Week) => Partial<CheckIn>;
  results?: (w: Week) => { temperatureC: number };
  raceEvery?: number;
  longTitle?: string;
  /** Sound training from this day on, before the twenty-four weeks. */
  from?: string;
};

const MENU = ["6 x 800 m", "10 x 400 m", "5 x 1000 m", "Tempo 25 min", "8 x 60 s hills", "3 x 1 mile"];

/** Twenty-four weeks of sound training (cutbacks, a long run, strength, varied workouts), changed as asked. */
function logOf(habits: Habits) {
  const activities: Activity[] = [];
  const wellness: CheckIn[] = [];
  const results: { date: string; distanceM: number; timeS: number; temperatureC: number }[] = [];
  const first = habits.from ? Math.floor(daysBetween(START, habits.from) / 7) : 0;
  for (let week = first; week < WEEKS; week++) {
    const at: Week = { week, late: week >= CHANGE };
    const day = (weekday: number) => addDays(START, week * 7 + weekday);
    const scale = habits.scale?.(at) ?? (week % 4 === 3 ? 0.72 : 1);
    const run = (weekday: number, title: string, km: number, more: Partial<Activity> = {}) =>
      activities.push({
        id: `${week}-${weekday}-${title}`,
        date: day(weekday),
        sport: "run",
        title,
        distanceM: km * 1000,
        durationS: km * 345,
        avgHr: 138,
        rpe: 3,
        ...more,
      });
    for (const weekday of [2, 4, 5]) run(weekday, "Easy run", 9 * scale, habits.easy?.(at));
    const quality = habits.quality
      ? habits.quality(at)
      : { title: MENU[Math.abs(Math.floor(week / 2)) % MENU.length] };
    if (quality) run(habits.qualityDay?.(at) ?? 1, "Workout", 10 * scale, { rpe: 8, avgHr: 160, ...quality });
    const longKm = habits.longKm?.(at) ?? 16;
    if (longKm > 0) run(6, habits.longTitle ?? "Long run", longKm * scale, { rpe: 4 });
    if (habits.strength?.(at) ?? true) {
      activities.push({
        id: `${week}-s`,
        date: day(3),
        sport: "strength",
        title: "Strength",
        durationS: 2400,
      });
    }
    for (let weekday = 0; weekday < 7; weekday++) {
      const wobble = (week + weekday) % 2;
      wellness.push({
        date: day(weekday),
        fatigue: 2 + wobble,
        soreness: 2,
        stress: 2,
        mood: 4,
        sleepHours: 7.6,
        restingHr: 50 + wobble,
        ...habits.checkIn?.(at),
      });
    }
    const weather = habits.results?.(at) ?? { temperatureC: 11 };
    if (week % (habits.raceEvery ?? 2) === 0)
      results.push({ date: day(6), distanceM: 5000, timeS: 1300, ...weather });
  }
  const athlete = { maxHr: 190, restingHr: 50 };
  return prepareLog({ athlete, activities, wellness, results });
}

function causesOf(habits: Habits): string[] {
  const onset = { day: dayNumber(START) + CHANGE * 7, rosePct: 5 };
  return rankCauses(logOf(habits), dayNumber(TODAY), onset).map((each) => each.cause);
}

/** Repetitions that start hot and fade, or stay even. */
function laps(reps: number, paces: (index: number) => number) {
  return Array.from({ length: reps }, (_, index) => [
    { kind: "work" as const, distanceM: 800, durationS: 0.8 * paces(index) },
    { kind: "rest" as const, distanceM: 200, durationS: 90 },
  ]).flat();
}

describe("causes ranked by evidence", () => {
  test("sound training leaves only the need for something new", () => {
    expect(causesOf({})[0]).toBe("new-stimulus-needed");
  });

  test.each<[string, Habits]>([
    [
      "same-workout",
      { quality: ({ late, week }) => ({ title: late ? "6 x 800 m" : MENU[(week >> 1) % 6] }) },
    ],
    ["no-speed-work", { quality: ({ late, week }) => (late ? null : { title: MENU[(week >> 1) % 6] }) }],
    ["no-strength", { strength: ({ late }) => !late }],
    ["no-long-run", { longKm: ({ late }) => (late ? 7 : 16) }],
    ["low-mileage", { scale: ({ late, week }) => (late ? 0.35 : week % 4 === 3 ? 0.72 : 1) }],
    ["no-cutback", { scale: ({ late, week }) => (!late && week % 4 === 3 ? 0.72 : 1) }],
    ["perpetual-medium", { easy: ({ late }) => (late ? { avgHr: 158, rpe: 5 } : {}) }],
    ["life-stress", { checkIn: ({ late }) => (late ? { stress: 4, sleepHours: 6.3 } : {}) }],
    [
      "under-fuelled",
      { checkIn: ({ late }) => (late ? { fatigue: 4, notes: "bonked again, skipped lunch" } : {}) },
    ],
    ["conditions", { results: ({ late }) => ({ temperatureC: late ? 29 : 11 }) }],
    ["conditions", { results: ({ late }) => ({ temperatureC: late ? 29 : 11 }), raceEvery: 6 }],
    ["wrong-order", { qualityDay: ({ late }) => (late ? 0 : 1) }],
    [
      "pacing",
      {
        quality: ({ late, week }) => ({
          title: MENU[(week >> 1) % 6]?.startsWith("6") ? "6 x 800 m" : "5 x 800 m",
          laps: laps(6, (index) => (late ? 232 + index * 5 : 244)),
        }),
      },
    ],
    [
      "fantasy-pace",
      {
        quality: ({ late, week }) => ({
          title: `${6 + (week % 3)} x 800 m`,
          laps: laps(late ? 4 : 6 + (week % 3), () => (late ? 226 : 246)),
          rpe: late ? 10 : 8,
        }),
      },
    ],
    [
      "fantasy-pace",
      {
        quality: ({ late, week }) => ({
          title: `${6 + (week % 3)} x 800 m${late ? " @3:50/km" : ""}`,
          laps: laps(6 + (week % 3), () => 246),
        }),
      },
    ],
  ])("%s is named first when it is what changed", (cause, habits) => {
    expect(causesOf(habits)[0]).toBe(cause);
  });

  test("more training, no rest and a body that protests is called overcooked", () => {
    const causes = causesOf({
      scale: ({ week }) => (week >= 20 ? 1.5 : week % 4 === 3 ? 0.72 : 1),
      checkIn: ({ week }) =>
        week >= 20 ? { fatigue: 5, soreness: 4, mood: 2, restingHr: 57, sleepHours: 6.2 } : {},
    });
    expect(causes[0]).toBe("overcooked");
  });

  test("half as much again on the usual days is more training, also where nothing of the body is known", () => {
    const unheard = (grown: number) => {
      const log = logOf({ scale: ({ week }) => (week >= 20 ? grown : week % 4 === 3 ? 0.72 : 1) });
      const sessions = log.sessions.map((session) => ({
        ...session,
        activity: { ...session.activity, avgHr: null, rpe: null },
      }));
      const onset = { day: dayNumber(START) + 20 * 7, rosePct: 5 };
      return rankCauses({ ...log, sessions, checkIns: [] }, dayNumber(TODAY), onset).map(
        ({ cause }) => cause,
      );
    };
    expect(unheard(1.6)).toContain("overcooked");
    expect(unheard(1.1)).not.toContain("overcooked");
  });

  test("an overload that has lasted for months is still seen against the weeks before it", () => {
    const log = logOf({
      scale: ({ week }) => (week >= 10 ? 1.5 : week % 4 === 3 ? 0.72 : 1),
      checkIn: ({ week }) =>
        week >= 10 ? { fatigue: 5, soreness: 4, mood: 2, restingHr: 57, sleepHours: 6.2 } : {},
    });
    const onset = { day: dayNumber(START) + 70, rosePct: 5 };
    expect(rankCauses(log, dayNumber(TODAY), onset)[0]?.cause).toBe("overcooked");
  });

  test("a light fortnight that keeps its workouts is no recovery phase, one without them is", () => {
    const light = (workouts: boolean) =>
      causesOf({
        scale: ({ week }) => (week === 14 || week === 15 ? 0.5 : 1),
        quality: ({ week }) =>
          (week === 14 || week === 15) && !workouts
            ? null
            : { title: MENU[Math.abs(Math.floor(week / 2)) % MENU.length] },
        from: "2024-06-03",
      });
    expect(light(true)).toContain("no-recovery-phase");
    expect(light(false)).not.toContain("no-recovery-phase");
  });

  test("a hard session after an unnamed long run is in the wrong order all the same", () => {
    const unnamed = causesOf({
      qualityDay: ({ late }) => (late ? 0 : 1),
      longTitle: "Morning Run",
      longKm: () => 14,
    });
    expect(unnamed[0]).toBe("wrong-order");
  });

  test("who runs twice a week has nothing to cut back from", () => {
    const few = { easy: () => ({ sport: "ride" as const }), scale: () => 1 };
    expect(causesOf(few)).not.toContain("no-cutback");
    expect(causesOf({ scale: ({ late, week }) => (!late && week % 4 === 3 ? 0.72 : 1) })).toContain(
      "no-cutback",
    );
  });

  test("a lighter week that is late by the athlete's own rhythm is named before eight weeks without one are over", () => {
    const late = ({ week }: { week: number }) => (week < 19 && week % 4 === 3 ? 0.72 : 1);
    expect(causesOf({ scale: late })).toContain("no-cutback");
    expect(causesOf({ scale: ({ week }) => (week % 4 === 3 ? 0.72 : 1) })).not.toContain("no-cutback");
  });

  test("what was already so while things went well counts against it", () => {
    const always = causesOf({ strength: () => true, longKm: () => 7 });
    expect(always.indexOf("no-long-run")).not.toBe(0);
  });

  test("each cause comes with rows, a remedy in words and a day to test again", () => {
    const ranked = rankCauses(logOf({ strength: ({ late }) => !late }), dayNumber(TODAY), null);
    for (const each of ranked) {
      expect(each.evidence.length).toBeGreaterThan(0);
      expect(each.remedy.text.length).toBeGreaterThan(20);
      expect(each.remedy.retestOn > TODAY).toBe(true);
      expect(each.source.length).toBeGreaterThan(0);
    }
  });
});
