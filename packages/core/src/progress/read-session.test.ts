import { expect, test } from "vitest";
import { readSession } from "./read-session.ts";

const run = { id: "a", date: "2026-03-10", sport: "run" as const, durationS: 2_700, distanceM: 8_000 };
const planned = (text: string) => {
  return { date: run.date, kind: "intervals" as const, hard: true, title: "Reps", text };
};

test("the pace that a session asked for is its title's, or else that of the plan's text", () => {
  const text = "2km warm-up easy\n6 x 800m @3:50/km, 200m jog\n1km easy";
  expect(readSession(run, planned(text)).namedTargetMps).toBeCloseTo(1000 / 230, 6);
  const titled = { ...run, title: "6 x 800 m @4:00/km" };
  expect(readSession(titled, planned(text)).namedTargetMps).toBeCloseTo(1000 / 240, 6);
  expect(readSession(run, planned("6 x 800m @5k, 200m jog")).namedTargetMps).toBeNull();
});
