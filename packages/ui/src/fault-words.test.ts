import { expect, test } from "vitest";
import { faultWords } from "./fault-words.ts";

const field = { type: "text", value: "", validity: {} };

test.each([
  [{ ...field, validity: { valueMissing: true } }, "This cannot stay empty. Write it here."],
  [
    { ...field, placeholder: "19:58", validity: { valueMissing: true } },
    "This cannot stay empty. Write it like 19:58.",
  ],
  [{ ...field, type: "radio", validity: { valueMissing: true } }, "Nothing is chosen yet. Choose one."],
  [
    { ...field, type: "email", validity: { typeMismatch: true } },
    "This is no e-mail address. Write it as name@example.org.",
  ],
  [
    { ...field, type: "number", min: "25", max: "240", validity: { rangeUnderflow: true } },
    "This is too small. Write a number from 25 to 240.",
  ],
  [
    { ...field, type: "date", max: "2026-11-29", validity: { rangeOverflow: true } },
    "This is too late. The last day possible is 29 November 2026.",
  ],
  [
    { ...field, value: "four", minLength: 12, validity: { tooShort: true } },
    "This has 4 characters. Write at least 12.",
  ],
  [{ ...field, validity: {} }, null],
])("a field says what is wrong with it and what to write instead: %j", (wrong, sentence) => {
  expect(faultWords(wrong)).toBe(sentence);
});
