"use client";

import { ProgressBar } from "@repo/ui/progress-bar";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";

const LOOK_EVERY_MS = 1_000;

/** How far the worker is with an import, live; the page's report is made anew when it is done. */
export function ImportProgress({ batchId, isArchive }: { batchId: string; isArchive: boolean }) {
  const { refresh } = useFreshPage();
  const { data } = useQuery(
    useTRPC().imports.progress.queryOptions({ batchId }, { refetchInterval: LOOK_EVERY_MS, gcTime: 0 }),
  );
  const isOver = data !== undefined && data.state !== "running";
  useEffect(() => {
    if (isOver) refresh();
  }, [isOver, refresh]);
  const read = data?.read ?? 0;
  return (
    <div role="status" aria-live="polite" className="mt-2 max-w-xl text-sm">
      <p className="flex justify-between gap-4">
        <span>Being read. You may leave this page.</span>
        <b className="type-figure whitespace-nowrap">
          {read.toLocaleString("en")}
          {isArchive || !data ? "" : ` of ${data.total.toLocaleString("en")}`} files
        </b>
      </p>
      <ProgressBar
        label="Files read"
        {...(isArchive || !data ? {} : { value: Math.min(read, data.total), max: data.total })}
      />
    </div>
  );
}
