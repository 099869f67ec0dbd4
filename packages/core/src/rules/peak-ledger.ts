import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Season } from "@repo/core/season";
import type { CheckOptions } from "./check-season.ts";
import { allShort, peakCount, peakStarts, YEAR_DAYS } from "./peak-count.ts";
import { limitOf } from "./rule.ts";
import { ruleContext } from "./rule-context.ts";

/** One peak of a year and what stands around it. */
export type Peak = {
  /** First day of the peak, or the goal race where no peak phase leads to it. */
  start: IsoDate;
  /** Goal races it serves, by name or distance in metres. */
  races: { date: IsoDate; name: string | null; distanceM: number }[];
  /** Weeks of peak and race phases; null without such phases. */
  weeks: number | null;
  /** Weeks of recovery right after it; null when the season ends with it. */
  recoveryWeeks: number | null;
  /** Weeks of base since the season's beginning or the peak before; null in another season. */
  baseWeeks: number | null;
  /** Which within twelve months it is, and how many they hold. */
  number: number;
  of: number;
  /** The name of the season it lies in, where that is another one of the same athlete. */
  season: string | null;
};

export type PeakLedger = { allowed: number; used: number; peaks: Peak[] };

/**
 * The peak budget of a season's year (M131): each peak with its races, length, recovery and base, counted within twelve
 * months together with those of the athlete's other seasons.
 */
export function peakLedger(
  season: Season,
  options: Pick<CheckOptions, "limits" | "otherPeaks"> = {},
): PeakLedger {
  const context = ruleContext(season, options);
  const allowed = limitOf(context, peakCount, allShort(context) ? "shortPeaks" : "peaks");
  const starts = peakStarts(context);
  const goals = context.races.filter(({ priority }) => priority === "A");
  const all = [...starts, ...context.otherPeaks.map(({ start }) => start)];
  const numberOf = (start: IsoDate) =>
    all.filter((each) => each <= start && each >= addDays(start, -YEAR_DAYS)).length;
  const own = starts.map((start, at): Peak => {
    const next = starts[at + 1] ?? "9999-12-31";
    return {
      start,
      races: goals
        .filter(({ date }) => date >= start && date < next)
        .map(({ date, name, distanceM }) => ({ date, name: name ?? null, distanceM })),
      ...around(season, start, starts[at - 1] ?? ""),
      number: numberOf(start),
      of: allowed,
      season: null,
    };
  });
  const isNear = (start: IsoDate) => starts.some((each) => Math.abs(daysBetween(each, start)) <= YEAR_DAYS);
  const others = context.otherPeaks
    .filter(({ start }) => isNear(start))
    .map(
      ({ start, races, season: name }): Peak => ({
        start,
        races: [...races],
        weeks: null,
        recoveryWeeks: null,
        baseWeeks: null,
        number: numberOf(start),
        of: allowed,
        season: name,
      }),
    );
  const peaks = [...own, ...others].sort((a, b) => (a.start < b.start ? -1 : 1));
  return { allowed, used: Math.max(0, ...peaks.map(({ number }) => number)), peaks };
}

function around(season: Season, start: IsoDate, before: IsoDate) {
  const { phases } = season;
  const first = phases.findIndex((phase) => phase.start <= start && start <= phase.end);
  const isPeak = (at: number) => phases[at]?.kind === "peak" || phases[at]?.kind === "race";
  let last = first;
  while (first >= 0 && isPeak(last + 1)) last += 1;
  const after = phases[last + 1];
  const weeksOf = (phase: { start: IsoDate; end: IsoDate }) =>
    Math.round((daysBetween(phase.start, phase.end) + 1) / 7);
  const peak = phases.slice(Math.max(0, first), last + 1).filter((_, at) => isPeak(Math.max(0, first) + at));
  return {
    weeks: peak.length === 0 ? null : peak.reduce((sum, phase) => sum + weeksOf(phase), 0),
    recoveryWeeks: after ? (after.kind === "recovery" ? weeksOf(after) : 0) : null,
    baseWeeks: phases
      .filter((phase) => phase.kind === "base" && phase.start < start && phase.start > before)
      .reduce((sum, phase) => sum + weeksOf(phase), 0),
  };
}
