"use client";

import { useEffect } from "react";
import { Wordmark } from "#components/wordmark.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-6 py-16">
      <Wordmark />
      <h1 className="type-display mt-6">This page could not be shown</h1>
      <p className="max-w-prose text-ink-soft">
        The server ran into a problem while making it. What you saved before is safe. Try again; if it stays
        like this, give whoever runs this server the code below.
      </p>
      {error.digest ? <p className="type-figure text-ink-soft">Code {error.digest}</p> : null}
      <p className="mt-2 flex flex-wrap gap-3">
        <button
          type="button"
          className="min-h-11 rounded-md bg-ink px-4 font-semibold text-on-ink hover:bg-ink-hover"
          onClick={reset}
        >
          Try again
        </button>
        <a
          className="inline-flex min-h-11 items-center rounded-md border border-line-strong px-4 font-semibold"
          href="/"
        >
          Go to the start
        </a>
      </p>
    </main>
  );
}
