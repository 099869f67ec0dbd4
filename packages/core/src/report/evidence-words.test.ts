import { expect, test } from "vitest";
import { evidenceLine, evidenceWords } from "./index.ts";

test("numbers, limits, days and causes read as people write them", () => {
  const evidence = [
    { label: "days of clearly worse mornings", value: 91.67, unit: "%", limit: 50 },
    { label: "resting heart rate above usual", value: 4.03, unit: "bpm", limit: 2.5605673 },
    { label: "form", value: -11.33, unit: "au", limit: null },
    { label: "ratio", value: 1.34, unit: "times", limit: 1.1 },
    { label: "level since", value: "2026-05-29", unit: null, limit: null },
    { label: "90 % interval", value: "-0.3 to -0.0", unit: "%", limit: null },
    { label: "cause: no-strength", value: 90, unit: "%", limit: null },
    { label: "sleep", value: null, unit: "h", limit: 7 },
    { label: "of them hard", value: 1, unit: "workouts", limit: null },
  ];
  expect(evidenceLine(evidence)).toBe(
    "Days of clearly worse mornings 92 % (limit 50 %); resting heart rate above usual 4.03 bpm (limit 2.56 bpm); " +
      "form −11.3 au; ratio 1.34× (limit 1.1×); level since 29 May; 90 % interval −0.3 to 0.0 %; " +
      "likely cause: no strength work, 90 %; sleep not known (limit 7 h); of them hard 1 workout",
  );
});

test("a row of a list shows the first rows alone, and no evidence is an empty line", () => {
  const rows = [1, 2, 3, 4].map((value) => ({ label: `l${value}`, value }));
  expect(evidenceLine(rows, 3)).toBe("L1 1; l2 2; l3 3");
  expect(evidenceLine([])).toBe("");
  expect(evidenceWords([{ label: "l", value: 0.005, limit: "at most a few" }])[0]).toMatchObject({
    value: "0.01",
    limit: "at most a few",
  });
});

test("who reads miles gets lengths and paces in them, and everything else as it is", () => {
  const rows = [
    { label: "longest run", value: 20, unit: "km", limit: 16.09344 },
    { label: "pace", value: 300, unit: "s/km", limit: null },
    { label: "sleep", value: null, unit: "km", limit: "at least 7" },
    { label: "form", value: -11, unit: "au", limit: null },
  ];
  expect(evidenceWords(rows, "imperial")).toMatchObject([
    { value: "12.4", unit: "mi", limit: "limit 10 mi" },
    { value: "8:03/mi", unit: null, limit: null },
    { value: null, unit: "mi", limit: "at least 7" },
    { value: "−11", unit: "au", limit: null },
  ]);
});

test("a pace reads as a pace, a difference of two as seconds; what was meant is called so", () => {
  const rows = [
    { label: "pace", value: 327, unit: "s/km", limit: 312 },
    { label: "slower", value: 12, unit: "s/km", limit: null },
  ];
  expect(evidenceWords(rows, "metric", "meant")).toMatchObject([
    { value: "5:27/km", unit: null, limit: "meant 5:12/km" },
    { value: "12", unit: "s/km", limit: null },
  ]);
});

test("one of something is said in the singular, measured or as a limit", () => {
  const evidence = [
    { label: "days between", value: 0, unit: "days", limit: 1 },
    { label: "hard days", value: 1, unit: "days a week", limit: 1 },
    { label: "jitter", value: 1, unit: "ms", limit: 1 },
    { label: "runs", value: 2, unit: "runs", limit: 3 },
  ];
  expect(evidenceWords(evidence).map(({ value, unit, limit }) => `${value} ${unit}, ${limit}`)).toEqual([
    "0 days, limit 1 day",
    "1 day a week, limit 1 day a week",
    "1 ms, limit 1 ms",
    "2 runs, limit 3 runs",
  ]);
});
