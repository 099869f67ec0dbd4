import { addDays } from "@repo/core/calendar";
import { classifyHistory } from "@repo/core/intensity";
import type { CheckIn } from "@repo/core/wellness";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessRecovery, prepareRecovery, type Recovery } from "./index.ts";
import { steadyDiary as diary, easyWeeks, DIARY_END as TODAY, wobble } from "./steady-diary.ts";

function assess(checkIns: CheckIn[], activities = easyWeeks()): Recovery {
  const sessions = classifyHistory({ activities }, TODAY);
  return assessRecovery({ checkIns, sessions, asOf: TODAY });
}

const stateOf = (recovery: Recovery, name: string) =>
  recovery.signals.find((one) => one.signal === name)?.state;

describe("the state of recovery", () => {
  it("of a steady athlete is ready", () => {
    expect(assess(diary()).state).toBe("ready");
  });

  it("is unknown when fewer than two components are fresh", () => {
    expect(assess([]).state).toBe("unknown");
    expect(assess(diary().slice(0, -3)).state).toBe("unknown");
    expect(assess(diary().map(({ date, sleepHours }) => ({ date, sleepHours }))).state).toBe("unknown");
  });

  it("is caution with two adverse components, or with wellness alone far down", () => {
    const two = assess(diary(() => ({ sleepHours: 5, restingHr: 55 }), 3));
    expect([two.state, two.adverse]).toEqual(["caution", ["resting-hr", "sleep"]]);
    const alone = assess(diary(() => ({ fatigue: 5, soreness: 4, stress: 3, mood: 2, sleepQuality: 3 }), 1));
    expect(alone.state).toBe("caution");
  });

  it("is rest with three adverse components", () => {
    const bad = (one: CheckIn) => ({
      sleepHours: 5.4,
      restingHr: 56,
      hrvRmssd: (one.hrvRmssd ?? 0) * 0.7,
      fatigue: 5,
      mood: 1,
    });
    expect(assess(diary(bad, 6)).state).toBe("rest");
  });

  it("is rest with illness or pain whatever else is good, until a newer check-in says otherwise", () => {
    expect(assess(diary(() => ({ ill: true }), 1)).state).toBe("rest");
    expect(assess(diary(() => ({ pain: { site: "shin", level: 6 } }), 1)).state).toBe("rest");
    expect(assess(diary(() => ({ pain: { site: "shin", level: 2 } }), 1)).state).toBe("ready");
    const over = diary((_, index) => (index < 69 ? { ill: true } : { ill: false }), 4);
    expect(assess(over).state).toBe("ready");
  });

  it("counts two hard days in a row", () => {
    expect(assess(diary(), easyWeeks([0, 1])).adverse).toContain("hard-days-in-a-row");
    expect(assess(diary(), easyWeeks([0, 2])).adverse).not.toContain("hard-days-in-a-row");
  });

  it("of a steady athlete is hardly ever rest, over many different diaries", () => {
    let [days, rest, caution] = [0, 0, 0];
    for (let phase = 0; phase < 40; phase += 1) {
      const checkIns = diary().map((one, index) => ({
        ...one,
        sleepHours: 7.8 + 0.7 * wobble(index * 1.3, phase),
        restingHr: 48 + 2.5 * wobble(index * 0.7, phase * 2),
        hrvRmssd: 65 * Math.exp(0.15 * wobble(index * 1.9, phase * 3)),
        fatigue: Math.round(2.3 + 1.1 * wobble(index * 2.3, phase * 5)),
      }));
      const at = prepareRecovery({ checkIns, sessions: [] });
      for (let ago = 0; ago < 20; ago += 1) {
        const { state } = at(addDays(TODAY, -ago));
        days += 1;
        rest += Number(state === "rest");
        caution += Number(state === "caution");
      }
    }
    expect(rest / days).toBeLessThan(0.02);
    expect(caution / days).toBeLessThan(0.15);
  });

  it("is made of numbers, whatever a diary holds", () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const scale = maybe(fc.integer({ min: 1, max: 5 }));
    const checkIn = fc.record({
      date: fc.integer({ min: 0, max: 80 }).map((ago) => addDays(TODAY, -ago)),
      sleepHours: maybe(fc.double({ min: 0, max: 24, noNaN: true })),
      sleepQuality: scale,
      restingHr: maybe(fc.integer({ min: 20, max: 150 })),
      hrvRmssd: maybe(fc.double({ min: 1, max: 400, noNaN: true })),
      fatigue: scale,
      mood: scale,
      appetite: scale,
      legs: maybe(fc.constantFrom("dead", "heavy", "ok", "good", "bouncy") as fc.Arbitrary<CheckIn["legs"]>),
      ill: maybe(fc.boolean()),
    }) as fc.Arbitrary<CheckIn>;
    const sessions = classifyHistory({ activities: easyWeeks([1, 2, 9]) }, TODAY);
    fc.assert(
      fc.property(fc.array(checkIn, { maxLength: 90 }), (checkIns) => {
        const { signals } = assessRecovery({ checkIns, sessions, asOf: TODAY });
        return signals.every(({ evidence }) =>
          evidence.every(({ value }) => typeof value !== "number" || Number.isFinite(value)),
        );
      }),
    );
  });

  it("never looks at later days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 69 }), fc.integer({ min: 1, max: 5 }), (ago, fatigue) => {
        const asOf = addDays(TODAY, -ago);
        const checkIns = diary(() => ({ fatigue, ill: fatigue > 4 }), 20);
        const sessions = classifyHistory({ activities: easyWeeks([0, 1, 5, 6, 20]) }, TODAY);
        const whole = assessRecovery({ checkIns, sessions, asOf });
        const cut = assessRecovery({
          checkIns: checkIns.filter((one) => one.date <= asOf),
          sessions: sessions.filter(({ activity }) => activity.date <= asOf),
          asOf,
        });
        expect(whole).toStrictEqual(cut);
      }),
    );
  });
});

