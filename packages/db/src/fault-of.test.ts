import { expect, test } from "vitest";
import { faultOf } from "./fault-of.ts";

test("a fault says kind and place, and nothing that somebody entered", () => {
  const query = new Error('Failed query: insert into check_ins values ($1)\nparams: 61,"my knee hurts"', {
    cause: Object.assign(
      new Error('new row for relation "check_ins" violates check constraint "check_ins_hr"'),
      {
        name: "PostgresError",
        code: "23514",
      },
    ),
  });
  expect(faultOf(query)).toMatch(/^PostgresError · 23514 · new row for relation "check_ins" violates/);
  expect(faultOf(query)).not.toContain("knee");
  const own = new RangeError('a load must be 0 or more, not -61.5, for "Anna B." on 2026-01-05');
  expect(faultOf(own)).toContain('a load must be # or more, not # for "…" on #');
  expect(faultOf(own)).toContain("fault-of.test.ts");
  expect(faultOf({ message: "Anna" })).toBe("not an error");
});
