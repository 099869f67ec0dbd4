import type { IsoDate } from "@repo/core/calendar";
import { addDays, daysBetween } from "@repo/core/calendar";
import { coachDigest, type DigestTrend, type Trend } from "@repo/core/report";
import { inUnits, type UnitSystem } from "@repo/core/units";
import type { Tx } from "@repo/db";
import {
  countDay,
  type DayCounts,
  type DigestReader,
  listComing,
  listDigestAthletes,
  listEndedPhases,
  listLatestTrends,
  listOpenWarningsOf,
} from "@repo/db/queries";
import { readStoredLoad } from "@repo/services/load";
import { lively, type SaidWarning } from "@repo/services/warnings";
import { athletePath, blockReading, type Reading, raceReading } from "./athlete-report.ts";
import type { ReportRibbon } from "./documents/index.ts";

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
  /** The last day on which it held; reports of before have none. */
  lastSeenOn?: IsoDate;
  evidence: {
    label: string;
    value: number | string | null;
    unit?: string | null;
    limit?: number | string | null;
  }[];
  remedy: string | null;
};

export type DigestAthlete = {
  athleteId: string;
  name: string;
  warnings: DigestWarning[];
  form: number | null;
  ribbon: ReportRibbon | null;
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
  /** Reports of athletes that came due: blocks that ended, races of the coming week. Reports of before have none. */
  readings?: Reading[];
  yesterday: (DayCounts & { name: string })[];
  /** Where athletes are going, as far as it can be told; reports of before have none. */
  trends?: DigestTrend[];
  /** What is planned for this morning's day, and where nobody has anything for the next day with something. */
  coming?: ComingDay | null;
  /** Athletes of whom nothing was heard for a while; days null: never. */
  silent: { athleteId: string; name: string; days: number | null }[];
};

/** A day ahead, with what each athlete has planned for it. */
export type ComingDay = {
  date: IsoDate;
  /** Reports of before name no id. */
  athletes: { athleteId?: string; name: string; workouts: { title: string; hard: boolean }[] }[];
};

const LOOK_AHEAD_DAYS = 7;
/** A trend that nothing was added to for so long tells of the past. */
const TREND_HOLDS_DAYS = 42;

