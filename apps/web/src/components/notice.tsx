import type { ReactNode } from "react";
import { Wordmark } from "./wordmark.tsx";

type Props = { title: string; children: ReactNode; action?: { href: string; label: string } };

/** A whole page that says one thing and offers one way on. */
export function Notice({ title, children, action }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <Wordmark />
      <h1 className="type-display mt-6">{title}</h1>
      <div className="max-w-prose text-ink-soft">{children}</div>
      {action ? (
        <p className="mt-2">
          <a
            className="inline-flex min-h-11 items-center rounded-md bg-ink px-4 font-semibold text-on-ink hover:bg-ink-hover"
            href={action.href}
          >
            {action.label}
          </a>
        </p>
      ) : null}
    </main>
  );
}
