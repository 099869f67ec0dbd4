import { type Fault, invalidFile } from "@repo/core/errors";
import type { z } from "zod";

const MAX_FAULTS = 20;

/** A value as a reader would write it, cut short. */
function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  // 1e999 is read as infinity, which JSON would write as null.
  if (typeof value === "number" && !Number.isFinite(value)) return "a number beyond all limits";
  // Lists are not written out: one that nests thousands deep could not be.
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** `races[0].date`, or `(file)` for its root. */
export function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "(file)";
  return path
    .map((key, at) => (typeof key === "number" ? `[${key}]` : `${at > 0 ? "." : ""}${String(key)}`))
    .join("");
}

const TYPES: Readonly<Record<string, string>> = {
  int: "a whole number",
  array: "a list",
  object: "an object",
  boolean: "true or false",
};

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return TYPES[issue.expected] ?? `a ${issue.expected}`;
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String).join(", ");
    return issue.values.length > 1 ? `one of ${values}` : values;
  }
  const size = "origin" in issue && (issue.origin === "string" || issue.origin === "array") ? " long" : "";
  if (issue.code === "too_big") return `at most ${issue.maximum}${size}`;
  if (issue.code === "too_small") return `at least ${issue.minimum}${size}`;
  return issue.message.replace(/^(Invalid input: )?expected /, "").replace(/, received .*$/, "");
}

/** Parses a file by its schema; every fault is raised at once, with its path, what was found and what was expected. */
export function parseFile<T>(schema: z.ZodType<T>, json: unknown, what: string): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    if (issue.code !== "unrecognized_keys") {
      return [
        { path: pathText(issue.path), found: shown(valueAt(json, issue.path)), expected: expectedOf(issue) },
      ];
    }
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path: pathText(path), found: shown(valueAt(json, path)), expected: "no field of this name" };
    });
  });
  throw invalidFile(what, faults.slice(0, MAX_FAULTS));
}
