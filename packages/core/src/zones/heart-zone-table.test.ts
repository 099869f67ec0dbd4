import { expect, test } from "vitest";
import { HEART_SCHEMES, heartZoneTable } from "./index.ts";

const heart = { maxHr: 190, restingHr: 50, thresholdHr: 170 };
const NOTHING = { maxHr: null, restingHr: null, thresholdHr: null };

test("zones of heart rate are in the scheme that was chosen", () => {
  expect(HEART_SCHEMES.map((scheme) => heartZoneTable(heart, scheme)?.scheme)).toEqual([...HEART_SCHEMES]);
});

test("a scheme whose heart rates are not known gives way to the one they allow", () => {
  expect(heartZoneTable({ ...heart, restingHr: null }, "heart-rate-reserve")?.scheme).toBe("friel-hr");
  expect(heartZoneTable({ ...NOTHING, maxHr: 190 }, "friel-hr")?.scheme).toBe("percent-max-hr");
  expect(heartZoneTable(heart, null)?.scheme).toBe("friel-hr");
  expect(heartZoneTable({ ...heart, thresholdHr: null }, null)?.scheme).toBe("percent-max-hr");
  expect(heartZoneTable(NOTHING, "three-zone-hr")).toBeNull();
});
