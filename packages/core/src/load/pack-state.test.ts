import { addDays } from "@repo/core/calendar";
import fc from "fast-check";
import { expect, test } from "vitest";
import { advanceLoad, packLoadState, startLoad, unpackLoadState } from "./index.ts";

const day = fc.record({
  gap: fc.integer({ min: 1, max: 60 }),
  loadX10: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null }),
  silent: fc.boolean(),
});

test("a packed state comes back with every bit, whatever was trained", () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 90 }), fc.boolean(), (days, seeded) => {
      let date = "2025-01-01";
      let state = startLoad(seeded ? { seedDailyLoad: 41.7 } : {});
      for (const { gap, loadX10, silent } of days) {
        date = addDays(date, gap);
        state = advanceLoad(state, { date, loadX10: silent ? null : loadX10, silent });
      }
      expect(unpackLoadState(packLoadState(state))).toEqual(state);
    }),
  );
});

test("what another layout packed is not read", () => {
  const bytes = packLoadState(advanceLoad(startLoad(), { date: "2025-01-01", loadX10: 1, silent: false }));
  expect(unpackLoadState(bytes.map((byte, index) => (index === 0 ? byte + 1 : byte)))).toBeNull();
  expect(unpackLoadState(bytes.slice(1))).toBeNull();
  expect(() => packLoadState(startLoad())).toThrow(RangeError);
});
