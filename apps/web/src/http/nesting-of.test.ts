import fc from "fast-check";
import { expect, test } from "vitest";
import { nestingOf } from "./nesting-of.ts";

const of = (json: string) => nestingOf(new TextEncoder().encode(json));

test("lists and objects in each other are counted, brackets in texts are not", () => {
  expect(of('{"a":[[1],{"b":2}]}')).toBe(3);
  expect(of('{"a":"[[[[\\"[[","b":1}')).toBe(1);
  expect(of("[".repeat(100_000))).toBe(100_000);
});

test("it is the depth of whatever JSON can hold", () => {
  const depth = (value: unknown): number =>
    typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(of(JSON.stringify(value))).toBe(depth(value));
    }),
  );
});
