import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fit from "../../golden/banister-fit.json" with { type: "json" };
import response from "../../golden/banister-ir.json" with { type: "json" };
import { fitImpulseResponse, type ImpulseVariant, impulseResponse, USUAL_RESPONSE } from "./index.ts";

type Case = {
  input: {
    variant: string;
    tau1: number;
    tau2: number;
    loads: number[];
    p0?: number;
    k1?: number;
    k2?: number;
  };
  expected: Record<string, number>;
  tolerance: number;
};

describe("Banister's model against other implementations", () => {
  for (const { input, expected, tolerance } of response.cases as unknown as Case[]) {
    it(`${input.variant} after ${input.loads.length} days`, () => {
      const { tau1, tau2, p0 = 0, k1 = 1, k2 = 2 } = input;
      const variant = input.variant.replace("_", "-") as ImpulseVariant;
      const days = impulseResponse(input.loads, { p0, k1, k2, tau1Days: tau1, tau2Days: tau2 }, variant);
      const last = days.at(-1) as unknown as Record<string, number>;
      for (const [key, value] of Object.entries(expected)) {
        expect(Math.abs((last[key] ?? Number.NaN) - value), key).toBeLessThanOrEqual(tolerance);
      }
    });
  }
});

describe("the fit to the published cycling data", () => {
  const [fitCase, predictCase] = fit.cases as unknown as [
    { input: { loads: number[]; tests: [number, number][] }; expected: { rmse_max: number; r2_min: number } },
    {
      input: { loads: number[]; coefs: { p0: number; k1: number; tau1: number; k2: number; tau2: number } };
      expected: { predictions: [number, number][] };
      tolerance: number;
    },
  ];

  it("leaves no more residue than the reference", () => {
    const tests = fitCase.input.tests.map(([day, performance]) => ({ day, performance }));
    const fitted = fitImpulseResponse(fitCase.input.loads, tests);
    if (!fitted.known) throw new Error(fitted.reason);
    expect(fitted.value.rmse).toBeLessThanOrEqual(fitCase.expected.rmse_max);
    expect(fitted.value.r2).toBeGreaterThanOrEqual(fitCase.expected.r2_min);
  });

  it("with the reference's parameters gives the reference's values", () => {
    const { p0, k1, tau1, k2, tau2 } = predictCase.input.coefs;
    const parameters = { p0, k1, k2, tau1Days: tau1, tau2Days: tau2 };
    const days = impulseResponse(predictCase.input.loads, parameters, "include-today");
    for (const [day, value] of predictCase.expected.predictions) {
      expect(Math.abs((days[day - 1]?.performance ?? Number.NaN) - value)).toBeLessThanOrEqual(0.001);
    }
  });

  it("is refused for a handful of tests", () => {
    expect(fitImpulseResponse([50, 50], [{ day: 1, performance: 1 }])).toEqual({
      known: false,
      reason: "too-few-tests",
    });
  });
});

it("a load acts the day after, and its effects fade", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 200 }), (load, days) => {
      const series = impulseResponse([load, ...Array(days).fill(0)], USUAL_RESPONSE);
      expect(series[0]).toEqual({ fitness: 0, fatigue: 0, performance: 0 });
      return series.slice(2).every((day, index) => day.fitness < (series[index + 1]?.fitness ?? 0));
    }),
  );
});
