"use client";

import { loadNotices } from "@repo/ui/toast";
import { loadLogDialog } from "#features/log/load-log-dialog.ts";

const KEEP_AGAIN_MS = 10 * 60_000;

/** Lets the service worker keep Today and the calendar, now and whenever the app comes back to the front. */
export function keepPages(): () => void {
  // While developing the built files change under their names, and a kept page would be an old one.
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return () => undefined;
  let keptAt = 0;
  const keep = async () => {
    if (document.hidden || !navigator.onLine || Date.now() - keptAt < KEEP_AGAIN_MS) return;
    keptAt = Date.now();
    await navigator.serviceWorker.register("/service-worker.js");
    const { active } = await navigator.serviceWorker.ready;
    // What opens later must be here, too, when there is no network to fetch it from.
    await Promise.all([loadLogDialog(), loadNotices()]);
    active?.postMessage({ type: "keep", assets: loadedAssets() });
  };
  const safely = () => void keep().catch(() => undefined);
  safely();
  document.addEventListener("visibilitychange", safely);
  return () => document.removeEventListener("visibilitychange", safely);
}

/** What this page was built from: the first page of all was loaded before there was a worker to keep it. */
function loadedAssets(): string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_next/static/"))
    .map(({ pathname }) => pathname);
}
