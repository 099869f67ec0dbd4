import { dayNumber } from "@repo/core/calendar";
import { dailyLoads, type LoadDay, type LoadHistory, loadSeries } from "@repo/core/load";
import { dateOf } from "@repo/core/progress";

/**
 * The load of any day of a history, also of the silent days after its last entry: a silent day is judged alike whether
 * something was entered later or not. Null before the first entry.
 */
export function prepareLoads(
  history: LoadHistory,
  days: { firstDay: number; lastDay: number },
): (day: number) => LoadDay | null {
  let [loads, reached] = [[] as LoadDay[], Number.NEGATIVE_INFINITY];
  return (day) => {
    if (day < days.firstDay) return null;
    if (day > reached) {
      reached = Math.max(day, days.lastDay);
      loads = loadSeries(dailyLoads(history, { to: dateOf(reached) }));
    }
    const first = loads[0];
    return first === undefined ? null : (loads[day - dayNumber(first.date)] ?? null);
  };
}
