import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type ErrorStateProps = {
  /** The fault. */
  title: string;
  /** The fix. */
  children?: ReactNode;
  action?: ReactNode;
  /** For whoever looks into the logs. */
  reference?: string;
};

export function ErrorState({ title, children, action, reference }: ErrorStateProps) {
  return (
    <div role="alert" className="flex gap-3 rounded-md border-l-4 border-track bg-track-soft px-4 py-3.5">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-track-text" />
      <div className="min-w-0 flex-1">
        <h2 className="type-lead">{title}</h2>
        {children ? <div className="mt-0.5 text-sm">{children}</div> : null}
        {reference ? <p className="type-narrow mt-1 text-xs">{reference}</p> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}
