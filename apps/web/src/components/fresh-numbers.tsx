"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";

const AT_ONCE_MS = 1_000;
const SOON_MS = 2_000;
const LATER_MS = 30_000;

/** On an athlete's own pages: looks whether newer numbers are there (the night, a coach, another device). */
export function FreshNumbers({ rev }: { rev: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.today.revision.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.waiting ? SOON_MS : LATER_MS),
    }),
  );
  return useNewer(rev, data);
}

/**
 * On a coach's page about an athlete: what the athlete saves appears while the coach looks; and where the athlete shares
 * nothing any more, the page says so instead of standing there as it was.
 */
export function FreshNumbersOf({ athleteId, rev }: { athleteId: string; rev: number }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.athlete.revision.queryOptions(
      { athleteId },
      { refetchInterval: ({ state }) => (isGone(state.error) ? false : AT_ONCE_MS) },
    ),
  );
  const { refresh } = useFreshPage();
  const hasGone = isGone(error);
  useEffect(() => {
    if (hasGone) refresh();
  }, [hasGone, refresh]);
  return useNewer(rev, data);
}

function isGone(error: { data?: { code?: string } | null } | null): boolean {
  return error?.data?.code === "NOT_FOUND";
}

/** On a page about all of a coach's athletes. */
export function FreshRoster({ rev }: { rev: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.roster.revision.queryOptions(undefined, { refetchInterval: SOON_MS }));
  return useNewer(rev, data);
}

/** Shows the page anew when the server knows more than is shown. A tab that nobody looks at does not ask. */
function useNewer(rev: number, found: { rev: number } | undefined): null {
  const { refresh, isRefreshing } = useFreshPage();
  const asked = useRef(rev);
  useEffect(() => {
    asked.current = Math.max(asked.current, rev);
    if (isRefreshing || !found || found.rev <= asked.current) return;
    asked.current = found.rev;
    refresh();
  }, [found, rev, refresh, isRefreshing]);
  return null;
}
