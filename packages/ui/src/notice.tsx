import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

const TONES = {
  attention: "border-attention-fill bg-attention-soft",
  good: "border-good-fill bg-good-soft",
  info: "border-info-fill bg-info-soft",
};

/** A line about the page itself: demo data, offline, what is waiting. */
export function Notice({
  tone = "info",
  children,
  action,
}: {
  tone?: keyof typeof TONES;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      role="status"
      className={joinClasses(
        "flex flex-wrap items-center justify-between gap-x-3 gap-y-2 rounded-md border-l-4 px-4 py-2.5 text-sm",
        TONES[tone],
      )}
    >
      <div>{children}</div>
      {action}
    </div>
  );
}
