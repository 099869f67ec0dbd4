import type { Activity } from "@repo/core/activities";
import { addDays, dayNumber } from "@repo/core/calendar";
import { judgeProgress, performanceSeries, prepareLog, strainSignals } from "@repo/core/progress";
import type { PlannedWorkout, Season } from "@repo/core/season";
import type { CheckIn } from "@repo/core/wellness";
import { describe, expect, test } from "vitest";
import { isQuiet, judgeWarnings, kindsToldByOthers, type Warning } from "./index.ts";

const TODAY = "2026-03-29";

type Parts = { activities?: Activity[]; wellness?: CheckIn[]; season?: Season };

function warningsOf(parts: Parts, today = TODAY): Warning[] {
  const log = prepareLog(parts);
  const day = dayNumber(today);
  const progress = judgeProgress(log, performanceSeries(log), day);
  const strain = strainSignals(log, day);
  return judgeWarnings({ log, day, load: null, progress, strain, quiet: isQuiet(log, day, today) });
}

function kindsOf(parts: Parts, today = TODAY): string[] {
  return warningsOf(parts, today).map((warning) => warning.kind);
}

function run(daysAgo: number, km: number, more: Partial<Activity> = {}): Activity {
  const date = addDays(TODAY, -daysAgo);
  return {
    id: `${daysAgo}`,
    date,
    sport: "run",
    title: "Easy run",
    distanceM: km * 1000,
    durationS: km * 340,
    ...more,
  };
}

/** Ten weeks of four runs a week, the longest 12 km. */
const STEADY = Array.from({ length: 70 }, (_, ago) => ago)
  .filter((ago) => [0, 2, 4, 6].includes(ago % 7))
  .map((ago) => run(ago, ago % 7 === 6 ? 12 : 8));

function season(workouts: PlannedWorkout[], races: { date: string; distanceM: number }[] = []): Season {
  const start = addDays(TODAY, -27);
  return {
    format: "mesocycle/season",
    version: 1,
    request: {
      format: "mesocycle/season-request",
      version: 1,
      start,
      level: "intermediate",
      runsPerWeek: 4,
      currentWeeklyKm: 36,
      races: races.map((race) => ({ ...race, priority: "A" as const })),
    },
    phases: [{ kind: "build", start, end: addDays(TODAY, 60) }],
    weeks: [{ start, phase: "build", targetKm: 40, cutback: false, workouts }],
  };
}

function planned(inDays: number, kind: PlannedWorkout["kind"], hard = false): PlannedWorkout {
  return { id: `p${inDays}`, date: addDays(TODAY, inDays), kind, hard, title: kind };
}

