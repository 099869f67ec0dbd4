import fc from "fast-check";
import { expect, test } from "vitest";
import { toPlain } from "./plain.ts";

test("a page rendered on the server and the browser see the same answer", () => {
  const answer = fc
    .jsonValue()
    .chain((json) => fc.date({ noInvalidDate: true }).map((at) => ({ at, list: [{ at }], json })));
  fc.assert(
    fc.property(answer, (value) => {
      expect(toPlain(value)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
