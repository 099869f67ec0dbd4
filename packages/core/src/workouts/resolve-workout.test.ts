import { NO_PACING, type Pacing, pacingOfScore, trainingPaces } from "@repo/core/paces";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adjustSteps,
  type Block,
  PACE_NAMES,
  parseWorkout,
  profileOf,
  ResolvedStep,
  resolveWorkout,
  summariseSteps,
  type Target,
  WORKOUT_LIBRARY,
} from "./index.ts";

const PACING: Pacing = { ...pacingOfScore(50), maxHr: 190, restingHr: 50, thresholdHr: 172 };

function blocks(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.blocks;
}

const resolved = (text: string, pacing: Pacing = PACING) => resolveWorkout(blocks(text), pacing);
const paceOf = (speedMps: number | null) => (speedMps === null ? null : Math.round(1000 / speedMps));

describe("an intent becomes a range in m/s for one athlete", () => {
  test("named paces are those of the current score", () => {
    const [step] = resolved("1km @T");
    const { t } = trainingPaces(50);
    expect(paceOf(step?.speedHighMps ?? null)).toBe(Math.round(t / 1.02));
    expect(paceOf(step?.speedLowMps ?? null)).toBe(Math.round(t / 0.98));
    const [easy] = resolved("30min @E");
    expect(paceOf(easy?.speedLowMps ?? null)).toBe(334);
    expect(paceOf(easy?.speedHighMps ?? null)).toBe(295);
  });

  test("an offset is seconds a kilometre, or a mile where it says so", () => {
    const [plain, slower] = [resolved("1mi @MP")[0], resolved("1mi @MP+20/mi")[0]];
    const perMile = (mps: number | null | undefined) => 1609.344 / (mps ?? 1);
    expect(perMile(slower?.likelySpeedMps) - perMile(plain?.likelySpeedMps)).toBeCloseTo(20, 6);
  });

  test("an absolute pace needs nothing of the athlete", () => {
    const [step] = resolved("1km @4:00-4:10/km", NO_PACING);
    expect([paceOf(step?.speedHighMps ?? null), paceOf(step?.speedLowMps ?? null)]).toEqual([240, 250]);
  });

  test("heart-rate targets become beats a minute where their basis is known", () => {
    const bpm = (text: string, pacing: Pacing = PACING) => {
      const [step] = resolved(text, pacing);
      return [step?.hrLowBpm ?? null, step?.hrHighBpm ?? null].map((value) => value && Math.round(value));
    };
    expect(bpm("30min 75-80% HRmax")).toEqual([143, 152]);
    expect(bpm("30min 95-99% LTHR")).toEqual([163, 170]);
    expect(bpm("30min 60-70% HRR")).toEqual([134, 148]);
    expect(bpm("30min 140-150bpm", NO_PACING)).toEqual([140, 150]);
    expect(bpm("30min 75-80% HRmax", NO_PACING)).toEqual([null, null]);
    expect(bpm("30min zone 1-2")).toEqual([114, 133]);
  });

  test("what cannot be known is null: no score, no speed; an effort has no range of its own", () => {
    for (const step of resolved("10min warm-up\n8 x 400m @5k, 200m jog\n30s all-out", NO_PACING)) {
      expect([step.speedLowMps, step.speedHighMps]).toEqual([null, null]);
      if (step.distanceM !== null) expect(step.durationS).toBeNull();
    }
    const [sprint] = resolved("20s strides");
    expect([sprint?.speedLowMps, sprint?.speedHighMps]).toEqual([null, null]);
  });

  test("M11: hard repetitions feel like 8–9, never 10; only a sprint is all out", () => {
    for (const pace of PACE_NAMES) expect(resolved(`1min @${pace}`)[0]?.rpeHigh).toBeLessThanOrEqual(9);
    expect(resolved("1min hard")[0]).toMatchObject({ rpeLow: 8, rpeHigh: 9 });
    expect(resolved("10s all-out")[0]).toMatchObject({ rpeLow: 10, rpeHigh: 10 });
    expect(resolved("20min tempo")[0]).toMatchObject({ rpeLow: 7, rpeHigh: 7 });
  });
});

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    kind: fc.constant("pace" as const),
    pace: fc.constantFrom(...PACE_NAMES),
    offsetSPerKm: fc.integer({ min: -120, max: 300 }),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .map(([a, b]) => ({ kind: "zone" as const, low: Math.min(a, b), high: Math.max(a, b) })),
  fc.double({ min: 0, max: 10, noNaN: true }).map((rpe) => ({ kind: "rpe" as const, low: rpe, high: rpe })),
  fc
    .constantFrom("max" as const, "threshold" as const, "reserve" as const, "bpm" as const)
    .chain((basis) =>
      fc
        .double({ min: 0.01, max: 250, noNaN: true })
        .map((value) => ({ kind: "hr" as const, basis, low: value, high: value })),
    ),
  fc
    .double({ min: 0.01, max: 250, noNaN: true })
    .map((value) => ({ kind: "pct-threshold-pace" as const, low: value, high: value })),
);

