"use client";

import { keepPreviousData, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "#trpc/client.tsx";
import {
  CHUNK_WEEKS,
  type Chunk,
  chunkStartOf,
  type Day,
  type WeekStart,
  type Workout,
  weekIndexOf,
  weekOf,
  weekStartAt,
} from "./calendar-data.ts";

type Of = { athleteId: string; drafts: boolean; starts: WeekStart };

/** The quarters that some weeks lie in; each is asked for once and kept. */
export function useWeekChunks(of: Of, weeks: readonly number[]): ReadonlyMap<string, Chunk> {
  const trpc = useTRPC();
  const starts = [...new Set(weeks.map((index) => chunkStartOf(index, of.starts)))];
  return useQueries({
    queries: starts.map((from) => ({
      ...trpc.coachCalendar.weeks.queryOptions(chunkInput(of, from)),
      placeholderData: keepPreviousData,
    })),
    combine: (results) => {
      const chunks = new Map<string, Chunk>();
      for (const { data } of results) if (data) chunks.set(data.from, data as Chunk);
      return chunks;
    },
  });
}

export function chunkInput({ athleteId, drafts }: Pick<Of, "athleteId" | "drafts">, from: string) {
  return { athleteId, from, weeks: CHUNK_WEEKS, drafts };
}

/** Looks things up in the quarters that are here, without drawing anything anew. */
export function useLookUp(of: Of) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { athleteId, drafts, starts } = of;
  const chunkOf = useCallback(
    (date: string): Chunk | null => {
      const from = chunkStartOf(weekIndexOf(date, starts), starts);
      return (
        client.getQueryData(trpc.coachCalendar.weeks.queryKey(chunkInput({ athleteId, drafts }, from))) ??
        null
      );
    },
    [client, trpc, athleteId, drafts, starts],
  );
  const dayOf = useCallback(
    (date: string): Day | null => {
      const chunk = chunkOf(date);
      if (!chunk) return null;
      const week = weekOf(chunk, weekStartAt(weekIndexOf(date, starts), starts));
      return week?.days.find((day) => day.date === date) ?? null;
    },
    [chunkOf, starts],
  );
  const workoutOf = useCallback(
    (id: string): Workout | null => {
      const filter = { queryKey: trpc.coachCalendar.weeks.pathKey() };
      for (const [, chunk] of client.getQueriesData<Chunk>(filter)) {
        const found = chunk?.workouts.find((workout) => workout.id === id);
        if (found) return found;
      }
      return null;
    },
    [client, trpc],
  );
  return { chunkOf, dayOf, workoutOf };
}

export type LookUp = ReturnType<typeof useLookUp>;
