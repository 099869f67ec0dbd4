import { expect, test } from "vitest";
import { guessKind, parseWorkout, WORKOUT_LIBRARY } from "./index.ts";

const guess = (text: string) => {
  const parsed = parseWorkout(text);
  return parsed.ok ? guessKind(parsed.blocks) : null;
};

test("what a workout is for is told by its hardest steps", () => {
  expect(guess("45min easy")).toEqual({ kind: "easy", hard: false });
  expect(guess("100min easy")).toEqual({ kind: "long", hard: false });
  expect(guess("40min easy\n6 x 20s strides, 60s jog")).toEqual({ kind: "strides", hard: false });
  expect(guess("10min warm-up\n20min @T\n10min cool-down")).toEqual({ kind: "threshold", hard: true });
  expect(guess("5 x 1km @5k, 90s jog\n4 x 20s strides")).toEqual({ kind: "intervals", hard: true });
  expect(guess("10 x 200m @mile, 200m jog")).toEqual({ kind: "repetitions", hard: true });
  expect(guess("8 x 60m all-out, 3min walk")).toEqual({ kind: "sprints", hard: true });
  expect(guess("3 x 5km @MP, 1km easy")).toEqual({ kind: "race-pace", hard: true });
  expect(guess("Main 6x\n- 1km 95-100% Pace\n- 90s Z1 HR")).toEqual({ kind: "threshold", hard: true });
});

test("a library workout without a hard step is guessed to be no hard day", () => {
  for (const { id, kind, hard, text } of WORKOUT_LIBRARY) {
    if (kind !== "easy" && kind !== "recovery") continue;
    expect([id, guess(text)?.hard]).toEqual([id, hard]);
  }
});
