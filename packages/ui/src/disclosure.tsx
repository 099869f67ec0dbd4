import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

export type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Told when it opens or closes: for what is asked for only then. */
  onToggle?: () => void;
  className?: string;
};

/** Native details: opens without a script and is found by the browser's search. */
export function Disclosure({ summary, children, open, onToggle, className }: DisclosureProps) {
  return (
    <details open={open} onToggle={onToggle} className={joinClasses("group/disclosure", className)}>
      <summary className="-mx-1 inline-flex min-h-8 list-none items-center gap-1 rounded-sm px-1 text-sm font-medium text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform group-open/disclosure:rotate-90 rtl:rotate-180"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
