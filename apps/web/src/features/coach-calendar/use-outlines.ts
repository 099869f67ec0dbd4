"use client";

import { type PackedWeeks, unpackWeeks, type WeekOutline } from "@repo/core/season";
import { useQueries } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import { OUTLINE_WEEKS, type WeekStart, weekIndexOf, weekStartAt } from "./calendar-data.ts";

type Of = { athleteId: string; drafts: boolean; starts: WeekStart };

/** The years that some weeks lie in, in outline: what a row shows until its workouts are here. */
export function useOutlines(of: Of, weeks: readonly number[]): (week: number) => WeekOutline | null {
  const trpc = useTRPC();
  const { athleteId, drafts, starts } = of;
  const blocks = [...new Set(weeks.map((week) => Math.floor(week / OUTLINE_WEEKS) * OUTLINE_WEEKS))];
  return useQueries({
    queries: blocks.map((block) =>
      trpc.coachCalendar.outline.queryOptions({
        athleteId,
        drafts,
        from: weekStartAt(block, starts),
        weeks: OUTLINE_WEEKS,
      }),
    ),
    combine: (results) => {
      const outlines = new Map<number, WeekOutline>();
      for (const { data } of results) {
        if (!data) continue;
        const first = weekIndexOf(data.from, starts);
        for (const [at, outline] of unpacked(data.weeks).entries()) outlines.set(first + at, outline);
      }
      return (week: number) => outlines.get(week) ?? null;
    },
  });
}

const known = new WeakMap<PackedWeeks, WeekOutline[]>();

function unpacked(packed: PackedWeeks): WeekOutline[] {
  const old = known.get(packed);
  if (old) return old;
  const weeks = unpackWeeks(packed);
  known.set(packed, weeks);
  return weeks;
}
