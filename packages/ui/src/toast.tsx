"use client";

import { Toaster as SonnerToaster, toast } from "sonner";

const UNDO_MS = 8000;

/** Stands once in the layout. */
export function Toaster({ label = "Notices" }: { label?: string }) {
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

export type ToastOptions = {
  detail?: string;
  undo?: () => void;
  undoLabel?: string;
  tone?: "plain" | "error";
};

/** Says what has happened; with `undo` it stays eight seconds and offers the way back. */
export function showToast(
  text: string,
  { detail, undo, undoLabel = "Undo", tone = "plain" }: ToastOptions = {},
): void {
  const show = tone === "error" ? toast.error : toast;
  show(text, {
    description: detail,
    duration: undo || tone === "error" ? UNDO_MS : 4000,
    ...(undo ? { action: { label: undoLabel, onClick: undo } } : {}),
  });
}
