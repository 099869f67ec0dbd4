import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type BadgeTone = "track" | "attention" | "good" | "info" | "neutral";

const TONES: Record<BadgeTone, string> = {
  track: "bg-track text-on-track",
  attention: "bg-attention-fill text-on-attention",
  good: "bg-good-fill text-on-good",
  info: "bg-info-fill text-on-info",
  neutral: "bg-neutral-fill text-on-neutral",
};

/** A warning's kind in one or two words: red needs a person today, amber this week. */
export function Badge({
  tone = "neutral",
  children,
  className,
}: {
  tone?: BadgeTone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={joinClasses(
        "type-narrow inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-semibold whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
