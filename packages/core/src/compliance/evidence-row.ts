import type { Evidence } from "@repo/core/season";

/** An evidence row: what was measured, and what it is held against. */
export function row(
  label: string,
  value: Evidence["value"],
  unit: string | null = null,
  limit: Evidence["value"] = null,
): Evidence {
  return { label, value, unit, limit };
}
