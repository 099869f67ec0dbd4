// Writes the tables of docs/science.md that set the program's answers beside published numbers. npm run bench golden
import { readFileSync, writeFileSync } from "node:fs";
import { GOLDEN_TABLES, goldenTable } from "../../tooling/golden-table.ts";

const PAGE = new URL("../../docs/science.md", import.meta.url);

let page = readFileSync(PAGE, "utf8");
for (const name of Object.keys(GOLDEN_TABLES) as (keyof typeof GOLDEN_TABLES)[]) {
  const place = new RegExp(`(<!-- golden:${name} -->\\n)[\\s\\S]*?(\\n<!-- /golden -->)`);
  page = page.replace(place, (_, open: string, close: string) => `${open}${goldenTable(name)}${close}`);
  console.log(`${goldenTable(name)}\n`);
}
writeFileSync(PAGE, page);
