import type { OpenWarning, Warning } from "@repo/core/warnings";

/**
 * Warnings as the file format names them: a standstill by its likeliest cause, too little recovery as `overcooked`
 * (contracts know no other names). Told apart by `verdict`; the same trouble is written once.
 */
export function writtenWarnings(open: readonly OpenWarning[]): Warning[] {
  const overcooked = open.some((warning) => warning.kind === "overcooked");
  return open.flatMap(({ lastHeldOn: _lastHeldOn, ...warning }) => {
    if (warning.kind === "plateau")
      return [{ ...warning, kind: warning.cause ?? "new-stimulus-needed", verdict: "plateau" }];
    if (warning.kind !== "under-recovery") return [warning];
    return overcooked ? [] : [{ ...warning, kind: "overcooked" as const, verdict: "under-recovery" }];
  });
}
