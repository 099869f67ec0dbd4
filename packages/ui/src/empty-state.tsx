import type { ReactNode } from "react";

export type EmptyStateProps = {
  /** What appears here. */
  title: string;
  /** Why it is empty. */
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  /** A small picture of the full state, such as a chart drawn from an example. */
  picture?: ReactNode;
};

export function EmptyState({ title, children, action, picture }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-4 border-y border-line py-8">
      {picture ? (
        <div aria-hidden="true" className="opacity-45 grayscale">
          {picture}
        </div>
      ) : null}
      <div className="max-w-prose">
        <h2 className="type-title">{title}</h2>
        {children ? <div className="mt-1 text-sm text-ink-soft">{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
