"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";

const SOON_MS = 2_000;
const LATER_MS = 30_000;

/** Looks whether newer numbers are there (the night, a coach, another device) and shows them. */
export function FreshNumbers({ rev }: { rev: number }) {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const asked = useRef(rev);
  const { data } = useQuery(
    trpc.today.revision.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.waiting ? SOON_MS : LATER_MS),
    }),
  );
  useEffect(() => {
    asked.current = Math.max(asked.current, rev);
    if (!data || data.rev <= asked.current) return;
    asked.current = data.rev;
    refresh();
  }, [data, rev, refresh]);
  return null;
}
