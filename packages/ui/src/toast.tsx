"use client";

import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { Say } from "./toaster.tsx";

const UNDO_MS = 8000;
const Notices = lazy(async () => ({ default: (await loadNotices()).Notices }));

let say: ((what: Say) => void) | null = null;
/** Said before notices could be shown. */
let waiting: Say[] = [];

/** Fetches what shows notices, once. */
export function loadNotices() {
  return import("./toaster.tsx");
}

function begin(way: (what: Say) => void): void {
  say = way;
  for (const what of waiting) say(what);
  waiting = [];
}

/** Stands once in the layout; a page is there before its notices are. */
export function Toaster({ label = "Notices" }: { label?: string }) {
  const [isPageThere, setPageThere] = useState(false);
  useEffect(() => setPageThere(true), []);
  return isPageThere ? (
    <Suspense fallback={null}>
      <Notices label={label} onReady={begin} />
    </Suspense>
  ) : null;
}

export type ToastOptions = {
  detail?: ReactNode;
  undo?: () => void;
  undoLabel?: string;
  tone?: "plain" | "error";
};

/** Says what has happened; with `undo` it stays eight seconds and offers the way back. */
export function showToast(
  text: string,
  { detail, undo, undoLabel = "Undo", tone = "plain" }: ToastOptions = {},
): void {
  const what: Say = (toast) => {
    const show = tone === "error" ? toast.error : toast;
    show(text, {
      description: detail,
      duration: undo || tone === "error" ? UNDO_MS : 4000,
      ...(undo ? { action: { label: undoLabel, onClick: undo } } : {}),
    });
  };
  if (say) say(what);
  else waiting.push(what);
}
