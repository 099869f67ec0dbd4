import { join } from "node:path";
import { expect, test } from "vitest";
import { RULES } from "../packages/core/src/rules/index.ts";
import { FORM_CUES, STRENGTH_LIBRARY } from "../packages/core/src/strength/index.ts";
import { PLATEAU_CAUSES, WARNING_KINDS } from "../packages/core/src/warnings/index.ts";
import {
  GUIDANCE,
  SPEED_BLOCK,
  WORKOUT_LIBRARY,
  WORKOUT_PRINCIPLES,
} from "../packages/core/src/workouts/index.ts";
import { ROOT, read, sourceFiles, withoutComments } from "./source-files.ts";

const ids = (list: readonly { id: string }[]) => new Set(list.map((entry) => entry.id));
const LISTS: Record<string, ReadonlySet<string>> = {
  workout: ids(WORKOUT_LIBRARY),
  strength: ids(STRENGTH_LIBRARY),
  principle: ids(WORKOUT_PRINCIPLES),
  guidance: ids(GUIDANCE),
  cue: ids(FORM_CUES),
  block: ids([SPEED_BLOCK]),
  rule: ids(RULES),
  cause: new Set(PLATEAU_CAUSES),
  warning: new Set(WARNING_KINDS),
};

/** What the last cells of the table name, by row. */
function rows(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of read("docs/methods.md").split("\n")) {
    const match = /^\| (M\d+) \|.*\|([^|]*)\|$/.exec(line.trim());
    if (!match) continue;
    const names = [...(match[2] ?? "").matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? "");
    found.set(match[1] ?? "", [...(found.get(match[1] ?? "") ?? []), ...names]);
  }
  return found;
}

async function exists(name: string): Promise<boolean> {
  const [list, id] = name.split(":");
  if (id !== undefined) return LISTS[list ?? ""]?.has(id) ?? false;
  const [module = "", symbol = ""] = name.split("/");
  const exported = (await import(join(ROOT, "packages/core/src", module, "index.ts"))) as object;
  return symbol in exported;
}

test("each of the 140 methods of the articles has a home", () => {
  const table = rows();
  const homeless = Array.from({ length: 140 }, (_, index) => `M${index + 1}`).filter(
    (row) => (table.get(row) ?? []).length === 0,
  );
  expect(homeless).toEqual([]);
});

test("every home the table names exists", async () => {
  const missing: string[] = [];
  for (const [row, names] of rows()) {
    for (const name of names) if (!(await exists(name))) missing.push(`${row}: ${name}`);
  }
  expect(missing).toEqual([]);
});

test("every entry of the libraries cites rows that exist", () => {
  const cited = [...WORKOUT_LIBRARY, ...STRENGTH_LIBRARY, ...WORKOUT_PRINCIPLES, ...GUIDANCE, ...FORM_CUES];
  const table = rows();
  const unknown = cited.flatMap((entry) =>
    entry.source
      .filter((source) => /^M\d+$/.test(source) && !table.has(source))
      .map((source) => `${entry.id}: ${source}`),
  );
  expect(unknown).toEqual([]);
});

/** Every file that ships, without tests, by its path. */
const SHIPPED = new Map(
  ["apps", "packages"].flatMap((folder) =>
    sourceFiles(folder)
      .filter((path) => !/\.(?:test|bench|spec)\.tsx?$|\/e2e\/|\/testing\//.test(path))
      .map((path) => [path, withoutComments(read(path))] as const),
  ),
);

/** The files of the site, the worker and the services that name something. */
function usersOf(name: string, where: RegExp): string[] {
  const word = new RegExp(`\\b${name}\\b`);
  return [...SHIPPED].flatMap(([path, text]) => (where.test(path) && word.test(text) ? [path] : []));
}

test("whatever is listed is shown: no list of methods is known to core alone", () => {
  const shown = ["WORKOUT_LIBRARY", "STRENGTH_LIBRARY", "FORM_CUES", "SPEED_BLOCK", "WORKOUT_PRINCIPLES"];
  const unseen = [...shown, "guidanceFor", "adviceOfDay", "nextSteps", "startDoseOf"].filter(
    (name) => usersOf(name, /^apps\/web\/|^packages\/services\//).length === 0,
  );
  expect(unseen).toEqual([]);
});

test("every function the table names is called by something else that ships", () => {
  const uncalled = [...rows()].flatMap(([row, names]) =>
    names
      .filter((name) => name.includes("/"))
      .filter((name) => {
        const [module = "", symbol = ""] = name.split("/");
        const users = usersOf(symbol, /./).filter((path) => path !== `packages/core/src/${module}/index.ts`);
        return users.length < 2 && !isCalledWhereItIsMade(users[0], symbol);
      })
      .map((name) => `${row}: ${name}`),
  );
  expect(uncalled).toEqual([]);
});

function isCalledWhereItIsMade(path: string | undefined, symbol: string): boolean {
  const text = path === undefined ? "" : (SHIPPED.get(path) ?? "");
  return (text.match(new RegExp(`\\b${symbol}\\b`, "g"))?.length ?? 0) >= 2;
}
