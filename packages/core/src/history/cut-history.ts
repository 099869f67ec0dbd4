import type { IsoDate } from "@repo/core/calendar";
import type { AthleteHistory } from "./schema.ts";

/**
 * The history as it stood at the end of a day: what was done, felt and raced later is left out. The season stays
 * whole, since a plan is known before it is carried out.
 */
export function cutHistory(history: AthleteHistory, asOf: IsoDate): AthleteHistory {
  return {
    ...history,
    activities: history.activities.filter((activity) => activity.date <= asOf),
    wellness: history.wellness.filter((checkIn) => checkIn.date <= asOf),
    results: history.results.filter((result) => result.date <= asOf),
  };
}
