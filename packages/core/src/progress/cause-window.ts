import type { Evidence } from "@repo/core/season";
import type { Session } from "./read-session.ts";
import type { PlateauCause } from "./schema.ts";
import { between, firstAt, type LoggedCheckIn, type ScoredResult, type TrainingLog } from "./training-log.ts";

export type WeekOfRunning = {
  km: number;
  runs: number;
  longestM: number;
  longestS: number;
  strength: number;
};

/** A stretch of training as the causes look at it: `from` and `to` are day numbers, both included. */
export type CauseWindow = {
  log: TrainingLog;
  from: number;
  to: number;
  sessions: readonly Session[];
  runs: readonly Session[];
  quality: readonly Session[];
  easy: readonly Session[];
  checkIns: readonly LoggedCheckIn[];
  results: readonly ScoredResult[];
  /** Whole weeks counted back from `to`, the latest first. */
  weeks: readonly WeekOfRunning[];
  /** Current score: median of the last three results up to `to`; null without any in twelve weeks. */
  score: number | null;
  /** Day number on which performance stopped rising, where that is asked for; null where it is not known. */
  onset: number | null;
};

/** How clearly a cause shows in a window: 0 (not at all) to 1, with the rows it rests on. Null: it cannot be judged. */
export type CauseReading = { strength: number; evidence: Evidence[] };

/** One cause of a plateau: how it shows, and what to do about it. */
export type CauseRule = {
  cause: PlateauCause;
  read(window: CauseWindow): CauseReading | null;
  remedy: { code: string; text: string; weeks: number };
  source: readonly string[];
  /** A lack that grows with time alone: that it was there before does not speak against it. */
  cumulative?: boolean;
};

/** Length of the stretch before the plateau's cause is looked for: eight weeks (science.md §6.6). */
export const CAUSE_DAYS = 56;
const SCORE_DAYS = 84;

/** The training between two days of a log, counted up for the causes. */
export function causeWindow(
  log: TrainingLog,
  from: number,
  to: number,
  onset: number | null = null,
): CauseWindow {
  const known = COUNTED.get(log);
  const counted = known && known.size < MOST_COUNTED ? known : new Map<number, CauseWindow>();
  if (counted !== known) COUNTED.set(log, counted);
  const key = from * LONGEST_WINDOW + (to - from);
  const window = counted.get(key) ?? countWindow(log, from, to);
  counted.set(key, window);
  return onset === null ? window : { ...window, onset };
}

/** A night's causes look at the same few windows; more are not kept. */
const COUNTED = new WeakMap<TrainingLog, Map<number, CauseWindow>>();
const MOST_COUNTED = 32;
const LONGEST_WINDOW = 100_000;

function countWindow(log: TrainingLog, from: number, to: number): CauseWindow {
  const sessions = between(log.sessions, from, to);
  const runs = sessions.filter((session) => session.run);
  return {
    log,
    from,
    to,
    sessions,
    runs,
    quality: runs.filter((session) => session.kind === "quality"),
    easy: runs.filter((session) => session.kind === "easy" || session.kind === "long"),
    checkIns: between(log.checkIns, from, to),
    results: between(log.results, from, to),
    weeks: weeksOf(sessions, from, to),
    score: currentScore(log, to),
    onset: null,
  };
}

/** The same window with a longer or other reach back from its last day. */
export function reachBack(window: CauseWindow, days: number): CauseWindow {
  return causeWindow(window.log, window.to - days + 1, window.to);
}

function weeksOf(sessions: readonly Session[], from: number, to: number): WeekOfRunning[] {
  const count = Math.floor((to - from + 1) / 7);
  const weeks = Array.from({ length: count }, () => ({
    km: 0,
    runs: 0,
    longestM: 0,
    longestS: 0,
    strength: 0,
  }));
  for (const session of sessions) {
    const week = weeks[Math.floor((to - session.day) / 7)];
    if (!week) continue;
    if (session.kind === "strength") week.strength += 1;
    if (!session.run) continue;
    week.runs += 1;
    week.km += session.distanceM / 1000;
    week.longestM = Math.max(week.longestM, session.distanceM);
    week.longestS = Math.max(week.longestS, session.activity.durationS);
  }
  return weeks;
}

/** Median score of the last three results in twelve weeks. */
export function currentScore(log: TrainingLog, day: number): number | null {
  const end = firstAt(log.results, day + 1);
  const recent = log.results
    .slice(Math.max(0, end - 3), end)
    .filter((result) => day - result.day <= SCORE_DAYS);
  const scores = recent.map((result) => result.score).sort((a, b) => a - b);
  return scores[scores.length >> 1] ?? null;
}

/** Mean of some numbers; null for none. */
export function meanOf(values: readonly number[]): number | null {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** 0 at `low` or below, 1 at `high` or above, straight in between (also where high lies below low). */
export function graded(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Share of values that meet a condition; 0 for none. */
export function shareOf<T>(values: readonly T[], meets: (value: T) => boolean): number {
  return values.length ? values.filter(meets).length / values.length : 0;
}

/** A row of evidence; numbers are rounded to a sensible length. */
export function row(
  label: string,
  value: number | string | null,
  unit: string | null,
  limit?: number | string,
): Evidence {
  const rounded = <T>(entry: T) => (typeof entry === "number" ? Math.round(entry * 100) / 100 : entry);
  return { label, value: rounded(value), unit, limit: rounded(limit ?? null) };
}
