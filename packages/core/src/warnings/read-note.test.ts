import { describe, expect, test } from "vitest";
import { heartIn, illnessIn, painIn } from "./read-note.ts";

describe("a note speaks of pain", () => {
  test.each([
    ["my achilles hurts on hills", "my achilles hurts on hills"],
    ["Great run, left knee sore after", "left knee sore after"],
    ["Pain in the shin again", "Pain in the shin again"],
    ["Calf tight. No fever.", "Calf tight"],
    ["not sure why but my hip hurts", "my hip hurts"],
    ["lower back pain since Monday", "lower back pain since Monday"],
    ["limping home", "limping home"],
    ["no pain at first, then my knee hurt", "then my knee hurt"],
    ["Didn't finish because of knee pain", "Didn't finish because of knee pain"],
    ["knee pain is better", "knee pain is better"],
  ])("%s", (note, told) => expect(painIn(note)).toBe(told));

  test.each([
    "Knee didn't hurt at all today. No fever any more. Great run!",
    "Jogged back home, legs a little tight but happy",
    "no pain in the knee today",
    "knee pain-free for a week",
    "my knee does not hurt any more",
    "the knee pain is gone",
    "without any pain in the calf",
    "legs sore from the gym",
    "came back strong, hurt so good",
    "",
  ])("and here it does not: %s", (note) => expect(painIn(note)).toBeNull());
});

describe("a note speaks of illness", () => {
  test.each(["fever since yesterday", "Feeling sick", "felt ill in the night", "think it is the flu"])(
    "%s",
    (note) => expect(illnessIn(note)).toBe(note),
  );
  test.each([
    "No fever any more",
    "no longer feeling sick",
    "the flu is gone",
    "fever-free",
    "not ill",
    "without fever",
  ])("and here it does not: %s", (note) => expect(illnessIn(note)).toBeNull());
});

test("symptoms of the heart are read in the same way", () => {
  expect(heartIn("no fever, but chest pain on the stairs")).toBe("chest pain on the stairs");
  expect(heartIn("nearly passed out after the reps")).toBe("nearly passed out after the reps");
  for (const note of ["no chest pain today", "never had palpitations", "no more fainting"]) {
    expect(heartIn(note)).toBeNull();
  }
});
