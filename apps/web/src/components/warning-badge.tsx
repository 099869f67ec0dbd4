import { Badge, type BadgeTone } from "@repo/ui/badge";
import { words } from "#words.ts";

type Warning = { kind: string; severity: "info" | "warn" | "error" };

const TONES: Record<Warning["severity"], BadgeTone> = { error: "track", warn: "attention", info: "neutral" };

/** A warning's kind in a word or two; red needs a person today, amber this week. */
export function WarningBadge({ warning }: { warning: Warning }) {
  return <Badge tone={TONES[warning.severity]}>{words("warning", warning.kind)}</Badge>;
}