test("no step of any workout for any athlete holds NaN or infinity, and its range is in order", () => {
  const pacing = fc.record({
    score: fc.option(fc.double({ min: 15, max: 100, noNaN: true })),
    maxHr: fc.option(fc.integer({ min: 100, max: 240 })),
    restingHr: fc.option(fc.integer({ min: 25, max: 120 })),
    thresholdHr: fc.option(fc.integer({ min: 80, max: 230 })),
  });
  fc.assert(
    fc.property(anyTarget, fc.option(anyTarget), pacing, (target, end, { score, ...heart }) => {
      const athlete = { ...(score === null ? NO_PACING : pacingOfScore(score)), ...heart };
      const step = {
        type: "step" as const,
        kind: "work" as const,
        length: { kind: "time" as const, durationS: 60 },
        target,
        ...(end ? { targetEnd: end } : {}),
      };
      const [found] = resolveWorkout([step], athlete);
      ResolvedStep.parse(found);
      for (const value of Object.values(found ?? {})) {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      }
      const { speedLowMps, speedHighMps } = found as ResolvedStep;
      if (speedLowMps !== null && speedHighMps !== null)
        expect(speedLowMps).toBeLessThanOrEqual(speedHighMps);
      const summary = summariseSteps([found as ResolvedStep]);
      expect(summary.durationS).toBe(60);
      for (const block of profileOf([found as ResolvedStep])) {
        expect(block.intensity).toBeGreaterThan(0);
        expect(block.intensity).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});

describe("the sum of a workout", () => {
  test("adds times and distances over all repetitions", () => {
    const summary = summariseSteps(
      resolved("2 x (3 x (400m @5:00/km, 1min rest), 200m @10:00/km)", NO_PACING),
    );
    expect(summary.distanceM).toBeCloseTo(2 * (3 * 400 + 200), 9);
    expect(summary.durationS).toBeCloseTo(2 * (3 * (120 + 60) + 120), 9);
    expect(summary.workDistanceM).toBeCloseTo(2800, 9);
    expect(summary.estimated).toBe(true);
  });

  test("is not known as soon as one step is not, and never zero instead", () => {
    const summary = summariseSteps(resolved("10min warm-up\nlap press jog\n400m @5k"));
    expect([summary.durationS, summary.distanceM, summary.openSteps]).toEqual([null, null, 1]);
    expect(summariseSteps(resolved("5km easy", NO_PACING))).toMatchObject({
      durationS: null,
      distanceM: 5000,
    });
  });

  test("of a faster athlete takes less time over the same distance", () => {
    const timeAt = (score: number) =>
      summariseSteps(resolved("8 x 400m @5k, 200m jog", pacingOfScore(score))).durationS;
    fc.assert(
      fc.property(fc.double({ min: 16, max: 98, noNaN: true }), (score) => {
        expect(timeAt(score + 1) ?? 0).toBeLessThan(timeAt(score) ?? 0);
      }),
    );
  });

  test("every dose of the library is known for an athlete with a score", () => {
    for (const workout of WORKOUT_LIBRARY) {
      for (const dose of workout.doses) {
        const { durationS, distanceM } = summariseSteps(resolved(dose.text));
        expect(durationS, workout.id).toBeGreaterThan(0);
        expect(distanceM, workout.id).toBeGreaterThan(0);
      }
    }
  });
});

test("the profile is as long as the workout and shows hard parts higher than easy ones", () => {
  const steps = resolved("10min warm-up\n8 x 400m @5k, 200m jog\n10min cool-down");
  const profile = profileOf(steps);
  expect(profile).toHaveLength(18);
  expect(profile[1]?.intensity).toBeGreaterThan((profile[2]?.intensity ?? 1) + 0.3);
  const total = profile.reduce((sum, block) => sum + (block.durationS ?? 0), 0);
  expect(total).toBeCloseTo(summariseSteps(steps).durationS ?? 0, 6);
  expect(profileOf(resolved("10min @E > @M"))[0]?.intensityEnd).toBeGreaterThan(0);
});

test("M10: on a hot day every pace is wider and slower, says why, and efforts stay efforts", () => {
  const steps = resolved("10min warm-up\n20min @T\n6 x 20s strides, 1min walk");
  const hot = adjustSteps(steps, { temperatureC: 30, relativeHumidityPct: 60 }, { sex: "female" });
  expect(hot.slowing.map((one) => one.reason)).toEqual(["heat"]);
  const [before, after] = [steps[1], hot.steps[1]];
  expect(after?.speedLowMps).toBeLessThan(before?.speedLowMps ?? 0);
  expect(after?.speedHighMps).toBeLessThan(before?.speedHighMps ?? 0);
  const width = (step: ResolvedStep | undefined) => (step?.speedHighMps ?? 0) - (step?.speedLowMps ?? 0);
  expect(width(after)).toBeGreaterThan(width(before));
  expect(hot.steps[2]).toEqual(steps[2]);
  expect(adjustSteps(steps, {}).steps).toEqual(steps);
});

test("a workout too long to write out is refused before it fills the memory", () => {
  const step: Block = { type: "step", kind: "work", length: { kind: "open" }, target: null };
  const nested: Block = {
    type: "repeat",
    times: 200,
    steps: [{ type: "repeat", times: 200, steps: [step] }],
  };
  expect(() => resolveWorkout([nested], PACING)).toThrow(RangeError);
});
