import type { Activity } from "@repo/core/activities";
import { addDays } from "@repo/core/calendar";
import type { LoadHistory } from "@repo/core/load";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import halves from "../../golden/decoupling.computed.json" with { type: "json" };
import treff from "../../golden/polarization-index.json" with { type: "json" };
import {
  classifyHistory,
  decoupling,
  decouplingOfSamples,
  distribution,
  efficiencyOf,
  isPolarised,
  perpetualMedium,
  polarisationIndex,
} from "./index.ts";

const TODAY = "2026-06-30";
const ATHLETE = { maxHr: 190, restingHr: 50, thresholdHr: 170, thresholdPaceSPerKm: 270 } as const;

describe("polarisation index", () => {
  for (const { input, expected, tolerance } of treff.cases) {
    it(`of ${input.z1_pct}/${input.z2_pct}/${input.z3_pct}`, () => {
      const zones = { z1: input.z1_pct, z2: input.z2_pct, z3: input.z3_pct };
      const wanted = expected as { pi?: number; polarized?: boolean };
      if (wanted.polarized !== undefined) {
        return expect(isPolarised(zones)).toEqual({ known: true, value: wanted.polarized });
      }
      const index = polarisationIndex(zones);
      const limit = typeof tolerance === "number" ? tolerance : (tolerance.pi ?? 0);
      expect(Math.abs((index.known ? index.value : Number.NaN) - (wanted.pi ?? 0))).toBeLessThanOrEqual(
        limit,
      );
    });
  }

  it("is unknown with more hard than easy time, and does not care for the unit", () => {
    expect(polarisationIndex({ z1: 20, z2: 10, z3: 70 })).toEqual({
      known: false,
      reason: "more-hard-than-easy",
    });
    const time = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(time, time, time, (z1, z2, z3) => {
        const [a, b] = [
          polarisationIndex({ z1, z2, z3 }),
          polarisationIndex({ z1: z1 / 8, z2: z2 / 8, z3: z3 / 8 }),
        ];
        if (!a.known || !b.known) return a.known === b.known;
        return Number.isFinite(a.value) && Math.abs(a.value - b.value) < 1e-9;
      }),
    );
  });
});

describe("decoupling", () => {
  for (const { input, expected } of halves.cases) {
    it(`from ${input.hr1} to ${input.hr2} bpm`, () => {
      const result = decoupling([
        { speed: input.speed1, hrBpm: input.hr1 },
        { speed: input.speed2, hrBpm: input.hr2 },
      ]);
      if (!result.known) throw new Error(result.reason);
      expect(result.value.decouplingPct).toBeCloseTo(expected.decoupling_pct, 6);
      expect(result.value.firstHalf).toBeCloseTo(expected.ef1, 6);
    });
  }

  const recorded = (
    seconds: number,
    hr: (second: number) => number | null,
    speed: (second: number) => number,
  ) => {
    const timeS = Array.from({ length: seconds + 1 }, (_, second) => second);
    let metres = 0;
    const distanceM = timeS.map((second) => {
      metres += second === 0 ? 0 : speed(second);
      return metres;
    });
    return { timeS, distanceM, hrBpm: timeS.map(hr) };
  };

  it("of a steady hour with a drifting heart is the drift after the warm-up", () => {
    const result = decouplingOfSamples(
      recorded(
        3600,
        (second) => (second < 2100 ? 140 : 147),
        () => 3,
      ),
    );
    expect(result.known && result.value.decouplingPct).toBeCloseTo(100 * (1 - 140 / 147), 1);
  });

  it("is unknown for short, unsteady or heartless runs", () => {
    expect(
      decouplingOfSamples(
        recorded(
          1800,
          () => 140,
          () => 3,
        ),
      ),
    ).toEqual({ known: false, reason: "too-short" });
    expect(
      decouplingOfSamples(
        recorded(
          3600,
          () => null,
          () => 3,
        ),
      ),
    ).toEqual({ known: false, reason: "no-heart-rate" });
    const blocks = decouplingOfSamples(
      recorded(
        4800,
        () => 150,
        (second) => (second % 1200 < 600 ? 2.5 : 4),
      ),
    );
    expect(blocks).toEqual({ known: false, reason: "not-steady" });
  });

  it("efficiency is only taken of steady, level runs with a heart rate", () => {
    const run: Activity = {
      id: "1",
      date: TODAY,
      sport: "run",
      durationS: 3000,
      distanceM: 9000,
      avgHr: 150,
    };
    expect(efficiencyOf(run)).toEqual({ known: true, value: (3 * 60) / 150 });
    expect(efficiencyOf({ ...run, elevationGainM: 400 }).known).toBe(false);
    expect(efficiencyOf(run, { reps: 6 })).toEqual({ known: false, reason: "not-steady" });
    expect(efficiencyOf({ ...run, avgHr: null })).toEqual({ known: false, reason: "no-heart-rate" });
  });
});