describe("what is warned of", () => {
  test("steady training warns of nothing", () => {
    expect(kindsOf({ activities: STEADY })).toEqual([]);
  });

  test("one run half as long again as any of the month before", () => {
    const activities = [...STEADY.filter((each) => each.id !== "2"), run(2, 19)];
    const [spike] = warningsOf({ activities });
    expect(spike).toMatchObject({ kind: "session-spike", severity: "warn" });
    expect(spike?.title).toBe("A run of 19 km after nothing longer than 12 km in 30 days");
    expect(kindsOf({ activities: [...STEADY.filter((each) => each.id !== "2"), run(2, 13)] })).toEqual([]);
  });

  test("a spike without a month to compare with is not called safe, nor a spike", () => {
    expect(kindsOf({ activities: [run(1, 25)] })).toEqual([]);
  });

  test("runs whose distance nobody wrote down are not runs of no distance", () => {
    const untold = STEADY.map((each) => ({ ...each, distanceM: null }));
    expect(kindsOf({ activities: untold })).toEqual([]);
    const long = { ...run(0, 18), id: "long" };
    expect(kindsOf({ activities: [...untold.filter((each) => each.date !== TODAY), long] })).toEqual([]);
    const race = season([], [{ date: addDays(TODAY, 30), distanceM: 21_097.5 }]);
    expect(kindsOf({ activities: untold, season: race })).not.toContain("race-unprepared");
  });

  test("a rhythm lost is told in minutes where distances are not written down", () => {
    const untold = STEADY.map((each) => ({ ...each, distanceM: null }));
    const rare = untold.filter((each) => each.date < addDays(TODAY, -20));
    const kept = [run(2, 5), run(12, 5)].map((each) => ({ ...each, id: `k${each.id}`, distanceM: null }));
    const lost = warningsOf({ activities: [...rare, ...kept] }).find(
      (each) => each.kind === "missed-workouts",
    );
    expect(lost?.title).toMatch(/^\d+ min of running a week for three weeks, usually \d\d+$/);
  });

  test("pain in a check-in or a note, but not a note without pain", () => {
    const told = { date: TODAY, pain: { site: "left calf", level: 5 } };
    expect(warningsOf({ activities: STEADY, wellness: [told] })[0]?.title).toBe("Pain: left calf, 5 of 10");
    expect(
      kindsOf({ activities: [...STEADY, run(1, 6, { id: "n", notes: "my achilles hurts on hills" })] }),
    ).toEqual(["pain"]);
    expect(
      kindsOf({ activities: [...STEADY, run(1, 6, { id: "n", notes: "no pain in the knee today" })] }),
    ).toEqual([]);
  });

  test.each(["chest pain on the stairs", "nearly passed out after the reps", "Palpitations again"])(
    "a note of symptoms of the heart refers to a doctor: %s",
    (notes) => {
      const [told] = warningsOf({ activities: STEADY, wellness: [{ date: TODAY, notes }] });
      expect(told).toMatchObject({ kind: "illness", severity: "error" });
      expect(told?.title).toContain("doctor");
      expect(
        kindsOf({ activities: STEADY, wellness: [{ date: TODAY, notes: "no chest pain today" }] }),
      ).toEqual([]);
    },
  );

  test("illness refers to rest and a doctor, and silences what it explains", () => {
    const [ill] = warningsOf({ activities: STEADY, wellness: [{ date: TODAY, ill: true }] });
    expect(ill).toMatchObject({ kind: "illness", severity: "error" });
    expect(ill?.remedy?.text).toMatch(/doctor/);
  });

  test("eight days of silence after a steady rhythm; seven are rest", () => {
    const until = (ago: number) => STEADY.filter((each) => each.date <= addDays(TODAY, -ago));
    expect(kindsOf({ activities: until(9) })).toEqual(["no-data"]);
    expect(kindsOf({ activities: until(6) })).toEqual([]);
  });

  test("a silence of a week needs the coach, one of three months is worth a look", () => {
    const after = (days: number) => warningsOf({ activities: STEADY }, addDays(TODAY, days));
    expect(after(20)).toMatchObject([{ kind: "no-data", severity: "warn" }]);
    expect(after(85)).toMatchObject([{ kind: "no-data", severity: "info" }]);
    expect(after(1200)).toMatchObject([{ kind: "no-data", severity: "info" }]);
  });

  test("three of four planned workouts missed", () => {
    const workouts = [
      planned(-7, "easy"),
      planned(-5, "intervals", true),
      planned(-3, "easy"),
      planned(-1, "long"),
    ];
    const activities = STEADY.filter((each) => each.date < addDays(TODAY, -10));
    const wellness = [{ date: TODAY, fatigue: 2 }];
    const [missed] = warningsOf({ activities, wellness, season: season(workouts) });
    expect(missed?.kind).toBe("missed-workouts");
    expect(missed?.title).toBe("4 of 4 planned workouts not logged in 10 days");
    const ill = [{ date: TODAY, ill: true }];
    expect(kindsOf({ activities, wellness: ill, season: season(workouts) })).not.toContain("missed-workouts");
    const excused = workouts.map((workout) => ({ ...workout, status: "excused" }));
    expect(kindsOf({ activities, season: season(excused) })).not.toContain("missed-workouts");
  });

  test("a marathon in six weeks on runs of 12 km", () => {
    const races = [{ date: addDays(TODAY, 42), distanceM: 42_195 }];
    expect(kindsOf({ activities: STEADY, season: season([], races) })).toContain("race-unprepared");
    const short = [{ date: addDays(TODAY, 42), distanceM: 5000 }];
    expect(kindsOf({ activities: STEADY, season: season([], short) })).not.toContain("race-unprepared");
  });

  test("sprints tomorrow after repetitions today", () => {
    const hard = run(0, 10, { id: "hard", title: "8 x 400 m", rpe: 8 });
    const sprints = season([planned(1, "sprints", true)]);
    expect(kindsOf({ activities: [...STEADY, hard], season: sprints })).toContain("sprint-not-fresh");
    expect(kindsOf({ activities: STEADY, season: sprints })).not.toContain("sprint-not-fresh");
  });

  test("one sign of the body alone opens no under-recovery, several do", () => {
    const mornings = (late: Partial<CheckIn>) =>
      Array.from({ length: 80 }, (_, ago) => ({
        date: addDays(TODAY, -ago),
        fatigue: 2 + (ago % 2),
        mood: 4,
        restingHr: 50 + (ago % 3),
        hrvRmssd: 60 + (ago % 5),
        sleepHours: 7.6,
        ...(ago < 9 ? late : {}),
      }));
    const kinds = (late: Partial<CheckIn>) => kindsOf({ activities: STEADY, wellness: mornings(late) });
    expect(kinds({})).toEqual([]);
    expect(kinds({ restingHr: 57 })).toEqual(["resting-hr-high"]);
    expect(kinds({ restingHr: 57, fatigue: 5, mood: 2, hrvRmssd: 44 })).toEqual(["under-recovery"]);
  });

  test("two signs of the body must last into a second week: a bad week passes by itself", () => {
    const mornings = (days: number) =>
      Array.from({ length: 80 }, (_, ago) => ({
        date: addDays(TODAY, -ago),
        restingHr: (ago < days ? 57 : 50) + (ago % 3),
        hrvRmssd: (ago < days ? 44 : 60) + (ago % 5),
      }));
    const kinds = (days: number) => kindsOf({ activities: STEADY, wellness: mornings(days) });
    expect(kinds(7)).not.toContain("under-recovery");
    expect(kinds(14)).toContain("under-recovery");
  });

  test("full fortnights of a log that is kept by halves are not more training than usual", () => {
    const days = Array.from({ length: 140 }, (_, ago) => ago);
    // A third of the days in the first half of each month, two thirds in the second: logged so, not run so.
    const kept = days.filter((ago) => (ago * 7919) % 10 < (Math.floor(ago / 14) % 2 === 0 ? 8 : 3));
    const activities = kept.map((ago) => run(ago, 8));
    expect(kindsOf({ activities })).not.toContain("overcooked");
  });

  test("every warning says what, on what evidence, what to do and where that comes from", () => {
    const activities = [...STEADY.filter((each) => each.id !== "2"), run(2, 22, { notes: "my knee hurts" })];
    const warnings = warningsOf({ activities });
    expect(warnings.length).toBe(2);
    for (const warning of warnings) {
      expect(warning.title).toMatch(/\d|note/);
      expect(warning.evidence.length).toBeGreaterThan(0);
      expect(warning.remedy?.text.length).toBeGreaterThan(20);
      expect(warning.source.length).toBeGreaterThan(0);
    }
  });
});

test("a silence is not told a second time as a lost rhythm, and little running without one is told", () => {
  const back = [0, 3, 6].map((ago) => run(ago, 9));
  const before = STEADY.filter((each) => each.date < addDays(TODAY, -20));
  expect(kindsOf({ activities: [...back, ...before] })).not.toContain("missed-workouts");
  const little = [0, 6, 12, 18].map((ago) => run(ago, 5));
  expect(kindsOf({ activities: [...little, ...before] })).toContain("missed-workouts");
});

describe("what another warning tells with its own", () => {
  test("is not told beside it with the numbers of an earlier day", () => {
    const open = [
      { kind: "no-data", lastHeldOn: TODAY },
      { kind: "missed-workouts", lastHeldOn: addDays(TODAY, -3) },
      { kind: "pain", lastHeldOn: addDays(TODAY, -3) },
    ];
    expect([...kindsToldByOthers(open)]).toEqual(["missed-workouts"]);
  });

  test("is told when it holds and the other held no later", () => {
    const open = [
      { kind: "no-data", lastHeldOn: addDays(TODAY, -2) },
      { kind: "missed-workouts", lastHeldOn: TODAY },
    ];
    expect([...kindsToldByOthers(open)]).toEqual([]);
  });
});
