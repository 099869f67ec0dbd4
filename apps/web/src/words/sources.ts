import { methodTitle } from "./methods.ts";

/**
 * What keys of sources mean to a reader: "method 123, Months without gain; Meeusen 2013". The methods are those of
 * the articles, by their row in docs/methods.md; papers stand in packages/core/SOURCES.md by author and year.
 */
export function sourceWords(keys: readonly string[]): string {
  return keys.map(oneSource).join("; ") || "our own rule";
}

function oneSource(key: string): string {
  const title = methodTitle(key);
  if (title !== null) return `method ${key.slice(1)}, ${title}`;
  if (key === "house" || key === "own") return "our own choice";
  if (key === "contract") return "what a request may ask";
  if (key.startsWith("science.md")) return "our reading of the research";
  const [, authors, year] = /^(.*)-(\d{4})$/.exec(key) ?? [];
  if (authors === undefined) return key;
  const names = authors.split("-").map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return `${names.join(" and ")} ${year}`;
}
