import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GOLDEN_ANSWERS, goldenCases } from "./golden-answers.ts";
import { compareCase, GOLDEN_TABLES, goldenTable } from "./golden-table.ts";
import { ROOT, read } from "./source-files.ts";

const FILES = readdirSync(join(ROOT, "packages/core/golden")).map((name) => name.replace(/\.json$/, ""));
/** Compared elsewhere: a fit is judged by what it leaves over, and a range of elite runners by what is accepted. */
const NO_ANSWER_TO_COMPARE = ["banister-fit", "critical-speed-elite-range"];

test("every golden file stands in a table of docs/science.md", () => {
  const told = Object.values(GOLDEN_TABLES).flatMap((rows) => rows.flatMap((row) => row.files));
  expect(FILES.filter((file) => !told.includes(file) && !NO_ANSWER_TO_COMPARE.includes(file))).toEqual([]);
  expect(Object.keys(GOLDEN_ANSWERS).filter((file) => !FILES.includes(file))).toEqual([]);
});

test("every published number is met within what is allowed", () => {
  const missed = Object.keys(GOLDEN_ANSWERS).flatMap((file) =>
    goldenCases(file).flatMap((one) =>
      compareCase(file, one)
        .filter(({ error, allowed }) => !(error <= allowed))
        .map(({ key, error }) => `${file} ${JSON.stringify(one.input).slice(0, 80)}: ${key} off by ${error}`),
    ),
  );
  expect(missed).toEqual([]);
});

test("the tables of docs/science.md are those that the answers make (npm run bench golden)", () => {
  const page = read("docs/science.md");
  for (const name of Object.keys(GOLDEN_TABLES) as (keyof typeof GOLDEN_TABLES)[]) {
    const written = new RegExp(`<!-- golden:${name} -->\\n([\\s\\S]*?)\\n<!-- /golden -->`).exec(page)?.[1];
    expect(written, name).toBe(goldenTable(name));
  }
});
