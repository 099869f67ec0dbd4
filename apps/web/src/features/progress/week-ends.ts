import { weekStartOf } from "@repo/core/calendar";

type Point = { date: string; load: number | null };

/** Consecutive days as one point a week: its last day, with the load of all that is known of the week. */
export function weekEnds<P extends Point>(days: readonly P[]): P[] {
  return [...Map.groupBy(days, ({ date }) => weekStartOf(date)).values()].map((week) => {
    const loads = week.flatMap(({ load }) => load ?? []);
    const load = loads.length === 0 ? null : loads.reduce((sum, each) => sum + each, 0);
    return { ...(week.at(-1) as P), load };
  });
}
