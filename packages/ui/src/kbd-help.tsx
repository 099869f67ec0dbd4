"use client";

import { Dialog } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";

export type KbdGroup = { title: string; keys: { keys: readonly string[]; does: string }[] };

export type KbdHelpProps = {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly KbdGroup[];
  title?: string;
  /** Such as the switch that turns single keys off. */
  children?: React.ReactNode;
};

/** Every key, opened by "?". */
export function KbdHelp({ isOpen, onOpenChange, groups, title = "Keyboard", children }: KbdHelpProps) {
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} size="lg">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="type-label mb-1 text-ink-soft">{group.title}</h3>
            <dl className="divide-y divide-line">
              {group.keys.map((entry) => (
                <div key={entry.does} className="flex items-center justify-between gap-4 py-1.5 text-sm">
                  <dt>{entry.does}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {entry.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {children}
    </Dialog>
  );
}
