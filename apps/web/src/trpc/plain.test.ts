import fc from "fast-check";
import { expect, test } from "vitest";
import { toPlain } from "./plain.ts";

test("a page rendered on the server and the browser see the same answer", () => {
  const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
  const at = fc.date({ noInvalidDate: true });
  const answer = fc.record({ at, json, list: fc.array(fc.record({ at, json })) });
  fc.assert(
    fc.property(answer, (value) => {
      expect(toPlain(value)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
