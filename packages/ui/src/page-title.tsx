import type { ReactNode } from "react";

export type PageTitleProps = {
  /** The verdict: "3 of 41 athletes need you". */
  title: string;
  /** The evidence in one line. */
  lead?: ReactNode;
  /** Where and when: "Tuesday 19 May, Speed week 2 of 6". */
  eyebrow?: ReactNode;
  actions?: ReactNode;
  /** The heavy line under the head of a page. */
  rule?: boolean;
};

export function PageTitle({ title, lead, eyebrow, actions, rule = true }: PageTitleProps) {
  return (
    <header className={rule ? "border-b-2 border-ink pb-5" : "pb-3"}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          {eyebrow ? <p className="mb-0.5 text-sm text-ink-soft">{eyebrow}</p> : null}
          <h1 className="type-display">{title}</h1>
          {lead ? <p className="mt-1 max-w-prose text-pretty text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-end gap-2 max-sm:w-full">{actions}</div> : null}
      </div>
    </header>
  );
}
