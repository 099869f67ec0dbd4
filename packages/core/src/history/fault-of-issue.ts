import type { Fault } from "@repo/core/errors";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Says of a schema issue where it is, what was found there and what was expected, in words an owner of the file understands. */
export function faultOf(issue: Issue, file: unknown): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      found: "an unknown field",
      expected: "no such field here",
    }));
  }
  return [
    { path: pathOf(issue.path), found: describe(valueAt(file, issue.path)), expected: expectedOf(issue) },
  ];
}

const TYPES: Readonly<Record<string, string>> = {
  int: "a whole number",
  array: "a list",
  object: "an object",
  string: "a text",
  boolean: "true or false",
};

function expectedOf(issue: Issue): string {
  if (issue.code === "invalid_type") return TYPES[issue.expected] ?? `a ${issue.expected}`;
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value)).join(", ");
  if (issue.code === "too_small" && issue.origin === "string") return "a text that is not empty";
  if (issue.code === "too_small")
    return `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}`;
  return issue.message.replace(/^expected /, "");
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return text.replace(/^\./, "") || "(file)";
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  let value = file;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  // 1e999 is read as infinity, which JSON would write as null.
  if (typeof value === "number" && !Number.isFinite(value)) return "a number beyond all limits";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
