import { expect, test } from "vitest";
import { distanceWords } from "./distance-words.ts";

test("the kilometres of a week are said in the reader's units, none as nought", () => {
  expect(distanceWords(42.2, "metric")).toBe("42 km");
  expect(distanceWords(42.2, "imperial", { decimals: 1 })).toBe("26.2 mi");
  expect(distanceWords(0, "imperial", { of: 40 })).toBe("0 of 25 mi");
  expect(distanceWords(12, "metric", { of: 40 })).toBe("12 of 40 km");
});
