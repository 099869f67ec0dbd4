"use client";

import { useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";

/** Shows the page with the numbers that are new after a save, without a reload. */
export function useFreshPage(): { refresh: () => void; isRefreshing: boolean } {
  const router = useRouter();
  const [isRefreshing, start] = useTransition();
  const refresh = useCallback(() => {
    // Without a network Next would load the page anew, and a form that is open would be lost.
    if (navigator.onLine) start(() => router.refresh());
  }, [router]);
  return { refresh, isRefreshing };
}
