import type { Result } from "@repo/core/results";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adjustForConditions,
  cameronTime,
  checkGoal,
  criticalSpeed,
  equivalentTimeS,
  hrFractionAtSpeedFraction,
  pacingOf,
  pacingOfScore,
  personalExponent,
  predictRace,
  riegelTime,
  SCORE_MAX,
  SCORE_MIN,
  scoreOf,
  shareOfTopSpeed,
  speedAtVo2,
  speedFractionAtHrFraction,
  speedReserve,
  timeAtSpeed,
  trainingPaces,
  vo2AtSpeed,
} from "./index.ts";

const TODAY = "2026-03-01";
const anyScore = fc.double({ min: SCORE_MIN, max: SCORE_MAX, noNaN: true });
const anyDistanceM = fc.double({ min: 800, max: 42_195, noNaN: true });
const anything = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-300, 1e300),
);
const result = (date: string, distanceM: number, timeS: number): Result => ({ date, distanceM, timeS });

/** Fails on any NaN or infinity inside an answer, wherever it lies. */
function onlyFinite(answer: unknown): void {
  if (typeof answer === "number") expect(Number.isFinite(answer)).toBe(true);
  else if (answer !== null && typeof answer === "object") Object.values(answer).forEach(onlyFinite);
}

describe("the score", () => {
  test("and the time worth it are inverse within a millionth", () => {
    fc.assert(
      fc.property(anyScore, anyDistanceM, (score, distanceM) => {
        const time = equivalentTimeS(score, distanceM);
        if (!time.known) return;
        const back = scoreOf({ distanceM, timeS: time.value });
        expect(back.known && Math.abs(back.value - score)).toBeLessThan(1e-6);
      }),
    );
  });

  test("rises when the time falls, and its times grow with the distance", () => {
    fc.assert(
      fc.property(
        anyScore,
        anyDistanceM,
        fc.double({ min: 1.001, max: 1.5, noNaN: true }),
        (score, distanceM, by) => {
          const [near, far] = [equivalentTimeS(score, distanceM), equivalentTimeS(score, distanceM * by)];
          if (!near.known || !far.known) return;
          expect(far.value).toBeGreaterThan(near.value);
          const [slow, fast] = [
            scoreOf({ distanceM, timeS: near.value * by }),
            scoreOf({ distanceM, timeS: near.value }),
          ];
          if (slow.known && fast.known) expect(fast.value).toBeGreaterThan(slow.value);
        },
      ),
    );
  });

  test("the oxygen cost and its speed are inverse", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 10, noNaN: true }), (speedMps) => {
        expect(speedAtVo2(vo2AtSpeed(speedMps))).toBeCloseTo(speedMps, 9);
      }),
    );
  });

  test("an impossible result says why it is none", () => {
    const reasons = [
      { distanceM: 1000, timeS: 0 },
      { distanceM: 100, timeS: 12 },
      { distanceM: 1000, timeS: 40_000 },
      { distanceM: 1000, timeS: 3000 },
      { distanceM: 5000, timeS: 100 },
    ].map((input) => scoreOf(input));
    expect(reasons.map((answer) => (answer.known ? "known" : answer.reason))).toEqual([
      "not-a-result",
      "too-short",
      "too-long",
      "too-slow",
      "too-fast",
    ]);
  });
});

describe("training paces", () => {
  test("go from easy to repetition, each faster than the one before, for every usable score", () => {
    fc.assert(
      fc.property(anyScore, (score) => {
        const { e, m, t, i, r } = trainingPaces(score);
        expect(e.slowSPerKm).toBeGreaterThan(e.fastSPerKm);
        expect(e.fastSPerKm).toBeGreaterThan(m - 40);
        expect(t).toBeGreaterThan(i);
        expect(i).toBeGreaterThanOrEqual(r);
        onlyFinite([e, m, t, i, r]);
      }),
    );
  });

  test("a better score makes every pace faster", () => {
    fc.assert(
      fc.property(fc.double({ min: SCORE_MIN, max: SCORE_MAX - 1, noNaN: true }), (score) => {
        const [low, high] = [trainingPaces(score), trainingPaces(score + 1)];
        for (const name of ["m", "t", "i", "r"] as const) expect(high[name]).toBeLessThan(low[name]);
      }),
    );
  });

  test("a score outside the scale is refused, not guessed", () => {
    for (const score of [0, -5, 14.9, 101, Number.NaN])
      expect(() => trainingPaces(score)).toThrow(RangeError);
  });

  test("heart-rate share and speed share are inverse", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.55, max: 0.99, noNaN: true }), (share) => {
        const hr = hrFractionAtSpeedFraction(share);
        const back = hr.known ? speedFractionAtHrFraction(hr.value) : hr;
        expect(back.known && back.value).toBeCloseTo(share, 9);
      }),
    );
  });
});

