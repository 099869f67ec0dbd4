import { addDays, type IsoDate } from "@repo/core/calendar";
import {
  mergeWarnings,
  type OpenWarning,
  type Warning,
  type WarningKind,
  type WarningState,
} from "@repo/core/warnings";
import { newId, type Tx } from "@repo/db";
import {
  insertWarning,
  insertWarningEvent,
  listWarningsSince,
  updateWarning,
  type WarningRow,
} from "@repo/db/queries";
import { scopeOfWarning } from "./scope-of-warning.ts";

/** Closed warnings are looked back on this far: as long as core remembers them. */
const MEMORY_DAYS = 180;
/** A kind that a person called wrong stays away for this long. */
const WRONG_REST_DAYS = 28;

/** What holds on a day, and which open warnings it disproves. */
export type JudgedDay = { day: IsoDate; held: readonly Warning[]; refuted: readonly WarningKind[] };

/**
 * Carries the stored warnings over some days in order: opens, updates and closes them as core decides, and writes
 * only what changed. What a person said (wrong, snoozed) stays.
 */
export async function foldWarnings(
  db: Tx,
  athleteId: string,
  days: readonly JudgedDay[],
): Promise<{ opened: number; closed: number }> {
  const first = days[0]?.day;
  if (first === undefined) return { opened: 0, closed: 0 };
  const rows = await listWarningsSince(db, athleteId, addDays(first, -MEMORY_DAYS));
  const openRows = new Map(rows.filter((row) => row.closedOn === null).map((row) => [row.kind, row]));
  const wrong = rows.filter((row) => row.verdict === "wrong");
  let state = stateOf(rows);
  let [opened, closed] = [0, 0];
  for (const { day, held, refuted } of days) {
    const standing = held.filter((warning) => !isWrong(warning, wrong, day));
    const changes = mergeWarnings(state, standing, day, refuted);
    state = changes.state;
    for (const warning of changes.closed) {
      const row = openRows.get(warning.kind);
      openRows.delete(warning.kind);
      if (row) await close(db, athleteId, { row, day });
      closed += 1;
    }
    for (const warning of changes.opened) {
      openRows.set(warning.kind, await open(db, athleteId, { warning, day }));
      opened += 1;
    }
  }
  for (const warning of state.open) {
    const row = openRows.get(warning.kind);
    if (row) await bringUpToDate(db, athleteId, { row, warning });
  }
  return { opened, closed };
}

function stateOf(rows: readonly WarningRow[]): WarningState {
  return {
    open: rows
      .filter((row) => row.closedOn === null)
      .map((row) => ({
        kind: row.kind as WarningKind,
        severity: row.severity,
        since: row.openedOn,
        lastHeldOn: row.lastSeenOn,
        title: row.title,
        evidence: row.evidence as Warning["evidence"],
        remedy: row.remedy as Warning["remedy"],
        source: row.source,
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
function isWrong(warning: Warning, wrong: readonly WarningRow[], day: IsoDate): boolean {
  return wrong.some((row) => row.kind === warning.kind && addDays(row.lastSeenOn, WRONG_REST_DAYS) >= day);
}

async function open(
  db: Tx,
  athleteId: string,
  of: { warning: OpenWarning; day: IsoDate },
): Promise<WarningRow> {
  const { warning, day } = of;
  const scope = scopeOfWarning(warning.kind);
  const row = await insertWarning(db, athleteId, {
    id: newId(),
    ...contentOf(warning),
    kind: warning.kind,
    scope,
    openedOn: day,
    lastSeenOn: day,
  });
  await insertWarningEvent(db, athleteId, {
    id: newId(),
    warningId: row.id,
    scope,
    kind: "opened",
    localDate: day,
  });
  return row;
}

async function close(db: Tx, athleteId: string, of: { row: WarningRow; day: IsoDate }): Promise<void> {
  const { row, day } = of;
  await updateWarning(db, athleteId, row, { closedOn: day });
  await insertWarningEvent(db, athleteId, {
    id: newId(),
    warningId: row.id,
    scope: row.scope,
    kind: "closed",
    localDate: day,
  });
}

/** Evidence of the last day on which it held; a row that says the same already is left as it is. */
async function bringUpToDate(
  db: Tx,
  athleteId: string,
  of: { row: WarningRow; warning: OpenWarning },
): Promise<void> {
  const { row, warning } = of;
  if (row.lastSeenOn === warning.lastHeldOn && row.title === warning.title) return;
  await updateWarning(db, athleteId, row, { ...contentOf(warning), lastSeenOn: warning.lastHeldOn });
}

function contentOf({ severity, title, evidence, remedy, source }: Warning) {
  return { severity, title, evidence, remedy, source };
}
