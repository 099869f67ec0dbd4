"use client";

import { parseAsString, useQueryState } from "nuqs";

/** The athletes that were chosen on another page, as they go along in the address: "?athletes=…", or nothing. */
export function useChosen(): { count: number; query: string } {
  const [athletes] = useQueryState("athletes", parseAsString);
  if (!athletes) return { count: 0, query: "" };
  return { count: athletes.split(",").length, query: `?athletes=${athletes}` };
}
