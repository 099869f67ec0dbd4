import type { Fix } from "@repo/core/season";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { makesSpike } from "./session-spike.ts";

/** Phases in which volume is meant to be low. */
export function isRelief(week: WeekView): boolean {
  return week.phase === "peak" || week.phase === "race" || week.phase === "recovery";
}

/** Phases that build fitness up. */
export function isBuilding(week: WeekView): boolean {
  return week.phase === "base" || week.phase === "build" || week.phase === "speed";
}

/**
 * The largest week of the `weeks` before one, in kilometres of training; the request's current volume stands for weeks
 * before the season. Null where nothing is known.
 */
export function largestBefore(context: RuleContext, index: number, weeks: number): number | null {
  let largest: number | null = null;
  for (let at = index - weeks; at < index; at++) {
    const km = at < 0 ? (context.request?.currentWeeklyKm ?? null) : (context.week(at)?.km ?? null);
    if (km !== null && km > (largest ?? 0)) largest = km;
  }
  return largest;
}

/** Factor by which the easy running of a week is scaled so that its training holds `wantedKm`. */
export function scaleFactor(week: WeekView, wantedKm: number): number {
  const fixedKm = week.entries.reduce(
    (sum, entry) => sum + (entry.run && entry.hard && !entry.race ? (entry.km ?? 0) : 0),
    0,
  );
  const easyKm = (week.km ?? 0) - fixedKm;
  if (easyKm <= 0) return 1;
  return Math.min(2, Math.max(0.05, Math.floor(((wantedKm - fixedKm) / easyKm) * 1000) / 1000));
}

/**
 * Scales a week's easy running to `wantedKm`; where a later run would then be the leap, or nothing easy is there to scale,
 * that is said instead.
 */
export function scaleWeekTo(context: RuleContext, week: WeekView, wantedKm: number): Fix {
  const factor = scaleFactor(week, wantedKm);
  if (factor === 1) return { kind: "advice", code: "change-hard-sessions" };
  const changes = new Map<string, { day: number; km: number }>();
  for (const entry of week.entries) {
    if (entry.run && !entry.hard && entry.km !== null)
      changes.set(entry.id, { day: entry.day, km: entry.km * factor });
  }
  const leaps = changes.size > 0 && makesSpike(context, changes);
  return leaps
    ? { kind: "advice", code: "shorten-runs-in-steps" }
    : { kind: "scale-week", weekStart: week.start, factor };
}