describe("what an athlete's paces rest on", () => {
  const results = [
    result("2025-11-01", 5000, 1300),
    result("2026-02-01", 5000, 1262),
    result("2026-02-01", 1500, 350),
    result("2026-02-20", 400, 65),
  ];

  test("is the most recent maximal result, never one from later and never a sprint", () => {
    const pacing = pacingOf({ results, asOf: TODAY });
    expect(pacing.scoreDate).toBe("2026-02-01");
    expect(pacing.scoreFresh).toBe(true);
    expect(pacingOf({ results, asOf: "2026-01-31" }).scoreDate).toBe("2025-11-01");
    expect(pacingOf({ results, asOf: "2025-01-01" }).score).toBeNull();
  });

  test("a result older than eight weeks is labelled, and gives way to a given threshold", () => {
    const old = pacingOf({ results, asOf: "2026-06-01" });
    expect([old.scoreFresh, old.thresholdSource]).toEqual([false, "result"]);
    const given = pacingOf({ results, athlete: { thresholdPaceSPerKm: 250 }, asOf: "2026-06-01" });
    expect(given.thresholdSource).toBe("given");
    expect(given.thresholdSpeedMps).toBeCloseTo(4, 9);
    expect(trainingPaces(given.score ?? 0).t).toBeCloseTo(250, 6);
  });

  test("as of a day it does not change when later results are added", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((value) => `2026-03-${String(value).padStart(2, "0")}`);
    const later = fc.record({
      date: day,
      distanceM: fc.constantFrom(1500, 5000, 10_000),
      timeS: fc.integer({ min: 300, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(later), (extra) => {
        const asOf = "2026-02-28";
        expect(pacingOf({ results: [...extra, ...results], asOf })).toEqual(pacingOf({ results, asOf }));
        expect(predictRace([...extra, ...results], 10_000, asOf)).toEqual(predictRace(results, 10_000, asOf));
      }),
    );
  });

  test("the order of results does not matter", () => {
    expect(pacingOf({ results: [...results].reverse(), asOf: TODAY })).toEqual(
      pacingOf({ results, asOf: TODAY }),
    );
  });
});

describe("a race prediction", () => {
  test("is a range with the day and the result it rests on", () => {
    const found = predictRace([result("2026-02-01", 5000, 1262)], 10_000, TODAY);
    if (!found.known) throw new Error(found.reason);
    const { fastS, likelyS, slowS, source, confidence } = found.value;
    expect(fastS).toBeLessThan(likelyS);
    expect(likelyS).toBeLessThan(slowS);
    expect(source).toMatchObject({ date: "2026-02-01", distanceM: 5000, timeS: 1262 });
    expect(confidence).toBe("high");
  });

  test("of a marathon from a half reaches ten minutes and more beyond the power law, as recreational runners do", () => {
    const half = result("2026-02-01", 21_097.5, 7200);
    const found = predictRace([half], 42_195, TODAY);
    if (!found.known) throw new Error(found.reason);
    expect(found.value.slowS).toBeGreaterThan(7200 * 2 ** 1.06 + 600);
    expect(found.value.reasons).toContain("marathon-from-shorter");
  });

  test("is not made without a result, from one a year old, or for a distance nobody races", () => {
    const reasonOf = (results: Result[], distanceM: number) => {
      const found = predictRace(results, distanceM, TODAY);
      return found.known ? "known" : found.reason;
    };
    expect(reasonOf([], 5000)).toBe("no-result");
    expect(reasonOf([result("2024-02-01", 5000, 1262)], 5000)).toBe("result-too-old");
    expect(reasonOf([result("2026-02-01", 5000, 1262)], 200)).toBe("distance-out-of-range");
  });

  test("takes a runner's own exponent from two results that belong together", () => {
    const both = [result("2026-01-20", 5000, 1200), result("2026-02-01", 10_000, 1200 * 2 ** 1.1)];
    const exponent = personalExponent(both[0] as Result, both[1] as Result);
    expect(exponent.known && exponent.value).toBeCloseTo(1.1, 9);
    const found = predictRace(both, 21_097.5, TODAY);
    expect(found.known && found.value.methods.map((method) => method.method)).toContain("riegel-personal");
  });

  test("by the power law slows with the distance when the exponent is above one", () => {
    fc.assert(
      fc.property(anyDistanceM, fc.double({ min: 200, max: 9000, noNaN: true }), (distanceM, timeS) => {
        const found = riegelTime({ distanceM, timeS }, distanceM * 2);
        expect(found.known && found.value / (distanceM * 2)).toBeGreaterThan(timeS / distanceM);
      }),
    );
  });
});

describe("a goal", () => {
  test("far above the present is called a fantasy, one within reach is not", () => {
    const current = scoreOf({ distanceM: 5000, timeS: 1320 });
    const score = current.known ? current.value : 0;
    const far = checkGoal({ distanceM: 5000, timeS: 1200 }, score);
    const near = checkGoal({ distanceM: 5000, timeS: 1300 }, score);
    expect([far.known && far.value.fantasy, near.known && near.value.fantasy]).toEqual([true, false]);
    expect(checkGoal({ distanceM: 5000, timeS: 1200 }, null).known).toBe(false);
  });

  test("leaves current paces alone: a pacing has no way to take one in", () => {
    expect(pacingOfScore(50).score).toBe(50);
    expect(pacingOfScore(500).score).toBeNull();
  });
});

describe("critical speed", () => {
  const efforts = [
    { distanceM: 1500, timeS: 324 },
    { distanceM: 3000, timeS: 693 },
    { distanceM: 5000, timeS: 1197 },
  ];

  test("of the published example", () => {
    const fit = criticalSpeed(efforts);
    expect(fit.known && fit.value.criticalSpeedMps).toBeCloseTo(4.00675, 4);
    expect(fit.known && fit.value.dPrimeM).toBeCloseTo(209.69, 1);
  });

  test("from two points shows no error, because none can be known", () => {
    const fit = criticalSpeed([
      { distanceM: 1200, timeS: 240 },
      { distanceM: 3600, timeS: 840 },
    ]);
    expect(fit.known && fit.value).toMatchObject({
      quality: "no-error-estimate",
      standardErrorMps: null,
      reasons: ["fewer-than-three-efforts"],
    });
    expect(fit.known && fit.value.criticalSpeedMps).toBeCloseTo(4, 9);
    expect(fit.known && fit.value.dPrimeM).toBeCloseTo(240, 9);
  });

  test("every form finds the runner whose efforts lie exactly on the model", () => {
    const truth = {
      speed: fc.double({ min: 2.5, max: 6.3, noNaN: true }),
      reserve: fc.integer({ min: 60, max: 400 }),
    };
    fc.assert(
      fc.property(truth.speed, truth.reserve, (speed, reserve) => {
        const exact = [150, 300, 600, 900].map((timeS) => ({ timeS, distanceM: speed * timeS + reserve }));
        for (const form of [
          "linear-distance-time",
          "linear-speed-inverse-time",
          "hyperbolic-time",
        ] as const) {
          const fit = criticalSpeed(exact, form);
          expect(fit.known && Math.abs(fit.value.criticalSpeedMps - speed)).toBeLessThan(1e-4);
          expect(fit.known && Math.abs(fit.value.dPrimeM - reserve)).toBeLessThan(0.1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("is refused where the efforts cannot be maximal", () => {
    const reasonOf = (input: { distanceM: number; timeS: number }[]) => {
      const fit = criticalSpeed(input);
      return fit.known ? "known" : fit.reason;
    };
    expect(reasonOf([{ distanceM: 1500, timeS: 324 }])).toBe("not-enough-efforts");
    expect(
      reasonOf([
        { distanceM: 1500, timeS: 400 },
        { distanceM: 3000, timeS: 700 },
      ]),
    ).toBe("speed-not-falling");
    expect(
      reasonOf([
        { distanceM: 2000, timeS: 240 },
        { distanceM: 2600, timeS: 900 },
      ]),
    ).toBe("implausible-reserve");
  });

  test("is not carried beyond half an hour", () => {
    const fit = criticalSpeed(efforts);
    if (!fit.known) throw new Error(fit.reason);
    expect(timeAtSpeed(fit.value, fit.value.criticalSpeedMps + 0.01).known).toBe(false);
    expect(timeAtSpeed(fit.value, 4.6).known).toBe(true);
  });
});

describe("the day's conditions", () => {
  const tempo = { fastSPerKm: 298, slowSPerKm: 298 };

  test("a tempo in the heat fifteen seconds a mile slower is the right effort (M10)", () => {
    const hot = adjustForConditions(
      tempo,
      { temperatureC: 28, relativeHumidityPct: 40 },
      { durationS: 1800 },
    );
    const slower = 298 + (15 * 1000) / 1609.344;
    expect(hot.fastSPerKm).toBeLessThan(slower);
    expect(hot.slowSPerKm).toBeGreaterThan(slower);
    expect(hot.advice).toContain("run-by-effort");
  });

  test("an unknown or cool day changes nothing", () => {
    expect(adjustForConditions(tempo, {}, { durationS: 1800 })).toEqual({
      ...tempo,
      slowing: [],
      advice: [],
    });
    const cool = adjustForConditions(
      tempo,
      { temperatureC: 8, relativeHumidityPct: 60, altitudeM: 300 },
      { durationS: 1800 },
    );
    expect(cool.slowing).toEqual([]);
  });

  test("never make a target faster, and name every widening", () => {
    const conditions = fc.record({
      temperatureC: fc.option(fc.double({ min: -60, max: 70 })),
      relativeHumidityPct: fc.option(fc.double({ min: -10, max: 120 })),
      altitudeM: fc.option(fc.double({ min: -500, max: 9000 })),
      windMps: fc.option(fc.double({ min: -5, max: 60 })),
      climbMPerKm: fc.option(fc.double({ min: -5, max: 500 })),
    });
    fc.assert(
      fc.property(conditions, fc.double({ min: 0, max: 20_000, noNaN: true }), (day, durationS) => {
        const found = adjustForConditions({ fastSPerKm: 240, slowSPerKm: 250 }, day, { durationS });
        expect(found.fastSPerKm).toBeGreaterThanOrEqual(240);
        expect(found.slowSPerKm).toBeGreaterThanOrEqual(found.fastSPerKm);
        if (found.slowSPerKm > 250) expect(found.slowing.length).toBeGreaterThan(0);
        onlyFinite(found);
      }),
    );
  });
});

test("M13 and M14: a repetition uses a share of the top speed", () => {
  const perMile = (seconds: number) => 1609.344 / seconds;
  const fast = shareOfTopSpeed(perMile(270), perMile(360));
  expect(fast.known && fast.value).toMatchObject({ band: "comfortable" });
  expect(fast.known && fast.value.share).toBeCloseTo(0.75, 9);
  const near = shareOfTopSpeed(perMile(300), perMile(360));
  expect(near.known && near.value.band).toBe("near-redline");
});

test("a speed too small to divide by gives no reserve", () => {
  expect(speedReserve(8.9e-16, 5e-324)).toEqual({ known: false, reason: "not-speeds" });
});

test("no answer holds NaN or infinity, whatever number comes in", () => {
  fc.assert(
    fc.property(anything, anything, anything, anything, (a, b, c, d) => {
      onlyFinite(scoreOf({ distanceM: a, timeS: b }));
      onlyFinite(equivalentTimeS(a, b));
      onlyFinite(riegelTime({ distanceM: a, timeS: b }, c, d));
      onlyFinite(cameronTime({ distanceM: a, timeS: b }, c));
      onlyFinite(personalExponent({ distanceM: a, timeS: b }, { distanceM: c, timeS: d }));
      onlyFinite(speedReserve(a, b));
      onlyFinite(shareOfTopSpeed(a, b));
      onlyFinite(hrFractionAtSpeedFraction(a));
      onlyFinite(checkGoal({ distanceM: a, timeS: b }, c));
      for (const form of ["linear-distance-time", "linear-speed-inverse-time", "hyperbolic-time"] as const) {
        onlyFinite(
          criticalSpeed(
            [
              { distanceM: a, timeS: b },
              { distanceM: c, timeS: d },
            ],
            form,
          ),
        );
      }
    }),
    { numRuns: 2000 },
  );
});
