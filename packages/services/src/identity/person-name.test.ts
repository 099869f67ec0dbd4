import { expect, test } from "vitest";
import { personName } from "./person-name.ts";

test("a name stands on one line, without what cannot be seen", () => {
  expect(personName("  Ada\n Lovelace ")).toBe("Ada Lovelace");
  expect(personName("a\u202Eb\u200B\u0007")).toBe("ab");
  expect(() => personName("\u200B\u200D ")).toThrow("1 to 120");
});

test("joiners stay where they say how letters meet", () => {
  const persian = "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627";
  const kannada = "\u0CB0\u0CCD\u200D\u0C95";
  const runner = "\u{1F3C3}\u200D\u2640\uFE0F";
  for (const name of [persian, kannada, runner]) expect(personName(name)).toBe(name);
  expect(personName("\u200CAda\u200D")).toBe("Ada");
});
