"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

export type KeptWorkout = RouterOutputs["workouts"]["kept"][number];
const PLANNING = new Set(["owner", "head-coach", "coach"]);
const NONE: KeptWorkout[] = [];

/** The workouts that are kept, their folders, and where the caller may keep more. */
export function useKept() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data: kept = NONE } = useQuery(trpc.workouts.kept.queryOptions());
  const { data: account } = useQuery(trpc.account.me.queryOptions());
  const orgs = account?.organisations.filter(({ role }) => PLANNING.has(role)) ?? [];
  const [first] = orgs;
  return {
    kept: kept as KeptWorkout[],
    folders: [...new Set(kept.map(({ folder }) => folder).filter(Boolean))].sort(),
    /** Where new ones are kept; null: nowhere. */
    orgId: first?.orgId ?? null,
    userId: account?.userId ?? null,
    mayChange: (workout: KeptWorkout) => orgs.some(({ orgId }) => orgId === workout.orgId),
    refresh: () => client.invalidateQueries({ queryKey: trpc.workouts.kept.queryKey() }),
  };
}