describe("the articles' flags and signs (M116, M117, M118)", () => {
  it("are unknown where nobody asked", () => {
    const bare = assess(diary().map(({ date, restingHr }) => ({ date, restingHr })));
    expect(stateOf(bare, "dead-legs")).toBe("unknown");
    expect(stateOf(bare, "dread")).toBe("unknown");
  });

  it("raise dead legs for days, poor sleep, a short temper, dread and swings of appetite", () => {
    const week = (_: CheckIn, index: number): Partial<CheckIn> => ({
      legs: "dead",
      sleepQuality: 1,
      mood: 2,
      motivation: 1,
      appetite: index % 2 === 0 ? 1 : 5,
    });
    const recovery = assess(diary(week, 7));
    for (const name of ["dead-legs", "poor-sleep", "short-temper", "dread", "appetite-swings"]) {
      expect(stateOf(recovery, name), name).toBe("adverse");
    }
    expect(stateOf(recovery, "under-recovery-flags")).toBe("adverse");
  });

  it("are never counted a second time: short nights alone are one component, whatever the flags say", () => {
    const recovery = assess(diary(() => ({ sleepHours: 5.5, sleepQuality: null }), 7));
    expect(stateOf(recovery, "poor-sleep")).toBe("adverse");
    expect(recovery.adverse).toEqual(["sleep"]);
    expect(recovery.state).toBe("ready");
  });

  it("see workouts that punish: more effort for no more speed", () => {
    const activities = easyWeeks().map((run) => ({ ...run, rpe: run.date > addDays(TODAY, -7) ? 6 : 3 }));
    const sessions = classifyHistory({ activities, athlete: { thresholdPaceSPerKm: 280 } }, TODAY);
    const recovery = assessRecovery({ checkIns: [], sessions, asOf: TODAY });
    expect(stateOf(recovery, "workouts-punish")).toBe("adverse");
  });

  it("see the same pace at a lower heart rate", () => {
    const activities = easyWeeks().map((run) => ({
      ...run,
      avgHr: run.date > addDays(TODAY, -14) ? 136 : 142,
    }));
    const sessions = classifyHistory({ activities }, TODAY);
    const recovery = assessRecovery({ checkIns: [], sessions, asOf: TODAY });
    expect(stateOf(recovery, "same-pace-lower-heart-rate")).toBe("good");
  });

  it("put both sides on the board", () => {
    const fresh = assess(diary(() => ({ legs: "bouncy", fatigue: 1, mood: 5 }), 3));
    expect([fresh.board.verdict, fresh.board.stale]).toEqual(["sharp", []]);
    const flat = assess(
      diary(
        (one) => ({ legs: "dead", mood: 1, fatigue: 5, restingHr: 57, hrvRmssd: (one.hrvRmssd ?? 0) * 0.7 }),
        6,
      ),
    );
    expect(flat.board.verdict).toBe("stale");
  });

  it("count how many days the legs need after a hard session", () => {
    const hard = [8, 15, 22, 29, 36];
    const checkIns = diary((_, index) => {
      const ago = 69 - index;
      const heavy = hard.some((day) => ago === day - 1 || ago === day - 2);
      return { legs: heavy ? "heavy" : "good" };
    }, 70);
    const recovery = assess(checkIns, easyWeeks(hard));
    expect(recovery.legsComeBack).toMatchObject({
      medianDays: 3,
      sessions: 5,
      lastHardOn: addDays(TODAY, -8),
      expectedOn: null,
    });
  });
});
