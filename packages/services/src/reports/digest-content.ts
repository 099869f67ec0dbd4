import type { IsoDate } from "@repo/core/calendar";
import { addDays, daysBetween } from "@repo/core/calendar";
import type { Tx } from "@repo/db";
import {
  countDay,
  type DayCounts,
  type DigestReader,
  listDigestAthletes,
  listOpenWarningsOf,
} from "@repo/db/queries";
import { lively, type SaidWarning } from "@repo/services/warnings";

export type DigestWarning = {
  id: string;
  kind: string;
  severity: "info" | "warn" | "error";
  title: string;
  /** The kind's own badge, where the evidence tells more than the kind; reports of before have none. */
  badge?: string | null;
  /** Its numbers as sentences; reports of before have none and show their evidence. */
  story?: string;
  since: IsoDate;
  evidence: {
    label: string;
    value: number | string | null;
    unit?: string | null;
    limit?: number | string | null;
  }[];
  remedy: string | null;
};

export type DigestRibbon = {
  from: IsoDate;
  phases: (string | null)[];
  plannedKm: (number | null)[];
  doneKm: (number | null)[];
  race: { date: IsoDate; name: string | null } | null;
};

export type DigestAthlete = {
  athleteId: string;
  name: string;
  warnings: DigestWarning[];
  form: number | null;
  ribbon: DigestRibbon | null;
};

/** Everything that a morning digest says, before any word is chosen: mail and web page are made from it. */
export type DigestContent = {
  orgId: string;
  orgName: string;
  readerName: string;
  /** The reader's own morning. */
  date: IsoDate;
  athletes: number;
  needs: DigestAthlete[];
  notes: DigestAthlete[];
  yesterday: (DayCounts & { name: string })[];
  /** Athletes of whom nothing was heard for a while; days null: never. */
  silent: { athleteId: string; name: string; days: number | null }[];
};

const SILENT_AFTER_DAYS = 5;

/** What a coach should read this morning, from what the athletes let this coach see. */
export async function digestContent(
  db: Tx,
  reader: Pick<DigestReader, "userId" | "name" | "orgId" | "orgName">,
  date: IsoDate,
): Promise<DigestContent> {
  const athletes = await listDigestAthletes(db, reader);
  const training = athletes.filter((athlete) => athlete.scopes.includes("training"));
  const ids = training.map((athlete) => athlete.athleteId);
  const open = await listOpenWarningsOf(db, ids);
  const all = training.map((athlete) => {
    const own = open.filter((warning) => warning.athleteId === athlete.athleteId);
    const visible = own.filter((warning) => athlete.scopes.includes(warning.scope));
    return { athlete, warnings: lively(visible, date) };
  });
  const needs = all.filter(({ warnings }) => warnings.some((warning) => warning.severity !== "info"));
  const notes = all.filter((each) => each.warnings.length > 0 && !needs.includes(each));
  const names = new Map(training.map((athlete) => [athlete.athleteId, athlete.name]));
  const counts = await countDay(db, ids, addDays(date, -1));
  return {
    orgId: reader.orgId,
    orgName: reader.orgName,
    readerName: reader.name,
    date,
    athletes: training.length,
    needs: needs.sort(byGravity).map(shown),
    notes: notes.sort(byGravity).map(shown),
    yesterday: counts
      .filter((count) => count.planned > 0 || count.doneKm !== null)
      .map((count) => ({ ...count, name: names.get(count.athleteId) ?? "" }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    silent: training
      .map(({ athleteId, name, state }) => ({
        athleteId,
        name,
        days: state?.lastActivityOn ? daysBetween(state.lastActivityOn, date) : null,
      }))
      .filter((athlete) => athlete.days === null || athlete.days >= SILENT_AFTER_DAYS),
  };
}

type Listed = { athlete: Awaited<ReturnType<typeof listDigestAthletes>>[number]; warnings: SaidWarning[] };

const ORDER = { error: 0, warn: 1, info: 2 } as const;

function byGravity(a: Listed, b: Listed): number {
  const [first, second] = [a.warnings[0], b.warnings[0]];
  if (!first || !second) return 0;
  return ORDER[first.severity] - ORDER[second.severity] || a.athlete.name.localeCompare(b.athlete.name);
}

function shown({ athlete, warnings }: Listed): DigestAthlete {
  const { state } = athlete;
  return {
    athleteId: athlete.athleteId,
    name: athlete.name,
    form: state?.form ?? null,
    ribbon: state?.ribbonFrom
      ? {
          from: state.ribbonFrom,
          phases: state.ribbonPhases ?? [],
          plannedKm: state.ribbonPlannedKm ?? [],
          doneKm: state.ribbonDoneKm ?? [],
          race: state.nextRaceOn ? { date: state.nextRaceOn, name: state.nextRaceName } : null,
        }
      : null,
    warnings: warnings.map((warning) => ({
      id: warning.id,
      kind: warning.kind,
      severity: warning.severity,
      title: warning.words.title,
      badge: warning.words.badge,
      story: warning.words.story,
      since: warning.openedOn,
      evidence: warning.evidence as DigestWarning["evidence"],
      remedy: (warning.remedy as { text?: string } | null)?.text ?? null,
    })),
  };
}
