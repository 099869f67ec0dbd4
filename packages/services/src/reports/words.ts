import type { DigestContent, DigestWarning } from "./digest-content.ts";

/** The digest's title is its verdict. */
export function verdictOf({ needs, athletes }: Pick<DigestContent, "needs" | "athletes">): string {
  if (athletes === 0) return "No athletes yet";
  if (needs.length === 0)
    return athletes === 1 ? "Your athlete is on plan" : `All ${athletes} athletes are on plan`;
  return `${needs.length} of ${athletes} ${athletes === 1 ? "athlete needs" : needs.length === 1 ? "athletes needs" : "athletes need"} you`;
}

/** Evidence as one line of numbers: what was measured, and the limit it was held against. */
export function evidenceLine(evidence: DigestWarning["evidence"]): string {
  return evidence
    .map(({ label, value, unit, limit }) => {
      const of = (number: number | string | null | undefined) =>
        number === null || number === undefined ? "not known" : `${shown(number)}${unit ? ` ${unit}` : ""}`;
      if (limit === null || limit === undefined) return `${label} ${of(value)}`;
      return `${label} ${of(value)} (${typeof limit === "string" ? limit : `limit ${of(limit)}`})`;
    })
    .join("; ");
}

/** Numbers as people write them: at most one decimal above ten, two below. */
function shown(value: number | string): string {
  if (typeof value === "string") return value;
  const digits = Math.abs(value) >= 10 ? 1 : 2;
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
