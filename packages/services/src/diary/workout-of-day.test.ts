import type { PlannedWorkoutRow } from "@repo/db/queries";
import { expect, test } from "vitest";
import { workoutOfDay } from "./workout-of-day.ts";

const PACING = { score: null, thresholdSpeedMps: null } as never;
const rpeOf = (text: string, hard: boolean) => {
  const row = { id: "w", localDate: "2026-03-02", title: "Run", kind: "easy", status: "planned" };
  return workoutOfDay({ ...row, hard, text, blocks: null } as unknown as PlannedWorkoutRow, PACING).rpe;
};

test("an easy run with a few seconds uphill at 9 is meant to feel easy; a hard one is as its hardest part", () => {
  expect(rpeOf('40min easy\n6 x 8s RPE 9 "steep uphill", 2min walk', false)).toEqual({ low: 2, high: 4 });
  expect(rpeOf("8km easy\n4 x 20s strides, 60s jog", false)).toEqual({ low: 2, high: 4 });
  expect(rpeOf("15min easy\n5 x 1km @5k, 90s jog\n10min easy", true)).toEqual({ low: 8, high: 9 });
  expect(rpeOf("walk about", false)).toBeNull();
});
