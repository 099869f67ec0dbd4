"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "#trpc/client.tsx";

/** Notes that a report was opened: by a person's browser, not by a mail program that looks ahead. */
export function MarkRead({ reportId }: { reportId: string }) {
  const { mutate } = useMutation(useTRPC().reports.markRead.mutationOptions());
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    mutate({ reportId });
  }, [mutate, reportId]);
  return null;
}
