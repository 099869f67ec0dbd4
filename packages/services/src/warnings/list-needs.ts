import { type IsoDate, localClock, localDay } from "@repo/core/calendar";
import { byGravity, orderOfNeed } from "@repo/core/report";
import type { UnitSystem } from "@repo/core/units";
import { kindsToldByOthers } from "@repo/core/warnings";
import type { Tx } from "@repo/db";
import {
  listRoster,
  listSharedOpenWarnings,
  listTimeZones,
  type RosterRow,
  type WarningRow,
} from "@repo/db/queries";
import { sayWarning, type WarningWords } from "./words/say-warning.ts";

/** A warning with the words for it. */
export type SaidWarning = WarningRow & { words: WarningWords };

/** An athlete with what is open, gravest first. */
export type Need = { row: RosterRow; name: string; warnings: SaidWarning[]; today: IsoDate };

export type Roster = {
  /** Athletes whom somebody must look at, in order of need. */
  needs: Need[];
  /** Athletes of whom something is worth knowing, though nothing must be done. */
  notes: Need[];
  /** All others, by next race, then by name. */
  onPlan: RosterRow[];
};

/**
 * The coach's roster, in two statements however many athletes there are: who needs them, in order (gravity, then
 * health, recovery, training, then how long it has held), who is worth a look, and who is on plan.
 */
export async function listNeeds(db: Tx, of: { coachId: string; now: Date }): Promise<Roster> {
  const [rows, warnings] = [await listRoster(db, of.coachId), await listSharedOpenWarnings(db, of.coachId)];
  const byAthlete = Map.groupBy(warnings, (warning) => warning.athleteId);
  const all = rows.map((row) => {
    const today = localDay(of.now, row.timeZone);
    return { row, name: row.name, today, warnings: lively(byAthlete.get(row.athleteId) ?? [], today) };
  });
  const { needs, notes, others } = orderOfNeed(all);
  return { needs, notes, onPlan: others.map((need) => need.row).sort(byRace) };
}

/**
 * How many athletes need a coach: as many as {@link listNeeds} lists, from the warnings alone, since every page of the
 * coach's side shows it.
 */
export async function countNeeds(db: Tx, of: { coachId: string; now: Date }): Promise<number> {
  const warnings = await listSharedOpenWarnings(db, of.coachId);
  const byAthlete = Map.groupBy(warnings, (warning) => warning.athleteId);
  const zones = await listTimeZones(db, [...byAthlete.keys()]);
  return [...byAthlete].filter(([athleteId, own]) => {
    const zone = zones.get(athleteId);
    if (zone === undefined) return false;
    const { date } = localClock(of.now, zone);
    return untold(own).some((warning) => warning.severity !== "info" && isLively(warning, date));
  }).length;
}

/** Without what another warning tells with its own: it is not judged any more, and its numbers are those of then. */
export function untold<T extends Pick<WarningRow, "kind" | "lastSeenOn" | "closedOn">>(
  warnings: readonly T[],
): T[] {
  const open = warnings.filter(({ closedOn }) => closedOn === null);
  const told = kindsToldByOthers(open.map(({ kind, lastSeenOn }) => ({ kind, lastHeldOn: lastSeenOn })));
  return warnings.filter(({ kind }) => !told.has(kind));
}

function isLively(warning: WarningRow, today: IsoDate): boolean {
  const isSnoozed = warning.snoozedUntil !== null && warning.snoozedUntil >= today;
  return warning.closedOn === null && warning.verdict !== "wrong" && !isSnoozed;
}

/** Open warnings that nobody snoozed or called wrong, gravest first, in words of the reader's units. */
export function lively(
  warnings: readonly WarningRow[],
  today: IsoDate,
  units: UnitSystem = "metric",
): SaidWarning[] {
  return untold(warnings)
    .filter((warning) => isLively(warning, today))
    .sort(byGravity)
    .map((warning) => ({ ...warning, words: sayWarning(warning, units) }));
}

function byRace(a: RosterRow, b: RosterRow): number {
  const race = (row: RosterRow) => row.state?.nextRaceOn ?? "9999";
  return race(a).localeCompare(race(b)) || a.name.localeCompare(b.name);
}
