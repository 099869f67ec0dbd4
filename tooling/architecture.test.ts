import { existsSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { importsOf, ROOT, read, resolveImport, sourceFiles, withoutComments } from "./source-files.ts";

/** Lowest first: a module of core may import only those before it. */
const CORE_ORDER = (
  "estimate errors calendar units stats athlete results paces zones workouts strength activities load intensity " +
  "season rules cycles compliance wellness recovery progress history warnings assessment report simulation testing"
).split(" ");

/** What each part may import of ours. */
const DIRECTION: Record<string, string[]> = {
  "packages/core": [],
  "packages/ui": ["core"],
  "packages/db": ["core"],
  "packages/services": ["core", "db"],
  "apps/web": ["core", "db", "services", "ui"],
  "apps/worker": ["core", "db", "services", "ui"],
};

const IMPURE =
  /\bnew Date\b|\bDate\.|\bMath\.random\b|\bprocess\.|\bfetch\(|\bsetTimeout\b|\bsetInterval\b|\bconsole\./;
const BANNED_NAMES = /^(utils?|helpers?|common|misc|types|manager)(\.test)?\.tsx?$/;
const LONGEST_FILE = 300;

const core = sourceFiles("packages/core/src").filter((file) => !file.endsWith(".test.ts"));
const everything = [...Object.keys(DIRECTION), "scripts", "tooling"].flatMap(sourceFiles);

test("the modules of core are the ones of the order, and each imports only those before it", () => {
  const faults = core.flatMap((file) => {
    const module = moduleOf(file);
    const rank = CORE_ORDER.indexOf(module);
    if (rank < 0) return [`${file}: "${module}" is not in the order`];
    return coreImports(file)
      .filter((other) => other !== module && CORE_ORDER.indexOf(other) >= rank)
      .map((other) => `${file} imports ${other}, which comes after ${module}`);
  });
  expect(faults).toEqual([]);
});

test("core reaches another module by its public face, never by ../", () => {
  const faults = core.flatMap((file) =>
    importsOf(file, { types: true })
      .filter((name) => name.startsWith("../") || name === `@repo/core/${moduleOf(file)}`)
      .map((name) => `${file}: ${name}`),
  );
  expect(faults).toEqual([]);
});

test("core is pure: no clock, no randomness, no I/O, no package but zod", () => {
  const faults = core.flatMap((file) => {
    const impure = IMPURE.exec(withoutComments(read(file)));
    const foreign = importsOf(file, { types: true }).filter(
      (name) => !/^(\.\/|@repo\/core\/|zod$)/.test(name),
    );
    return [...(impure ? [`${file}: ${impure[0]}`] : []), ...foreign.map((name) => `${file}: ${name}`)];
  });
  expect(faults).toEqual([]);
});

test("packages import only downwards, apps never each other", () => {
  const faults = Object.entries(DIRECTION).flatMap(([folder, allowed]) =>
    sourceFiles(folder).flatMap((file) =>
      importsOf(file, { types: true })
        .map((name) => /^@repo\/(\w+)/.exec(name)?.[1])
        .filter((name) => name !== undefined && name !== basename(folder) && !allowed.includes(name))
        .map((name) => `${file} imports ${name}`),
    ),
  );
  expect(faults).toEqual([]);
});

test("what runs in the browser never imports rows or services, types apart", () => {
  const faults = sourceFiles("apps/web")
    .filter((file) => /^["']use client["']/.test(read(file)))
    .flatMap((file) =>
      importsOf(file, { types: false })
        .filter((name) => /^(postgres|drizzle-orm|@repo\/(db|services))/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
  expect(faults).toEqual([]);
});

test("the worker runs on plain Node: nothing it imports leads to a .tsx file", () => {
  const faults: string[] = [];
  const seen = new Set<string>();
  const walk = (file: string, from: string) => {
    if (file.endsWith(".tsx")) faults.push(`${from} imports ${file}`);
    if (seen.has(file) || !existsSync(join(ROOT, file))) return;
    seen.add(file);
    for (const name of importsOf(file, { types: false })) {
      const next = resolveImport(file, name);
      if (next) walk(next, file);
    }
  };
  for (const file of sourceFiles("apps/worker/src")) walk(file, "apps/worker");
  expect(faults).toEqual([]);
});

test("files that plain Node runs import their neighbours with the file's ending", () => {
  const faults = ["packages/core", "packages/db", "packages/services", "apps/worker", "scripts", "tooling"]
    .flatMap(sourceFiles)
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      importsOf(file, { types: true })
        .filter((name) => name.startsWith(".") && !/\.(ts|mjs|json)$/.test(name))
        .map((name) => `${file}: ${name}`),
    );
  expect(faults).toEqual([]);
});

test("every source that core cites is in SOURCES.md", () => {
  const sources = existsSync(join(ROOT, "packages/core/SOURCES.md")) ? read("packages/core/SOURCES.md") : "";
  const known = new Set([...sources.matchAll(/\[([a-z][a-z0-9-]*)\]/g)].map((match) => match[1]));
  // In brackets in a comment, as a text in a list of sources, or behind the file's name without a year.
  const cited = /[["]([a-z]+(?:-[a-z0-9]+)*-(?:19|20)\d\d[a-z]?)[\]"]|SOURCES\.md \[([a-z0-9-]+)\]/g;
  const faults = core.flatMap((file) =>
    [...read(file).matchAll(cited)]
      .map((match) => match[1] ?? match[2] ?? "")
      .filter((key) => !known.has(key))
      .map((key) => `${file}: ${key}`),
  );
  expect([...new Set(faults)]).toEqual([]);
});

test("a form sent before its page listens carries nothing in the address", () => {
  const open = everything.filter((file) => /<form\s(?!\s*method="post")/.test(read(file)));
  expect(open).toEqual([]);
});

test("no file is named after nothing", () => {
  expect(everything.filter((file) => BANNED_NAMES.test(basename(file)))).toEqual([]);
});

test("file names are kebab-case", () => {
  const odd = everything.filter((file) => !/^[a-z0-9-]+(\.[a-z]+)*\.tsx?$/.test(basename(file)));
  expect(odd.filter((file) => !file.startsWith("apps/web/src/app/"))).toEqual([]);
});

test("no source file has grown beyond 300 lines; tables of data may", () => {
  const isData = (file: string) =>
    /\/(library|words|golden|schema|matrix)|\.test\.tsx?$|words?\.ts$/.test(file);
  const long = everything.filter((file) => !isData(file) && read(file).split("\n").length > LONGEST_FILE + 1);
  expect(long).toEqual([]);
});

function moduleOf(file: string): string {
  return file.slice("packages/core/src/".length).split("/")[0] ?? "";
}

function coreImports(file: string): string[] {
  return importsOf(file, { types: true })
    .map((name) =>
      name.startsWith(".") ? moduleOf(join(dirname(file), name)) : /^@repo\/core\/(.+)$/.exec(name)?.[1],
    )
    .filter((name) => name !== undefined);
}

test("every journey stands on a ground, a folder of its own server", () => {
  const astray = globSync("e2e/**/*.spec.ts", { cwd: join(ROOT, "apps/web") }).filter(
    (file) => file.split("/").length !== 3,
  );
  expect(astray).toEqual([]);
});
