"use client";

import { addDays } from "@repo/core/calendar";
import { keepPreviousData, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "#trpc/client.tsx";
import {
  CHUNK_WEEKS,
  type Chunk,
  chunkInput,
  chunkStartOf,
  type Day,
  type WeekStart,
  type Workout,
  weekIndexOf,
  weekOf,
  weekStartAt,
} from "./calendar-data.ts";

type Of = {
  athleteId: string;
  drafts: boolean;
  starts: WeekStart;
  /** The counted week the calendar opened at. */
  opening: number;
};

/** What lies on some weeks and on those fetched with them; asked for once and kept. */
export function useWeekChunks(of: Of, weeks: readonly number[]): ReadonlyMap<string, Chunk> {
  const trpc = useTRPC();
  const starts = [...new Set(weeks.map((index) => chunkStartOf(index, of.starts, of.opening)))];
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

/** Looks things up in the weeks that are here, without drawing anything anew. */
export function useLookUp(of: Of) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { athleteId, drafts, starts, opening } = of;
  const chunkOf = useCallback(
    (date: string): Chunk | null => {
      const from = chunkStartOf(weekIndexOf(date, starts), starts, opening);
      return (
        client.getQueryData(trpc.coachCalendar.weeks.queryKey(chunkInput({ athleteId, drafts }, from))) ??
        null
      );
    },
    [client, trpc, athleteId, drafts, starts, opening],
  );
  /** The weeks around a day, as far as they are here. */
  const chunksAround = useCallback(
    (date: string): Chunk[] =>
      [-CHUNK_WEEKS, 0, CHUNK_WEEKS].flatMap((weeks) => chunkOf(addDays(date, weeks * 7)) ?? []),
    [chunkOf],
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
  return { chunkOf, chunksAround, dayOf, workoutOf };
}

export type LookUp = ReturnType<typeof useLookUp>;
