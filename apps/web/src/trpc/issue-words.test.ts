import { IsoDate } from "@repo/core/calendar";
import { expect, test } from "vitest";
import { z } from "zod";
import { inputFaults, issueWords } from "./issue-words.ts";

z.config({ customError: issueWords });

const Input = z.strictObject({
  email: z.email(),
  localDate: IsoDate,
  distanceM: z.number().min(100).max(250_000),
  note: z.string().trim().min(1).max(5),
  units: z.enum(["metric", "imperial"]),
  races: z.array(z.object({ goalTimeS: z.int().positive() })).min(1),
});
const GOOD = {
  email: "runner@example.org",
  localDate: "2026-11-29",
  distanceM: 5_000,
  note: "easy",
  units: "metric",
  races: [{ goalTimeS: 1_200 }],
};

test.each([
  [{ email: "runner" }, "E-mail address: is no e-mail address. Write it as name@example.org."],
  [{ email: undefined }, "E-mail address: nothing was given. Give a text."],
  [{ distanceM: 50 }, "Distance: 50 m is too little. Give at least 100 m."],
  [{ distanceM: 1e6 }, "Distance: 1000000 m is too much. Give at most 250,000 m."],
  [{ distanceM: "far" }, "Distance: “far” is not a number. Give a number."],
  [{ note: "  " }, "Note: is empty. Write something."],
  [{ note: "too long" }, "Note: is too long. Write at most 5 characters."],
  [{ units: "ells" }, "Units: “ells” cannot be chosen. Choose metric or imperial."],
  [{ races: [] }, "Races: the list is empty. Choose at least 1."],
  [{ races: [{ goalTimeS: 1.5 }] }, "Race 1, goal time: 1.5 is not a whole number. Give a whole number."],
  [{ shoe: "red" }, "What was sent: nothing is known here of “shoe”. Leave it out."],
  [
    { localDate: "2026-02-31" },
    "Day: does not fit. Give a calendar day from 1900 to 2199 as YYYY-MM-DD, such as 2026-11-22.",
  ],
])("an input that does not fit is told by field, fault and fix: %j", (wrong, sentence) => {
  const { error } = Input.safeParse({ ...GOOD, ...wrong });
  expect(error && inputFaults(error).message).toBe(sentence);
});

test("each field of a form gets the sentence that is about it", () => {
  const { error } = Input.safeParse({ ...GOOD, email: "runner", distanceM: 5 });
  expect(error && inputFaults(error).faults.fieldErrors).toEqual({
    email: ["E-mail address: is no e-mail address. Write it as name@example.org."],
    distanceM: ["Distance: 5 m is too little. Give at least 100 m."],
  });
});
