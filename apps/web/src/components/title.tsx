import type { ReactNode } from "react";

/** A page's title and the sentence under it, for pages without a page-wide action. */
export function Title({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <header className="mb-7">
      <h1 className="type-display">{children}</h1>
      {lead ? <div className="mt-2 max-w-prose text-ink-soft">{lead}</div> : null}
    </header>
  );
}
