import { addDays, daysBetween, IsoDate, localDay, minDate, weekStartOf } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { type AthleteHistory, cutHistory } from "@repo/core/history";
import { athleteWeek, blockReview, type NoteOf, raceOfWeek, raceWeekSheet } from "@repo/core/report";
import { isRun, type PhaseKind, plannedWorkouts, type Race, type SeasonPhase } from "@repo/core/season";
import type { UnitSystem } from "@repo/core/units";
import type { Tx } from "@repo/db";
import { getAthlete, getUser, listWaivers } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { historyOfRows, readAthleteRows, readPlannedBeside, readSeasonOf } from "@repo/services/history";
import { z } from "zod";
import {
  blockDocument,
  longDay,
  phaseName,
  type ReportDocument,
  type ReportRibbon,
  raceDocument,
  raceName,
  readerWords,
  shortDay,
  type Waiver,
  weekDocument,
} from "./documents/index.ts";

export const REPORT_KINDS = ["week", "block", "race"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const AthleteReportInput = z.object({
  kind: z.enum(REPORT_KINDS),
  /** Any day of the week; the first day of the phase; the day of the race. */
  date: IsoDate,
});
export type AthleteReportInput = z.infer<typeof AthleteReportInput>;

/** A report that there is to read of an athlete. */
export type ReportLink = { kind: ReportKind; date: IsoDate; label: string };

/** A report to read, in words, and where its page is. */
export type Reading = { label: string; path: string };

/** Where the page of a report is, from the site's root. */
export type PathOf = (link: Pick<ReportLink, "kind" | "date">) => string;

/** What a report is made from. */
export type Subject = {
  athleteId: string;
  name: string;
  history: AthleteHistory;
  /** What coaches let stand in the plan, by the days it is about. */
  waivers: readonly Waiver[];
  /** The athlete's own day. */
  today: IsoDate;
  units: UnitSystem;
  pathOf: PathOf;
};

/**
 * An athlete's week, block or race week as a report, in the reader's units, from what the reader may see. The history is
 * as it is known now; days after the report's own are not looked at.
 * @throws {AppError} NOT_FOUND where there is no such athlete, phase or race
 */
export async function getAthleteReport(
  ctx: ServiceContext,
  input: AthleteReportInput & { athleteId: string },
): Promise<ReportDocument> {
  return reportOf(await subjectOf(ctx, input.athleteId, input.date), input);
}

/**
 * The reports that there are to read of an athlete: the race ahead, this week and those before it, blocks that began.
 * @throws {AppError} NOT_FOUND where there is no such athlete
 */
export async function listAthleteReports(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<(ReportLink & { path: string })[]> {
  const athlete = await getAthlete(ctx.db, athleteId);
  if (!athlete) throw new AppError("NOT_FOUND", "There is no such athlete.");
  const today = localDay(ctx.now, athlete.timeZone);
  const season = await readSeasonOf(ctx.db, athleteId, today);
  const pathOf = pathFor(ctx, athleteId);
  const units = (await getUser(ctx.db, ctx.actor.userId))?.units ?? "metric";
  const links = linksOf({ season, today, units });
  return links.map((link) => ({ ...link, path: pathOf(link) }));
}

async function subjectOf(ctx: ServiceContext, athleteId: string, on: IsoDate): Promise<Subject> {
  const reader = await getUser(ctx.db, ctx.actor.userId);
  const subject = await readSubject(ctx.db, athleteId, {
    now: ctx.now,
    on,
    units: reader?.units ?? "metric",
  });
  if (!subject) throw new AppError("NOT_FOUND", "There is no such athlete.");
  return { ...subject, pathOf: pathFor(ctx, athleteId) };
}

function pathFor({ actor }: ServiceContext, athleteId: string): PathOf {
  return athleteId === actor.userId ? ownPath : athletePath(athleteId);
}

/** Where athletes read their own reports. */
function ownPath({ kind, date }: Pick<ReportLink, "kind" | "date">): string {
  return `/progress/reports/${kind}/${date}`;
}

/** Where coaches read the reports of an athlete. */
export function athletePath(athleteId: string): PathOf {
  return ({ kind, date }) => `/athletes/${athleteId}/reports/${kind}/${date}`;
}

/**
 * What reports of an athlete are made from; null without an athlete profile. For the athlete's own eyes. The season is
 * that of the day `on`, without one that of the athlete's today.
 */
export async function readSubject(
  db: Tx,
  athleteId: string,
  of: { now: Date; on?: IsoDate; units: UnitSystem },
): Promise<Subject | null> {
  const [user, rows] = [await getUser(db, athleteId), await readAthleteRows(db, athleteId)];
  if (!user || !rows) return null;
  const today = localDay(of.now, rows.athlete.timeZone);
  const season = await readSeasonOf(db, athleteId, of.on ?? today);
  const history = {
    ...historyOfRows(rows, { isPaired: true }),
    season,
    planned: await readPlannedBeside(db, athleteId, season),
  };
  const waivers = await listWaivers(db, athleteId);
  return { athleteId, name: user.name, history, waivers, today, units: of.units, pathOf: ownPath };
}

/**
 * A report from its subject.
 * @throws {AppError} NOT_FOUND where there is no such phase or race
 */
export function reportOf(subject: Subject, { kind, date }: AthleteReportInput): ReportDocument {
  const { history, today } = subject;
  const say = readerWords(subject.units);
  const noteOf = notesOf(history);
  const of = (asOf: IsoDate) => ({
    name: subject.name,
    path: subject.pathOf({ kind, date }),
    ribbon: ribbonOf(subject, asOf),
  });
  if (kind === "week") {
    const end = addDays(weekStartOf(date), 6);
    const asOf = minDate(today, end);
    const isOver = today > end;
    const week = athleteWeek(history, date, isOver ? { noteOf } : { asOf, noteOf });
    const waivers = subject.waivers.filter(({ dates }) =>
      dates.some((day) => day >= week.weekStart && day <= end),
    );
    const ribbon = ribbonOf(subject, asOf) ?? pastRibbonOf(subject, asOf);
    return weekDocument(week, { ...of(asOf), ribbon, waivers }, say);
  }
  if (kind === "block") {
    const phase = phasesOf(history).find((each) => each.start === date);
    if (!phase || phase.start > today) throw new AppError("NOT_FOUND", "No block has begun on this day.");
    const to = minDate(phase.end, today);
    return blockDocument(blockReview(history, phase.start, to, { noteOf }), of(to), say);
  }
  const race = racesOf(history).find((each) => each.date === date);
  if (!race) throw new AppError("NOT_FOUND", "There is no race on this day.");
  const asOf = minDate(today, race.date);
  return raceDocument(raceWeekSheet(history, race, asOf, { noteOf }), of(asOf), say);
}

const WEEKS_BACK = 6;
const RACE_SHEET_DAYS = 14;

function linksOf({
  season,
  today,
  units,
}: Pick<AthleteHistory, "season"> & { today: IsoDate; units: UnitSystem }): ReportLink[] {
  const thisWeek = weekStartOf(today);
  const weeks = Array.from({ length: WEEKS_BACK }, (_, back): ReportLink => {
    const date = addDays(thisWeek, -7 * back);
    const label = back === 0 ? "This week" : back === 1 ? "Last week" : `Week of ${shortDay(date)}`;
    return { kind: "week", date, label };
  });
  const blocks = phasesOf({ season })
    .filter((phase) => phase.start <= today)
    .map(({ kind, start, end }): ReportLink => {
      const until = end < today ? `to ${shortDay(end)}` : "so far";
      return { kind: "block", date: start, label: `The ${phaseName(kind)} from ${shortDay(start)} ${until}` };
    })
    .reverse();
  const races = racesOf({ season })
    .filter(({ date }) => date >= today && daysBetween(today, date) <= RACE_SHEET_DAYS)
    .map((race): ReportLink => ({ kind: "race", date: race.date, label: `Race: ${raceName(race, units)}` }));
  return [...races, ...weeks, ...blocks];
}

/** What there is to read beside the week: blocks that ended in the last days, the race of the coming week. */
export function readingsOf(subject: Subject, daysBack: number): Reading[] {
  const { history, today, pathOf, units } = subject;
  const race = raceOfWeek(history, today);
  const ended = phasesOf(history).filter(({ end }) => end < today && daysBetween(end, today) <= daysBack);
  return [
    ...(race ? [raceReading({ date: race.date, name: raceName(race, units) }, pathOf)] : []),
    ...ended.map(({ kind, start }) => blockReading({ kind, start }, pathOf)),
  ];
}

/** The sheet of a race to come, to be read. */
export function raceReading(race: Pick<Race, "date"> & { name: string }, pathOf: PathOf): Reading {
  return {
    label: `Race week: ${race.name} on ${longDay(race.date)}`,
    path: pathOf({ kind: "race", date: race.date }),
  };
}

/** The review of a block that ended, to be read. */
export function blockReading({ kind, start }: { kind: PhaseKind; start: IsoDate }, pathOf: PathOf): Reading {
  return {
    label: `The ${phaseName(kind)} has ended: what it did`,
    path: pathOf({ kind: "block", date: start }),
  };
}

function phasesOf({ season }: Pick<AthleteHistory, "season">): SeasonPhase[] {
  return season?.phases ?? [];
}

function racesOf({ season }: Pick<AthleteHistory, "season">): Race[] {
  return [...(season?.request?.races ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What was said of planned workouts: changed on purpose or excused, with the reason. */
function notesOf(history: AthleteHistory): NoteOf {
  const said = new Map<string, ReturnType<NoteOf>>();
  for (const { id, status, statusReason } of plannedWorkouts(history)) {
    const kind = status === "changed" ? "adapted" : status === "excused" ? "excused" : null;
    const reason = typeof statusReason === "string" ? statusReason : null;
    if (id && kind) said.set(id, { kind, reason });
  }
  return (plannedId) => said.get(plannedId) ?? null;
}

const PAST_WEEKS = 12;

/** The last weeks as a ribbon, for an athlete without a season; null where none of them holds a run. */
function pastRibbonOf({ history, units }: Subject, asOf: IsoDate): ReportRibbon | null {
  const from = addDays(weekStartOf(asOf), -7 * (PAST_WEEKS - 1));
  const runs = cutHistory(history, asOf).activities.filter((each) => each.sport === "run");
  const starts = Array.from({ length: PAST_WEEKS }, (_, week) => addDays(from, 7 * week));
  const doneKm = starts.map((start) => doneInWeek(runs, start));
  if (doneKm.every((km) => km === null)) return null;
  const none = starts.map(() => null);
  return { from, phases: none, plannedKm: none, doneKm, race: null, units, isPast: true };
}

/** The season as its ribbon, with what was run until a day; null without a season. */
function ribbonOf({ history, units }: Subject, asOf: IsoDate): ReportRibbon | null {
  const { season } = history;
  const [firstWeek] = season?.weeks ?? [];
  if (!season || !firstWeek) return null;
  const runs = cutHistory(history, asOf).activities.filter((each) => each.sport === "run");
  const next = racesOf(history).find((race) => race.priority !== "C" && race.date >= asOf);
  return {
    from: firstWeek.start,
    phases: season.weeks.map((week) => week.phase),
    plannedKm: season.weeks.map((week) =>
      kmOf(week.workouts.filter((each) => isRun(each.kind)).map((each) => each.distanceM)),
    ),
    doneKm: season.weeks.map(({ start }) => doneInWeek(runs, start)),
    race: next ? { date: next.date, name: next.name ?? null } : null,
    units,
  };
}

function doneInWeek(
  runs: readonly { date: IsoDate; distanceM?: number | null }[],
  start: IsoDate,
): number | null {
  return kmOf(
    runs.filter((run) => run.date >= start && run.date <= addDays(start, 6)).map((run) => run.distanceM),
  );
}

function kmOf(metres: readonly (number | null | undefined)[]): number | null {
  const known = metres.filter((each) => each !== null && each !== undefined);
  return known.length === 0 ? null : Math.round(known.reduce((sum, each) => sum + each, 0) / 100) / 10;
}
