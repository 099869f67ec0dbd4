import { expect, test } from "vitest";
import { unbroken, unbrokenInColumn } from "./unbroken.ts";

test.each([
  ["Easy 8 km", "Easy 8\u00a0km"],
  ["10 × 400 m, 200 m jog", "10\u00a0×\u00a0400\u00a0m, 200\u00a0m jog"],
  ["Tempo 20 min", "Tempo 20\u00a0min"],
  ["Hill repeats, Tue 1 Dec", "Hill repeats, Tue 1\u00a0Dec"],
  ["Week 3 hills, 5 more", "Week 3 hills, 5 more"],
])("a number and its unit stay together: %s", (text, kept) => {
  expect(unbroken(text)).toBe(kept);
});

test("in a narrow column a line may end after the times sign, never within a length", () => {
  expect(unbrokenInColumn("Fartlek 11 × 1 min")).toBe("Fartlek 11\u00a0× 1\u00a0min");
});
