import { addDays, type IsoDate } from "@repo/core/calendar";
import {
  mergeWarnings,
  type OpenWarning,
  type Warning,
  type WarningKind,
  type WarningState,
} from "@repo/core/warnings";
import { newId } from "@repo/db";
import type { KnownWarning, WarningWrites } from "@repo/db/queries";
import { scopeOfWarning } from "./scope-of-warning.ts";

/** Closed warnings are looked back on this far: as long as core remembers them. */
export const MEMORY_DAYS = 180;
/** A kind that a person called wrong stays away for this long. */
const WRONG_REST_DAYS = 28;

/** What holds on a day, and which open warnings it disproves. */
export type JudgedDay = { day: IsoDate; held: readonly Warning[]; refuted: readonly WarningKind[] };

export type Folded = {
  writes: WarningWrites;
  opened: number;
  closed: number;
  /** What the roster counts on the day after the last: neither snoozed nor called wrong. */
  standing(today: IsoDate): { openWarnings: number; worstSeverity: Warning["severity"] | null };
};

type Standing = Pick<KnownWarning, "severity" | "verdict" | "snoozedUntil">;
/** An open warning: the row it has, or the one that is to be written. */
type Held = { row: KnownWarning | null; id: string; scope: KnownWarning["scope"] };

/**
 * Carries stored warnings over some days in order: opens, updates and closes them as core decides. Says what to write,
 * which is only what changed; what a person said (wrong, snoozed) stays, but health that was snoozed and becomes grave is
 * not snoozed any more.
 *
 * @param rows the athlete's open warnings and those closed within {@link MEMORY_DAYS}
 */
export function foldWarnings(
  athleteId: string,
  rows: readonly KnownWarning[],
  days: readonly JudgedDay[],
): Folded {
  const open = new Map<string, Held>(
    rows
      .filter((row) => row.closedOn === null)
      .map((row) => [row.kind, { row, id: row.id, scope: row.scope }]),
  );
  const wrong = rows.filter((row) => row.verdict === "wrong");
  const writes: WarningWrites = { opened: [], updated: [], events: [] };
  const event = (held: Held, kind: "opened" | "closed", localDate: IsoDate) =>
    writes.events.push({ id: newId(), athleteId, warningId: held.id, scope: held.scope, kind, localDate });
  let state = stateOf(rows);
  // Until a day says it anew, a warning says what it said: the night has not even read that.
  const unread = new Set<OpenWarning>(state.open);
  let [opened, closed] = [0, 0];
  for (const { day, held, refuted } of days) {
    const standing = held.filter((warning) => !isWrong(warning, wrong, day));
    const changes = mergeWarnings(state, standing, day, refuted);
    state = changes.state;
    for (const warning of changes.closed) {
      const was = open.get(warning.kind);
      open.delete(warning.kind);
      closed += 1;
      if (!was) continue;
      close(writes, was, { warning, day, isUnread: unread.has(warning) });
      event(was, "closed", day);
    }
    for (const warning of changes.opened) {
      const now = { row: null, id: newId(), scope: scopeOfWarning(warning.kind) };
      open.set(warning.kind, now);
      writes.opened.push({
        athleteId,
        id: now.id,
        kind: warning.kind,
        scope: now.scope,
        openedOn: day,
        lastSeenOn: day,
        ...contentOf(warning),
      });
      event(now, "opened", day);
      opened += 1;
    }
  }
  for (const warning of state.open) {
    if (!unread.has(warning)) bringUpToDate(writes, open.get(warning.kind), warning);
  }
  const standing = state.open.map(({ kind, severity }): Standing => {
    const row = open.get(kind)?.row;
    const isWorse = row?.scope === "medical" && severity === "error" && row.severity !== "error";
    return {
      severity,
      verdict: row?.verdict ?? null,
      snoozedUntil: isWorse ? null : (row?.snoozedUntil ?? null),
    };
  });
  return { writes, opened, closed, standing: (today) => standingOf(standing, today) };
}

function standingOf(open: readonly Standing[], today: IsoDate) {
  const shown = open.filter(
    (row) => row.verdict === null && (row.snoozedUntil === null || row.snoozedUntil < today),
  );
  const worst = (["error", "warn", "info"] as const).find((severity) =>
    shown.some((row) => row.severity === severity),
  );
  return { openWarnings: shown.length, worstSeverity: worst ?? null };
}

function stateOf(rows: readonly KnownWarning[]): WarningState {
  return {
    open: rows
      .filter((row) => row.closedOn === null)
      .map((row) => ({
        kind: row.kind as WarningKind,
        severity: row.severity,
        since: row.openedOn,
        lastHeldOn: row.lastSeenOn,
        title: row.title,
        evidence: [],
        remedy: null,
        source: [],
      })),
    closed: rows
      .filter((row) => row.closedOn !== null)
      .map((row) => ({
        kind: row.kind as WarningKind,
        severity: row.severity,
        closedOn: row.closedOn as IsoDate,
      }))
      .sort((a, b) => (a.closedOn < b.closedOn ? -1 : 1)),
  };
}

/** A person looked at this kind lately and called it wrong. */
function isWrong(warning: Warning, wrong: readonly KnownWarning[], day: IsoDate): boolean {
  return wrong.some((row) => row.kind === warning.kind && addDays(row.lastSeenOn, WRONG_REST_DAYS) >= day);
}

/** Closes a row, or one that was opened on an earlier of these days and is still to be written. */
function close(
  writes: WarningWrites,
  was: Held,
  of: { warning: OpenWarning; day: IsoDate; isUnread: boolean },
): void {
  const { warning, day, isUnread } = of;
  const change = { closedOn: day, lastSeenOn: warning.lastHeldOn };
  if (was.row) writes.updated.push({ row: was.row, ...change, said: isUnread ? null : contentOf(warning) });
  else Object.assign(writes.opened.find((row) => row.id === was.id) ?? {}, change, contentOf(warning));
}

/** Evidence of the last day on which it held. */
function bringUpToDate(writes: WarningWrites, held: Held | undefined, warning: OpenWarning): void {
  const [lastSeenOn, said] = [warning.lastHeldOn, contentOf(warning)];
  if (held?.row) {
    writes.updated.push({ row: held.row, lastSeenOn, closedOn: null, said });
    return;
  }
  const fresh = writes.opened.find((row) => row.id === held?.id);
  if (fresh) Object.assign(fresh, { lastSeenOn }, said);
}

function contentOf({ severity, title, evidence, remedy, source }: Warning) {
  return { severity, title, evidence, remedy, source };
}
