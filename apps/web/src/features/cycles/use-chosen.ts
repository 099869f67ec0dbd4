"use client";

import { parseAsString, useQueryStates } from "nuqs";

/** The athletes that were chosen on another page, and the organisation, as they go along in the address. */
export function useChosen(): { count: number; query: string } {
  const [{ athletes, org }] = useQueryStates({ athletes: parseAsString, org: parseAsString });
  const kept = [athletes ? `athletes=${athletes}` : "", org ? `org=${org}` : ""].filter(Boolean);
  return {
    count: athletes ? athletes.split(",").length : 0,
    query: kept.length > 0 ? `?${kept.join("&")}` : "",
  };
}
