import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export function Kbd({ children, inverted = false }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd
      className={joinClasses(
        "type-narrow inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-2xs font-semibold",
        inverted ? "border-on-ink/40 text-on-ink" : "border-line-strong bg-surface text-ink",
      )}
    >
      {children}
    </kbd>
  );
}
