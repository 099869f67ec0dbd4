import { parseWorkout } from "@repo/core/workouts";
import { expect, test } from "vitest";
import { readsAs, type WorkoutDraft } from "./workout-draft.ts";

function read(text: string, was: Pick<WorkoutDraft, "kind" | "hard">) {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(text);
  return readsAs(parsed.blocks, was);
}

test("a text that asks for hard running is offered as a hard day, by whatever it was called", () => {
  const text = "8 x 400m @5k, 200m jog";
  expect(read(text, { kind: "easy", hard: false })).toEqual({ kind: "intervals", hard: true });
  expect(read(text, { kind: "hills", hard: false })).toEqual({ kind: "intervals", hard: true });
  expect(read(text, { kind: "fartlek", hard: false })).toEqual({ kind: "fartlek", hard: true });
  expect(read(text, { kind: "strides", hard: true })).toEqual({ kind: "intervals", hard: true });
});

test("nothing is offered where the day is hard already, or the work too short to make it so", () => {
  expect(read("8 x 400m @5k, 200m jog", { kind: "intervals", hard: true })).toBeNull();
  expect(read("5km easy\n5 x 10s RPE 9, 2min walk", { kind: "hills", hard: false })).toBeNull();
  expect(read("8km easy", { kind: "easy", hard: false })).toBeNull();
  expect(read("8km easy", { kind: "intervals", hard: true })).toBeNull();
});
