import { RULES } from "@repo/core/rules";
import { expect, test } from "vitest";
import { limitWords } from "./limits.ts";
import { sourceWords } from "./sources.ts";

test("every limit that can be changed says what it is, and where it comes from, in words", () => {
  const limits = RULES.flatMap(({ id, limits }) =>
    Object.entries(limits).map(([name, limit]) => ({ id, name, ...limit })),
  );
  expect(limits.filter(({ id, name }) => limitWords(id, name) === name)).toEqual([]);
  expect(limits.filter(({ source }) => /^M\d|^own$|\.md/.test(sourceWords([source])))).toEqual([]);
});
