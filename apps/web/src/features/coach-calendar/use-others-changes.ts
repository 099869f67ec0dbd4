"use client";

import { showToast } from "@repo/ui/toast";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "#trpc/client.tsx";

/** How often it is asked; a tab that nobody looks at does not ask. */
const ASK_MS = 10_000;

/** Shows what a colleague changes of the same plan, and says who did. */
export function useOthersChanges(athleteId: string, refetch: () => void): void {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.coachCalendar.latestEdit.queryOptions({ athleteId }, { refetchInterval: ASK_MS, staleTime: 0 }),
  );
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const mark = data ? `${data.id} ${data.isUndone}` : "";
    const isNews = seen.current !== null && seen.current !== mark && data !== null && !data.isOwn;
    seen.current = mark;
    if (!isNews) return;
    refetch();
    const what = `${data.isUndone ? "took back: " : ""}${data.summary}`;
    showToast(`${data.authorName ?? "Somebody"} changed this plan`, { detail: what });
  }, [data, refetch]);
}
