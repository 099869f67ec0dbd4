import { spikeCategory } from "@repo/core/load";
import type { Finding, Fix } from "@repo/core/season";
import {
  leavesSpike,
  longestInWindow,
  type RunChanges,
  SPIKE_WINDOW_DAYS,
  shortenFactor,
  startDay,
} from "./longest-run.ts";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { Entry, RuleContext } from "./rule-context.ts";

const LEAST_RISE_KM = 0.3;
/** Up to here a run is short for anybody: our own number. */
const SHORT_RUN_KM = 3;

/** A single run much longer than the longest of 30 days (frandsen-2025): the best evidence there is on injury. */
export const sessionSpike: Rule = defineRule({
  id: "session-spike",
  checks: "No training run is more than 10 % longer than the longest of the 30 days before it.",
  severity: "warn",
  limits: {
    ratio: { value: 1.1, unit: "× the longest of 30 days", source: "frandsen-2025" },
    blockRatio: { value: 1.3, unit: "× the longest of 30 days", source: "frandsen-2025" },
  },
  source: ["M80", "frandsen-2025"],
  reach: { back: 0, forward: SPIKE_WINDOW_DAYS },
  fixReach: { back: 38, forward: 60 },
  check(context, from, to) {
    const findings: Finding[] = [];
    const limit = limitOf(context, sessionSpike, "ratio");
    const first = judgedFrom(context);
    for (let index = from; index <= to; index++) {
      const week = context.week(index);
      if (!week) continue;
      if (index === 0) findings.push(...firstRunUnknown(context));
      // All of the last three weeks lies inside the window: what is no leap from them is none.
      const usualKm = longestOfLastWeeks(context, index) * limit;
      if (week.longestKm <= usualKm) continue;
      for (const entry of week.entries) {
        const { km } = entry;
        if (!entry.run || entry.race || km === null || km <= SHORT_RUN_KM) continue;
        if (entry.day < first || km <= usualKm) continue;
        const finding = judge(context, entry, km, limit);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
});

const SETTLING_DAYS = 7;

/**
 * First day that can be judged. Where the month before the season is not known, the first week with runs has nothing to
 * be held against.
 */
function judgedFrom(context: RuleContext): number {
  const start = startDay(context);
  if ((context.request?.longestRunLast30DaysKm ?? 0) > 0) return start;
  for (let index = 0; context.firstMonday + index * 7 <= start + SPIKE_WINDOW_DAYS; index++) {
    const first = context.week(index)?.entries.find((entry) => entry.run);
    if (first) return Math.min(first.day + SETTLING_DAYS, start + SPIKE_WINDOW_DAYS);
  }
  return start + SPIKE_WINDOW_DAYS;
}

/** Longest run of the three weeks before one. */
function longestOfLastWeeks(context: RuleContext, index: number): number {
  let longest = 0;
  for (let at = index - 3; at < index; at++) longest = Math.max(longest, context.week(at)?.longestKm ?? 0);
  return longest;
}

function judge(context: RuleContext, entry: Entry, km: number, limit: number): Finding | null {
  const longest = longestInWindow(context, entry.day);
  if (longest === null || longest <= 0 || km - longest < LEAST_RISE_KM) return null;
  const ratio = km / longest;
  if (ratio <= limit + 1e-6) return null;
  const spike = spikeCategory(ratio);
  const risk = spike.known ? spike.value.hazardRatio : null;
  return found(sessionSpike, {
    severity: ratio > limitOf(context, sessionSpike, "blockRatio") + 1e-6 ? "error" : "warn",
    title: `${entry.workout.title}: ${short(km)} km is ${Math.round((ratio - 1) * 100)} % longer than the longest run of the 30 days before (${short(longest)} km).`,
    dates: [context.dateOf(entry.day)],
    evidence: [
      row("Against the longest of 30 days", Math.round(ratio * 100) / 100, "×", limit),
      row("Longest of 30 days", short(longest), "km"),
      row("Injury rate in the study at this step", risk, "×"),
    ],
    fix: shorten(context, entry, longest * limit),
  });
}

/** Whether changes to runs would leave one that this rule calls an error, and did not before. */
export function makesSpike(context: RuleContext, changes: RunChanges): boolean {
  return leavesSpike(context, changes, limitOf(context, sessionSpike, "blockRatio"), LEAST_RISE_KM);
}

/** Shortens a run to at most `wantedKm`; where a later run would then be the leap, that is said instead. */
export function shorten(context: RuleContext, entry: Entry, wantedKm: number): Fix {
  const factor = shortenFactor(entry, wantedKm);
  const changes = new Map([[entry.id, { day: entry.day, km: (entry.km ?? 0) * factor }]]);
  if (makesSpike(context, changes)) return { kind: "advice", code: "shorten-runs-in-steps" };
  return { kind: "scale-workout", id: entry.id, date: context.dateOf(entry.day), factor };
}

/** Without a longest run the first long run cannot be judged: said, not passed over. */
function firstRunUnknown(context: RuleContext): Finding[] {
  if ((context.request?.longestRunLast30DaysKm ?? 0) > 0) return [];
  const first = context.week(0)?.entries.find((entry) => entry.long);
  if (!first) return [];
  return [
    found(sessionSpike, {
      severity: "info",
      title:
        "The longest run of the 30 days before the season is not known, so its first runs cannot be judged.",
      dates: [context.dateOf(first.day)],
      evidence: [row("Longest run of the last 30 days", null, "km")],
      fix: { kind: "advice", code: "give-longest-run" },
    }),
  ];
}
