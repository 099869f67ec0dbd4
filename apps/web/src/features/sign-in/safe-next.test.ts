import fc from "fast-check";
import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

const HERE = "https://mesocycle.example";

test("a path of this site is kept", () => {
  expect(safeNext("/athletes/1?tab=load")).toBe("/athletes/1?tab=load");
});

test.each([["//evil.example"], ["/\\evil.example"], ["https://evil.example"], ["javascript:alert(1)"], [""]])(
  "%s leads to the start instead",
  (next) => {
    expect(safeNext(next)).toBe("/");
  },
);

test("whatever is asked for, nobody is led to another site", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((rest) => `/${rest}`),
      ),
      (next) => {
        expect(new URL(safeNext(next), HERE).origin).toBe(HERE);
      },
    ),
  );
});