/** What a coach should read this morning, from what the athletes let this coach see. */
export async function digestContent(
  db: Tx,
  reader: Pick<DigestReader, "userId" | "name" | "orgId" | "orgName" | "units">,
  date: IsoDate,
): Promise<DigestContent> {
  const athletes = await listDigestAthletes(db, reader);
  const training = athletes.filter((athlete) => athlete.scopes.includes("training"));
  const ids = training.map((athlete) => athlete.athleteId);
  const open = await listOpenWarningsOf(db, ids);
  const latest = await listLatestTrends(db, ids, addDays(date, -TREND_HOLDS_DAYS));
  const all = training.map((athlete) => {
    const { athleteId, name, scopes, state } = athlete;
    const own = open.filter((warning) => warning.athleteId === athleteId);
    const visible = own.filter((warning) => scopes.includes(warning.scope));
    const judged = latest.get(athleteId) as Trend | undefined;
    return {
      athleteId,
      name,
      state,
      warnings: lively(visible, date, reader.units),
      // Silent nights judge without writing all of it down again: what does not hold any more is not told.
      progress: judged && judged.state === state?.progressState ? judged : null,
      lastEntryOn: lastEntryOf(state),
    };
  });
  const { needs, notes, trends, silent } = coachDigest(all, date);
  const names = new Map(training.map((athlete) => [athlete.athleteId, athlete.name]));
  const counts = await countDay(db, ids, addDays(date, -1));
  return {
    orgId: reader.orgId,
    orgName: reader.orgName,
    readerName: reader.name,
    date,
    athletes: training.length,
    needs: needs.map((each) => shown(each, reader.units)),
    notes: notes.map((each) => shown(each, reader.units)),
    readings: await readingsOfMorning(db, training, date),
    yesterday: counts
      .filter((count) => count.planned > 0 || count.doneKm !== null)
      .map((count) => ({ ...count, name: names.get(count.athleteId) ?? "" }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    coming: await comingDay(db, names, date),
    trends,
    // Coaches who run know of their own silence.
    silent: silent.filter(({ athleteId }) => athleteId !== reader.userId),
  };
}

/** The stored load stands at the last day with a session or a check-in. */
function lastEntryOf(state: Listed["state"]): IsoDate | null {
  return readStoredLoad(state?.loadState ?? null)?.lastDay ?? state?.lastActivityOn ?? null;
}

async function comingDay(
  db: Tx,
  names: ReadonlyMap<string, string>,
  from: IsoDate,
): Promise<ComingDay | null> {
  const rows = await listComing(db, [...names.keys()], { from, to: addDays(from, LOOK_AHEAD_DAYS) });
  const [first] = rows;
  if (!first) return null;
  const byAthlete = new Map<string, ComingDay["athletes"][number]>();
  for (const { athleteId, date, title, hard, kind } of rows) {
    if (date !== first.date) continue;
    const athlete = byAthlete.get(athleteId) ?? {
      athleteId,
      name: names.get(athleteId) ?? "",
      workouts: [],
    };
    athlete.workouts.push({ title, hard: hard || kind === "race" });
    byAthlete.set(athleteId, athlete);
  }
  const athletes = [...byAthlete.values()].sort((a, b) => a.name.localeCompare(b.name));
  return { date: first.date, athletes };
}

const RACE_WEEK_DAYS = 7;

/** Blocks that ended yesterday and goal races of the coming week. */
async function readingsOfMorning(
  db: Tx,
  athletes: Awaited<ReturnType<typeof listDigestAthletes>>,
  date: IsoDate,
): Promise<Reading[]> {
  const ended = await listEndedPhases(
    db,
    athletes.map(({ athleteId }) => athleteId),
    addDays(date, -1),
  );
  return athletes.flatMap(({ athleteId, name, state }) => {
    const { nextRaceOn: raceOn, nextRaceName, nextRacePriority } = state ?? {};
    const days = raceOn ? daysBetween(date, raceOn) : null;
    const isDue = days !== null && days >= 0 && days < RACE_WEEK_DAYS && nextRacePriority !== "C";
    const pathOf = athletePath(athleteId);
    const own = [
      ...(isDue && raceOn ? [raceReading({ date: raceOn, name: nextRaceName ?? "the race" }, pathOf)] : []),
      ...ended
        .filter((phase) => phase.athleteId === athleteId)
        .map(({ kind, startsOn }) => blockReading({ kind, start: startsOn }, pathOf)),
    ];
    return own.map(({ label, path }) => ({ label: `${name}. ${label}`, path }));
  });
}

type Listed = Pick<Awaited<ReturnType<typeof listDigestAthletes>>[number], "athleteId" | "name" | "state"> & {
  warnings: readonly SaidWarning[];
};

function shown({ athleteId, name, state, warnings }: Listed, units: UnitSystem): DigestAthlete {
  return {
    athleteId,
    name,
    form: state?.form ?? null,
    ribbon: state?.ribbonFrom
      ? {
          from: state.ribbonFrom,
          phases: state.ribbonPhases ?? [],
          plannedKm: state.ribbonPlannedKm ?? [],
          doneKm: state.ribbonDoneKm ?? [],
          race: state.nextRaceOn ? { date: state.nextRaceOn, name: state.nextRaceName } : null,
          units,
        }
      : null,
    warnings: warnings.map((warning, index) => ({
      id: warning.id,
      kind: warning.kind,
      severity: warning.severity,
      title: warning.words.title,
      badge: warning.words.badge,
      story: warning.words.story,
      since: warning.openedOn,
      lastSeenOn: warning.lastSeenOn,
      evidence: warning.evidence as DigestWarning["evidence"],
      // Two warnings of one cause have one remedy: said once.
      remedy: warnings.slice(0, index).some((other) => remedyOf(other) === remedyOf(warning))
        ? null
        : inUnits(remedyOf(warning) ?? "", units) || null,
    })),
  };
}

function remedyOf({ remedy }: SaidWarning): string | null {
  return (remedy as { text?: string } | null)?.text ?? null;
}
