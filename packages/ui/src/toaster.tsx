"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Toaster as SonnerToaster, toast } from "sonner";

export type Say = (how: typeof toast) => void;

/** As wide as a phone: where the way around and the figures that a notice is about stand at the bottom. */
const NARROW = "(max-width: 767px)";

function subscribe(listener: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** Shows notices from now on; `onReady` gets the way to say one. */
export function Notices({ label, onReady }: { label: string; onReady: (say: (what: Say) => void) => void }) {
  useEffect(() => onReady((what) => what(toast)), [onReady]);
  const isNarrow = useSyncExternalStore(
    subscribe,
    () => matchMedia(NARROW).matches,
    () => false,
  );
  return (
    <SonnerToaster
      position={isNarrow ? "top-right" : "bottom-center"}
      mobileOffset={{ top: "calc(env(safe-area-inset-top) + 0.5rem)", left: "0.75rem", right: "0.75rem" }}
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={label}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            // On a phone no wider than its words, at the right: titles stand at the left. Its list is wider than the screen by both margins.
            "flex min-h-11 w-full items-center gap-3 rounded-lg bg-ink px-4 py-3 text-sm text-on-ink shadow-raised max-sm:right-6! max-sm:left-auto! max-sm:w-fit! max-sm:max-w-full max-sm:py-1.5 max-sm:has-[button]:pr-1.5 sm:w-[26rem]",
          title: "font-semibold",
          description: "opacity-80",
          content: "flex-1 min-w-0",
          actionButton:
            "shrink-0 rounded-md border border-on-ink/40 px-2.5 py-1.5 font-semibold hover:bg-on-ink/10",
          icon: "shrink-0",
        },
      }}
    />
  );
}
