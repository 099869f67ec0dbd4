import { dayNumber } from "@repo/core/calendar";
import type { Entry, RuleContext } from "./rule-context.ts";

export const SPIKE_WINDOW_DAYS = 30;

/**
 * Longest run of the 30 days before a day, in kilometres: planned runs and races, and the request's own longest run for
 * days before the season. Null where nothing is known.
 */
export function longestInWindow(context: RuleContext, day: number): number | null {
  let longest: number | null = null;
  const first = day - SPIKE_WINDOW_DAYS;
  const firstWeek = Math.floor((first - context.firstMonday) / 7);
  const lastWeek = Math.floor((day - 1 - context.firstMonday) / 7);
  for (let index = Math.max(0, firstWeek); index <= lastWeek; index++) {
    for (const entry of context.week(index)?.entries ?? []) {
      if (entry.km === null || entry.day < first || entry.day >= day) continue;
      if (entry.km > (longest ?? 0)) longest = entry.km;
    }
  }
  const given = context.request?.longestRunLast30DaysKm ?? null;
  if (given !== null && given > (longest ?? 0) && startDay(context) > first) longest = given;
  return longest;
}

/** First day of the season as a day number: the request's start, or its first Monday. */
export function startDay(context: RuleContext): number {
  const day = context.request ? dayNumber(context.request.start) : context.firstMonday;
  return day >= context.firstMonday && day < context.firstMonday + 7 ? day : context.firstMonday;
}

/** A factor that brings a run to at most `wantedKm`, rounded down so that rounding never crosses the limit. */
export function shortenFactor(entry: Entry, wantedKm: number): number {
  const km = entry.km ?? 0;
  if (km <= 0) return 1;
  return Math.max(0.05, Math.floor(((wantedKm - 0.1) / km) * 1000) / 1000);
}

/** What a fix makes of a run: its day and kilometres, by its id. */
export type RunChanges = ReadonlyMap<string, { day: number; km: number }>;

function runsAround(context: RuleContext, first: number, last: number): Entry[] {
  const found: Entry[] = [];
  const to = Math.floor((last - context.firstMonday) / 7);
  for (let at = Math.max(0, Math.floor((first - context.firstMonday) / 7)); at <= to; at++) {
    for (const entry of context.week(at)?.entries ?? [])
      if (entry.run && entry.km !== null) found.push(entry);
  }
  return found;
}

/**
 * Whether a fix would leave a run that is more than `ratio` times the longest of its 30 days, and was not before: then
 * shortening or moving one run is not enough, and the fix is no fix.
 */
export function leavesSpike(
  context: RuleContext,
  changes: RunChanges,
  ratio: number,
  leastRiseKm: number,
): boolean {
  const days = [...changes.values()].map((change) => change.day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const runs = runsAround(context, first - 2 * SPIKE_WINDOW_DAYS, last + SPIKE_WINDOW_DAYS);
  const given = context.request?.longestRunLast30DaysKm ?? 0;
  const givenUntil = startDay(context) + SPIKE_WINDOW_DAYS;
  const isSpike = (run: Entry, changed: boolean): boolean => {
    const own = changed ? changes.get(run.id) : undefined;
    const [day, km] = [own?.day ?? run.day, own?.km ?? run.km ?? 0];
    let longest = day < givenUntil ? given : 0;
    for (const other of runs) {
      if (other === run) continue;
      const change = changed ? changes.get(other.id) : undefined;
      const [at, length] = [change?.day ?? other.day, change?.km ?? other.km ?? 0];
      if (at < day && at >= day - SPIKE_WINDOW_DAYS && length > longest) longest = length;
    }
    return longest > 0 && km > longest * ratio && km - longest >= leastRiseKm;
  };
  return runs.some((run) => {
    const near = run.day >= first - SPIKE_WINDOW_DAYS && !run.race;
    return near && isSpike(run, true) && !isSpike(run, false);
  });
}
