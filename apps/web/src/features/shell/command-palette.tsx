"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const CommandSearch = lazy(async () => ({ default: (await import("./command-search.tsx")).CommandSearch }));

/** Ctrl+K: a word or a name, and there. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <CommandSearch onOpenChange={setOpen} />
    </Suspense>
  );
}
