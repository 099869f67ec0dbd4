"use client";

import { useEffect } from "react";
import { Toaster as SonnerToaster, toast } from "sonner";

export type Say = (how: typeof toast) => void;

/** Shows notices from now on; `onReady` gets the way to say one. */
export function Notices({ label, onReady }: { label: string; onReady: (say: (what: Say) => void) => void }) {
  useEffect(() => onReady((what) => what(toast)), [onReady]);
  return (
    <SonnerToaster
      position="bottom-center"
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={label}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg bg-ink px-4 py-3 text-sm text-on-ink shadow-raised sm:w-[26rem]",
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
