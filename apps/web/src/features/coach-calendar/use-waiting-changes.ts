"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useUnsent } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Op } from "./calendar-data.ts";

type Edits = {
  show: (ops: readonly Op[]) => void;
  refetchAll: () => void;
  /** Whether a change was made on this page, which shows and follows it already. */
  isOwn: (mutationId: string) => boolean;
};

/** Shows what still waits on this device for one athlete's calendar since before the page was loaded. */
export function useWaitingChanges(athleteId: string, { show, refetchAll, isOwn }: Edits): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { entries } = useUnsent();
  const ops = useMemo(
    () =>
      entries.flatMap(({ path, input, refused, mutationId }) => {
        const waits = path === "coachCalendar.change" && refused === null && input.athleteId === athleteId;
        return waits && !isOwn(mutationId) ? (input.ops as Op[]) : [];
      }),
    [entries, athleteId, isOwn],
  );
  const waited = useRef(false);
  useEffect(() => {
    if (ops.length === 0) {
      // What waited has gone: the server says what it became.
      if (waited.current) refetchAll();
      waited.current = false;
      return;
    }
    waited.current = true;
    show(ops);
    const [path] = trpc.coachCalendar.weeks.pathKey();
    return client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success" || event.action.manual) return;
      if (JSON.stringify(event.query.queryKey[0]) === JSON.stringify(path)) show(ops);
    });
  }, [ops, show, refetchAll, client, trpc]);
}
