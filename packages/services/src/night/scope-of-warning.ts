import type { WarningKind } from "@repo/core/warnings";
import type { ConsentScope } from "@repo/db/queries";

/** Warnings whose evidence is health, or how somebody woke up; all others rest on training alone. */
const SCOPES: Partial<Record<WarningKind, "wellness" | "medical">> = {
  illness: "medical",
  pain: "medical",
  "under-recovery": "wellness",
  overcooked: "wellness",
  "resting-hr-high": "wellness",
  "hrv-out-of-band": "wellness",
  "short-sleep": "wellness",
  "life-stress": "wellness",
  "under-fuelled": "wellness",
};

/** The most private consent that a warning's evidence draws on: only who has it sees the warning. */
export function scopeOfWarning(kind: WarningKind): Exclude<ConsentScope, "location"> {
  return SCOPES[kind] ?? "training";
}
