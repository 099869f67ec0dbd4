import type { DigestContent } from "./digest-content.ts";

/** The digest's title is its verdict. */
export function verdictOf({ needs, athletes }: Pick<DigestContent, "needs" | "athletes">): string {
  if (athletes === 0) return "No athletes yet";
  if (needs.length === 0)
    return athletes === 1 ? "Your athlete needs nothing" : `None of ${athletes} athletes needs you`;
  return `${needs.length} of ${athletes} ${athletes === 1 ? "athlete needs" : needs.length === 1 ? "athletes needs" : "athletes need"} you`;
}
