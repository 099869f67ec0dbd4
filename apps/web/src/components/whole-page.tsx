import { Brand } from "@repo/ui/brand";
import { LinkButton } from "@repo/ui/link-button";
import type { ReactNode } from "react";

type Props = {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  action?: { href: string; label: string };
};

/** A whole page that says one thing and offers one way on. */
export function WholePage({ title, children, actions, action }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center px-5 py-16 sm:px-6">
      <Brand />
      <h1 className="type-display mt-10">{title}</h1>
      <div className="mt-3 max-w-prose text-ink-soft">{children}</div>
      <div className="mt-7 flex flex-wrap gap-2.5">
        {actions}
        {action ? (
          <LinkButton variant="solid" size="lg" href={action.href}>
            {action.label}
          </LinkButton>
        ) : null}
      </div>
    </main>
  );
}
