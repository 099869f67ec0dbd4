import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

const NOT_OURS = new Set([
  "node_modules",
  ".next",
  ".turbo",
  "test-results",
  "playwright-report",
  "migrations",
]);

/** All TypeScript files below a folder, by their path from the project's root. */
export function sourceFiles(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/^\.|\.d\.ts$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !file.split("/").some((part) => NOT_OURS.has(part)))
    .sort();
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** Source without its comments, in which a word is a word of the program. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** The module names a file imports, types included or not. */
export function importsOf(file: string, options: { types: boolean }): string[] {
  const source = withoutComments(read(file));
  const found = source.matchAll(
    /(?:^|[;\n])\s*(import|export)\s+(type\s)?[^"'();]*?from\s*["']([^"']+)["']/g,
  );
  const bare = source.matchAll(/(?:^|[\n;])\s*import\s*["']([^"']+)["']/g);
  const dynamic = source.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [
    ...[...found].filter((match) => options.types || !match[2]).map((match) => match[3] ?? ""),
    ...[...bare, ...dynamic].map((match) => match[1] ?? ""),
  ];
}

/** The file an import of ours leads to, or null for a package of others. */
export function resolveImport(from: string, name: string): string | null {
  if (name.startsWith("."))
    return relative(ROOT, resolve(ROOT, dirname(from), name))
      .split(sep)
      .join("/");
  const match = /^@repo\/(\w+)(?:\/(.+))?$/.exec(name);
  if (!match) return null;
  const [, pkg = "", path = "."] = match;
  const folder = `packages/${pkg}`;
  const exports = JSON.parse(read(`${folder}/package.json`)).exports as Record<string, string>;
  const target = exports[path === "." ? "." : `./${path}`] ?? exports["./*"]?.replace("*", path);
  return target ? `${folder}/${target.replace("./", "")}` : null;
}
