import type { ReactNode } from "react";
import { Disclosure } from "./disclosure.tsx";
import { EvidenceList, type EvidenceRow } from "./evidence-list.tsx";
import { joinClasses } from "./join-classes.ts";

export type FindingSeverity = "error" | "warning" | "note" | "pass";

export type FindingItemProps = {
  severity: FindingSeverity;
  title: ReactNode;
  /** Why it matters and what would put it right. */
  children?: ReactNode;
  evidence?: readonly EvidenceRow[];
  evidenceWord?: string;
  /** Buttons: the fix first, then waive. */
  actions?: ReactNode;
  source?: string;
  /** A waiver's reason, once a coach has accepted the finding. */
  waived?: string | null;
  severityWords?: Partial<Record<FindingSeverity, string>>;
};

const MARKS: Record<FindingSeverity, string> = {
  error: "bg-track",
  warning: "bg-phase-build rotate-45",
  note: "bg-transparent border-2 border-line-strong",
  pass: "bg-good-fill rounded-full",
};
const WORDS: Record<FindingSeverity, string> = {
  error: "Breaks a rule",
  warning: "Look at this",
  note: "Note",
  pass: "Passes",
};

/** One verdict of a plan check: mark by shape and colour, evidence on request, the fix beside it. */
export function FindingItem(props: FindingItemProps) {
  const { severity, title, children, evidence, evidenceWord = "Evidence", actions, source, waived } = props;
  return (
    <li className={joinClasses("flex gap-2.5 border-t border-line py-3.5", waived && "text-ink-soft")}>
      <span className="flex h-5 shrink-0 items-center">
        <span
          aria-hidden="true"
          className={joinClasses("size-2 rounded-[2px]", waived ? "bg-line-strong" : MARKS[severity])}
        />
        <span className="sr-only">{props.severityWords?.[severity] ?? WORDS[severity]}: </span>
      </span>
      <div className="min-w-0 flex-1">
        <h3 className={joinClasses("type-lead", waived && "line-through decoration-1")}>{title}</h3>
        {waived ? <p className="mt-0.5 text-sm">{waived}</p> : null}
        {children && !waived ? <div className="mt-0.5 text-sm text-ink-soft">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
        {evidence && evidence.length > 0 ? (
          <Disclosure summary={evidenceWord} className="mt-1.5">
            <EvidenceList rows={evidence} />
            {source ? <p className="mt-1.5 text-xs text-ink-soft">{source}</p> : null}
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

type ListProps = {
  children: ReactNode;
  label: string;
  /** No line below the last one: for a list with another line right after it. */
  isOpenEnded?: boolean;
};

export function FindingList({ children, label, isOpenEnded = false }: ListProps) {
  return (
    <ul aria-label={label} className={isOpenEnded ? undefined : "border-b border-line"}>
      {children}
    </ul>
  );
}
