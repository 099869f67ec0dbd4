"use client";

import { Notice } from "@repo/ui/notice";
import { useMutationState } from "@tanstack/react-query";
import { useEffect } from "react";
import { useOnline } from "#features/offline/use-online.ts";
import { scopeOf } from "./use-calendar-edits.ts";

/** Says which changes have not reached the server yet, and asks before the page is left with them. */
export function WaitingChanges({ athleteId }: { athleteId: string }) {
  const online = useOnline();
  const failures = useMutationState({
    filters: {
      status: "pending",
      predicate: ({ options }) => options.scope?.id === scopeOf(athleteId),
    },
    select: ({ state }) => state.failureCount,
  });
  const waits = failures.length;
  const isStuck = waits > 0 && (!online || failures.some((count) => count > 0));
  useEffect(() => {
    if (!isStuck) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isStuck]);
  if (!isStuck) return null;
  return (
    <div className="mb-3">
      <Notice tone="attention">
        <b className="font-semibold">{waits === 1 ? "One change waits" : `${waits} changes wait`}</b>{" "}
        {`for the network and will be saved by ${waits === 1 ? "itself" : "themselves"}. Leave this page open.`}
      </Notice>
    </div>
  );
}
