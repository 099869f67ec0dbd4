import { Badge, type BadgeTone } from "@repo/ui/badge";
import { words } from "#words.ts";

type Warning = { kind: string; severity: "info" | "warn" | "error"; badge?: string | null | undefined };

const TONES: Record<Warning["severity"], BadgeTone> = { error: "track", warn: "attention", info: "neutral" };

/** A warning's kind in a word or two; red needs a person today, amber this week. */
export function WarningBadge({ warning }: { warning: Warning }) {
  return <Badge tone={TONES[warning.severity]}>{warning.badge ?? words("warning", warning.kind)}</Badge>;
}
