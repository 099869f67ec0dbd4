"use client";

import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Whether the device has a network; true until the browser is asked. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** The page's day; offline a kept page may be of an earlier day, and then the device's day counts. */
export function useDay(ofPage: string): string {
  const online = useOnline();
  if (online) return ofPage;
  const onDevice = new Intl.DateTimeFormat("en-CA").format(new Date());
  return onDevice > ofPage ? onDevice : ofPage;
}