type Kind = { title?: string; pace: number; hr: number; rpe?: number; minutes?: number };

/** Six weeks, one run every other day, kinds in turn. */
function weeks(kinds: readonly Kind[]): LoadHistory {
  return {
    athlete: ATHLETE,
    results: [],
    activities: Array.from({ length: 21 }, (_, index): Activity => {
      const kind = kinds[index % kinds.length] as Kind;
      const durationS = (kind.minutes ?? 50) * 60;
      return {
        id: `${index}`,
        date: addDays("2026-05-19", index * 2),
        sport: "run",
        title: kind.title ?? null,
        durationS,
        distanceM: (durationS / kind.pace) * 1000,
        avgHr: kind.hr,
        rpe: kind.rpe ?? null,
      };
    }),
  };
}

const sessionsOf = (history: LoadHistory) => classifyHistory(history, TODAY);

describe("the distribution of intensity", () => {
  const mixed = sessionsOf(
    weeks([
      { pace: 345, hr: 138 },
      { pace: 345, hr: 140 },
      { pace: 340, hr: 138, title: "Long run", minutes: 100 },
      { pace: 345, hr: 139 },
      { pace: 300, hr: 160, title: "6 x 800 m" },
    ]),
  );

  it("counts sessions by what they were meant to be", () => {
    const { sessions, easySessionShare } = distribution(mixed, "heart-rate");
    expect([sessions.z1, sessions.z3]).toEqual([17, 4]);
    expect(easySessionShare).toBeCloseTo(17 / 21, 9);
  });

  it("counts time by what was measured, and reads the repetitions of a title", () => {
    const { share, shape } = distribution(mixed, "pace");
    expect(share?.z1).toBeGreaterThan(0.85);
    expect(share?.z3).toBeGreaterThan(0.03);
    expect(shape).not.toBeNull();
  });

  it("names no shape of less than four hours", () => {
    const few = distribution(mixed.slice(0, 3), "pace");
    expect([few.shape, few.polarisationIndex]).toEqual([null, { known: false, reason: "too-little-time" }]);
  });
});

describe("the trap of medium (M7)", () => {
  it("is seen when easy days are run between the thresholds", () => {
    const medium = perpetualMedium(sessionsOf(weeks([{ pace: 295, hr: 157, rpe: 5 }])));
    expect(medium.state).toBe("yes");
    expect(medium.signals).toEqual(["middle-share", "easy-pace", "easy-heart-rate", "easy-effort"]);
    expect(medium.easyFastEndSPerKm).toBeGreaterThan(medium.easyPaceSPerKm ?? 0);
  });

  it("is not seen in a week of easy days and two hard ones", () => {
    const sound = weeks([
      { pace: 345, hr: 138, rpe: 3 },
      { pace: 280, hr: 165, title: "Tempo", rpe: 7 },
      { pace: 345, hr: 138, rpe: 3 },
      { pace: 300, hr: 160, title: "6 x 800 m", rpe: 8 },
      { pace: 345, hr: 140, rpe: 3 },
    ]);
    expect(perpetualMedium(sessionsOf(sound))).toMatchObject({ state: "no", signals: [] });
  });

  it("is not judged on five runs, or on a threshold guessed from those very runs", () => {
    expect(perpetualMedium(sessionsOf(weeks([{ pace: 295, hr: 157 }])).slice(0, 5)).state).toBe(
      "not-enough-data",
    );
    const guessed = weeks([{ pace: 295, hr: 157 }]);
    const bare = {
      ...guessed,
      athlete: null,
      activities: guessed.activities.map((run) => ({ ...run, avgHr: null })),
    };
    expect(perpetualMedium(sessionsOf(bare)).state).toBe("not-enough-data");
  });
});

describe("what sessions were", () => {
  it("never depends on later days", () => {
    const history = weeks([
      { pace: 345, hr: 138 },
      { pace: 300, hr: 160, title: "6 x 800 m" },
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 45 }), (days) => {
        const to = addDays("2026-05-19", days);
        const cut = { ...history, activities: history.activities.filter((activity) => activity.date <= to) };
        expect(classifyHistory(history, to)).toStrictEqual(classifyHistory(cut, to));
      }),
    );
  });
});
