import { describe, expect, test } from "vitest";
import maxHrComputed from "../../golden/hrmax.computed.json" with { type: "json" };
import maxHr from "../../golden/hrmax.json" with { type: "json" };
import karvonen from "../../golden/karvonen.json" with { type: "json" };
import frielHr from "../../golden/zones-friel-hr.json" with { type: "json" };
import frielPace from "../../golden/zones-friel-pace.json" with { type: "json" };
import {
  estimateMaxHr,
  frielHrZones,
  frielPaceZones,
  frielZoneOfHrPct,
  frielZoneOfPacePct,
  hrAtReserve,
  type MaxHrFormula,
  reserveFraction,
  zoneOf,
} from "./index.ts";

const FORMULA: Record<string, MaxHrFormula> = {
  tanaka: "tanaka",
  tanaka_endurance_trained: "tanaka-trained",
  tanaka_sedentary: "tanaka-sedentary",
  gellish_linear: "gellish-linear",
  gellish_nonlinear: "gellish-curved",
  fox_220: "fox-220",
};

describe("heart rates equal published examples and reference implementations", () => {
  for (const { input, expected, tolerance } of [...maxHr.cases, ...maxHrComputed.cases]) {
    test(`${input.formula} at ${input.age_y} years, with its error`, () => {
      const found = estimateMaxHr(input.age_y, FORMULA[input.formula]);
      if (!found.known) throw new Error(found.reason);
      expect(Math.abs(found.value.maxHr - expected.hrmax_bpm)).toBeLessThanOrEqual(tolerance);
      expect(found.value.highBpm - found.value.lowBpm).toBe(20);
    });
  }

  for (const { input, expected, tolerance } of karvonen.cases) {
    test(`heart-rate reserve ${JSON.stringify(input)}`, () => {
      const heart = { restingHr: input.rest_bpm, maxHr: input.max_bpm };
      const found =
        input.hrr_fraction === undefined
          ? reserveFraction(heart, input.hr_bpm ?? 0)
          : hrAtReserve(heart, input.hrr_fraction);
      if (!found.known) throw new Error(found.reason);
      const wanted = expected.hrr_fraction ?? expected.hr_bpm ?? Number.NaN;
      expect(Math.abs(found.value - wanted)).toBeLessThanOrEqual(tolerance);
    });
  }
});

describe("Friel's zones equal the published bands", () => {
  for (const { input, expected } of frielHr.cases) {
    test(`${input.pct_lthr} % of threshold heart rate is zone ${expected.zone}`, () => {
      expect(frielZoneOfHrPct(input.pct_lthr)).toBe(expected.zone);
      const table = frielHrZones(170);
      expect(table.known && zoneOf(table.value, 1.7 * input.pct_lthr + 1e-9)?.zone).toBe(expected.zone);
    });
  }

  for (const { input, expected } of frielPace.cases) {
    test(`${input.pct_threshold_pace_time} % of threshold time is zone ${expected.zone}`, () => {
      expect(frielZoneOfPacePct(input.pct_threshold_pace_time)).toBe(expected.zone);
      const table = frielPaceZones(250);
      const paceSPerKm = 2.5 * input.pct_threshold_pace_time;
      expect(table.known && zoneOf(table.value, paceSPerKm)?.zone).toBe(expected.zone);
    });
  }
});
