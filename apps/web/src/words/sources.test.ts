import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { methodTitle } from "./methods.ts";
import { sourceWords } from "./sources.ts";

test("every method is called on the screens what docs/methods.md calls it", () => {
  const table = readFileSync(path.join(import.meta.dirname, "../../../../docs/methods.md"), "utf8");
  const rows = [...table.matchAll(/^\| (M\d+) \| (.*?) \|/gm)];
  expect(rows).toHaveLength(140);
  expect(rows.filter(([, key = "", title]) => methodTitle(key) !== title).map(([, key]) => key)).toEqual([]);
});

test("a source is named, not coded", () => {
  expect(sourceWords(["M123", "daniels-gilbert-1979", "M112"])).toBe(
    "the articles’ “Months without gain”, “HRV trend”; Daniels and Gilbert 1979",
  );
  expect(sourceWords([])).toBe("our own rule");
});
