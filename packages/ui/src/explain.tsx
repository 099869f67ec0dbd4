import type { ReactNode } from "react";
import { Disclosure } from "./disclosure.tsx";
import { EvidenceList, type EvidenceRow } from "./evidence-list.tsx";

export type ExplainProps = {
  /** One sentence: what the number is. */
  children: ReactNode;
  rows?: readonly EvidenceRow[];
  /** Where the method comes from. */
  sources?: readonly { label: string; href?: string }[];
  summary?: string;
  sourceWord?: string;
  open?: boolean;
};

/** Every number explains itself: what went in, what it was held against, whose method it is. */
export function Explain({
  children,
  rows,
  sources,
  summary = "How was this made?",
  sourceWord = "Source",
  open,
}: ExplainProps) {
  return (
    <Disclosure summary={summary} open={open}>
      <div className="max-w-prose space-y-3 border-l-2 border-line pl-4 text-sm">
        <div className="text-ink-soft">{children}</div>
        {rows && rows.length > 0 ? <EvidenceList rows={rows} /> : null}
        {sources && sources.length > 0 ? (
          <p className="text-xs text-ink-soft">
            {sourceWord}:{" "}
            {sources.map((source, index) => (
              <span key={source.label}>
                {index > 0 ? "; " : ""}
                {source.href ? (
                  <a href={source.href} className="underline underline-offset-2 hover:text-ink">
                    {source.label}
                  </a>
                ) : (
                  source.label
                )}
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </Disclosure>
  );
}
