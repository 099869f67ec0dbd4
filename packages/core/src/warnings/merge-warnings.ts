import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { Warning, WarningKind } from "./schema.ts";

/** A warning that lives from night to night. */
export type OpenWarning = Warning & { lastHeldOn: IsoDate };

/** What is open, and when each kind was last closed: all that the next night needs. */
export type WarningState = {
  open: readonly OpenWarning[];
  closed: readonly { kind: WarningKind; closedOn: IsoDate; severity: Warning["severity"] }[];
};

export type WarningChanges = {
  state: WarningState;
  opened: OpenWarning[];
  closed: OpenWarning[];
};

export const NO_WARNINGS: WarningState = { open: [], closed: [] };

/** A warning closes by itself after this many days without holding: a single good day closes nothing. */
const CLOSES_AFTER_DAYS = 5;
/** Verdicts that move slowly must be away for longer before they count as gone; what an entry ends is gone with it. */
const CLOSES_AFTER: Partial<Record<WarningKind, number>> = {
  plateau: 21,
  "perpetual-medium": 14,
  stale: 14,
  // The first entry ends a silence: there is nothing to wait for.
  "no-data": 1,
};
/** What a day refutes closes sooner, but not on the first day: a verdict on the edge would come and go. */
const REFUTED_CLOSES_AFTER = 7;
/**
 * After it closed, the same kind is not opened again for this long, unless it is graver than it was. Four weeks are
 * longer than what any kind looks back on to open (three weeks of lost rhythm the longest), so one spell is told once;
 * what is urgent may come back sooner, and habits, which change slowly, later.
 */
const COOLDOWN_DAYS = 28;
const COOLDOWNS: Partial<Record<WarningKind, number>> = {
  illness: 3,
  pain: 10,
  "no-data": 40,
  "sprint-not-fresh": 5,
  stale: 42,
  "no-cutback": 56,
  monotony: 56,
  "perpetual-medium": 56,
};
/** What keeps coming back is told less and less often: each closing in this time lengthens the cooldown by half. */
const MEMORY_DAYS = 180;
const LENGTHENING = 0.5;
/** What only informs waits this long after anything else was opened: one thing at a time. */
const ONE_AT_A_TIME_DAYS = 14;
const GRAVITY = { info: 0, warn: 1, error: 2 } as const;

/**
 * The life of warnings: each opens once with `since` the first day it held, is brought up to date while it holds,
 * closes by itself some days after it stopped, and does not come back within its cooldown. Run once a night; running
 * it again for the same day changes nothing. What the day itself refutes ({@link refutedKinds}) closes within a week.
 */
export function mergeWarnings(
  state: WarningState,
  now: readonly Warning[],
  today: IsoDate,
  refuted: readonly WarningKind[] = [],
): WarningChanges {
  const byKind = new Map(now.map((warning) => [warning.kind, warning]));
  const stillOpen: OpenWarning[] = [];
  const closed: OpenWarning[] = [];
  for (const open of state.open) {
    const held = byKind.get(open.kind);
    if (held) stillOpen.push({ ...held, since: open.since, lastHeldOn: today });
    else if (daysBetween(open.lastHeldOn, today) < closesAfter(open.kind, refuted)) stillOpen.push(open);
    else closed.push(open);
  }
  const resting = [
    ...state.closed.filter((each) => daysBetween(each.closedOn, today) < MEMORY_DAYS),
    ...closed.map(({ kind, severity }) => ({ kind, severity, closedOn: today })),
  ];
  const busy = stillOpen.some((open) => daysBetween(open.since, today) < ONE_AT_A_TIME_DAYS);
  const opened = now
    .filter((warning) => !(busy && warning.severity === "info"))
    .filter(
      (warning) => !stillOpen.some((open) => open.kind === warning.kind) && mayOpen(warning, resting, today),
    )
    .map((warning) => ({ ...warning, since: today, lastHeldOn: today }));
  return { state: { open: [...stillOpen, ...opened], closed: resting }, opened, closed };
}

function closesAfter(kind: WarningKind, refuted: readonly WarningKind[]): number {
  const usual = CLOSES_AFTER[kind] ?? CLOSES_AFTER_DAYS;
  return refuted.includes(kind) ? Math.min(usual, REFUTED_CLOSES_AFTER) : usual;
}

/** Whether the last closing of the kind lies far enough back, or was of something less grave. */
function mayOpen(warning: Warning, closed: WarningState["closed"], today: IsoDate): boolean {
  const earlier = closed.filter((each) => each.kind === warning.kind);
  const last = earlier.at(-1);
  if (!last || GRAVITY[warning.severity] > GRAVITY[last.severity]) return true;
  const cooldown = (COOLDOWNS[warning.kind] ?? COOLDOWN_DAYS) * (1 + LENGTHENING * (earlier.length - 1));
  // What closes sooner rests the days longer that others stay open.
  const early = Math.max(0, CLOSES_AFTER_DAYS - closesAfter(warning.kind, []));
  return daysBetween(last.closedOn, today) >= cooldown + early;
}

/** Kinds whose opposite is seen on a day: whoever improves stands on no plateau, whatever was true last week. */
export function refutedKinds(progress: { state: string }): WarningKind[] {
  return progress.state === "improving" ? ["plateau"] : [];
}
