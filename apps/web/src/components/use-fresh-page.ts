"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";

/** Shows the page with the numbers that are new after a save, without a reload. */
export function useFreshPage(): { refresh: () => void; isRefreshing: boolean } {
  const router = useRouter();
  const [isRefreshing, start] = useTransition();
  return { refresh: () => start(() => router.refresh()), isRefreshing };
}
