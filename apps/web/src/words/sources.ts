import { methodTitle } from "./methods.ts";

/**
 * What keys of sources mean to a reader: "the articles’ “Months without gain”; Meeusen 2013". The methods of the
 * articles go by their titles in docs/methods.md, papers by author and year as in packages/core/SOURCES.md.
 */
export function sourceWords(keys: readonly string[]): string {
  const titles = keys.flatMap((key) => methodTitle(key) ?? []).map((title) => `“${title}”`);
  const articles = titles.length > 0 ? [`the articles’ ${titles.join(", ")}`] : [];
  const papers = keys.filter((key) => methodTitle(key) === null).map(oneSource);
  return [...articles, ...papers].join("; ") || "our own rule";
}

function oneSource(key: string): string {
  if (key === "house" || key === "own") return "our own choice";
  if (key === "contract") return "what a request may ask";
  if (key.startsWith("science.md")) return "our reading of the research";
  const [, authors, year] = /^(.*)-(\d{4})$/.exec(key) ?? [];
  if (authors === undefined) return key;
  const names = authors.split("-").map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return `${names.join(" and ")} ${year}`;
}
