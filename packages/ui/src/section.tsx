import { type ReactNode, useId } from "react";
import { joinClasses } from "./join-classes.ts";

export type SectionProps = {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

export function Section({ title, note, actions, children, className }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={joinClasses("py-6", className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-baseline gap-x-2.5">
          <h2 id={id} className="type-title">
            {title}
          </h2>
          {note ? <p className="text-sm text-ink-soft">{note}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
