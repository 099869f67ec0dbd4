import type { IsoDate } from "@repo/core/calendar";
import type { Tx } from "@repo/db";
import {
  listRoster,
  listSharedOpenWarnings,
  listTimeZones,
  type RosterRow,
  type WarningRow,
} from "@repo/db/queries";
import { localClock } from "@repo/services/night";
import { sayWarning, type WarningWords } from "./words/say-warning.ts";

/** A warning with the words for it. */
export type SaidWarning = WarningRow & { words: WarningWords };

/** An athlete with what is open, gravest first. */
export type Need = { row: RosterRow; warnings: SaidWarning[]; today: IsoDate };

export type Roster = {
  /** Athletes whom somebody must look at, in order of need. */
  needs: Need[];
  /** Athletes of whom something is worth knowing, though nothing must be done. */
  notes: Need[];
  /** All others, by next race, then by name. */
  onPlan: RosterRow[];
};

const GRAVITY = { error: 0, warn: 1, info: 2 } as const;
/** Health goes before how somebody woke up, and that before training. */
const CLOSENESS = { medical: 0, wellness: 1, training: 2 } as const;

/**
 * The coach's roster, in two statements however many athletes there are: who needs them, in order (gravity, then
 * health, recovery, training, then how long it has held), who is worth a look, and who is on plan.
 */
export async function listNeeds(db: Tx, of: { coachId: string; now: Date }): Promise<Roster> {
  const [rows, warnings] = [await listRoster(db, of.coachId), await listSharedOpenWarnings(db, of.coachId)];
  const byAthlete = new Map<string, WarningRow[]>();
  for (const warning of warnings) {
    const list = byAthlete.get(warning.athleteId);
    if (list) list.push(warning);
    else byAthlete.set(warning.athleteId, [warning]);
  }
  const all = rows.map((row) => {
    const today = localClock(of.now, row.timeZone).date;
    return { row, today, warnings: lively(byAthlete.get(row.athleteId) ?? [], today) };
  });
  const needs = all.filter((need) => need.warnings.some((warning) => warning.severity !== "info"));
  const notes = all.filter((need) => need.warnings.length > 0 && !needs.includes(need));
  const onPlan = all.filter((need) => need.warnings.length === 0).map((need) => need.row);
  return { needs: needs.sort(byNeed), notes: notes.sort(byNeed), onPlan: onPlan.sort(byRace) };
}

/**
 * How many athletes need a coach: as many as {@link listNeeds} lists, from the warnings alone, since every page of the
 * coach's side shows it.
 */
export async function countNeeds(db: Tx, of: { coachId: string; now: Date }): Promise<number> {
  const warnings = (await listSharedOpenWarnings(db, of.coachId)).filter(
    ({ severity }) => severity !== "info",
  );
  const zones = await listTimeZones(db, [...new Set(warnings.map(({ athleteId }) => athleteId))]);
  const needy = warnings.filter((warning) => {
    const zone = zones.get(warning.athleteId);
    return zone !== undefined && isLively(warning, localClock(of.now, zone).date);
  });
  return new Set(needy.map(({ athleteId }) => athleteId)).size;
}

function isLively(warning: WarningRow, today: IsoDate): boolean {
  const isSnoozed = warning.snoozedUntil !== null && warning.snoozedUntil >= today;
  return warning.closedOn === null && warning.verdict !== "wrong" && !isSnoozed;
}

/** Open warnings that nobody snoozed or called wrong, gravest first, in words. */
export function lively(warnings: readonly WarningRow[], today: IsoDate): SaidWarning[] {
  return warnings
    .filter((warning) => isLively(warning, today))
    .sort(byGravity)
    .map((warning) => ({ ...warning, words: sayWarning(warning) }));
}

function byGravity(a: WarningRow, b: WarningRow): number {
  return (
    GRAVITY[a.severity] - GRAVITY[b.severity] ||
    CLOSENESS[a.scope] - CLOSENESS[b.scope] ||
    a.openedOn.localeCompare(b.openedOn) ||
    a.kind.localeCompare(b.kind)
  );
}

function byNeed(a: Need, b: Need): number {
  const [first, second] = [a.warnings[0], b.warnings[0]];
  if (!first || !second) return 0;
  return byGravity(first, second) || a.row.name.localeCompare(b.row.name);
}

function byRace(a: RosterRow, b: RosterRow): number {
  const race = (row: RosterRow) => row.state?.nextRaceOn ?? "9999";
  return race(a).localeCompare(race(b)) || a.name.localeCompare(b.name);
}
