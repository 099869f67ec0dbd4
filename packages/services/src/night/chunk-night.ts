import {
  addDays,
  daysBetween,
  type IsoDate,
  localDay,
  maxDate,
  minDate,
  weekStartOf,
} from "@repo/core/calendar";
import type { LoadState } from "@repo/core/load";
import type { Tx } from "@repo/db";
import {
  type ChunkAthlete,
  type ChunkResult,
  type KnownWarning,
  listPlannedOf,
  listSeasonTurns,
  listWithPlans,
  markMissedOf,
  type PendingNights,
  type PlannedDay,
} from "@repo/db/queries";
import {
  readStoredLoad,
  SPARK_DAYS,
  SQUARE_DAYS,
  silentSeries,
  squareOf,
  standingOn,
  weekKmOf,
} from "@repo/services/load";
import { type Folded, foldWarnings } from "./fold-warnings.ts";
import { type OutlookDay, readOutlook } from "./outlook.ts";

/** Days behind that a chunk looks through for open workouts; who was left longer is done with the history. */
const MOST_OPEN_DAYS = 21;

/** An athlete's nights that follow from the state: nothing was entered since it was last judged. */
export type SilentNight = {
  athlete: ChunkAthlete;
  dates: readonly IsoDate[];
  /** Where the ledger's rows of these nights lie. */
  places: readonly string[];
  today: IsoDate;
  /** What was planned for the days from here on may still stand open; earlier nights saw to those before. */
  openFrom: IsoDate;
  load: LoadState | null;
  /** The days judged ahead, from the athlete's `outlookFrom` on. */
  outlook: readonly OutlookDay[];
  /** Days since spark and squares were last brought up to date. */
  step: number;
};

/**
 * The nights that need no history: the state is current, the days were judged ahead, and no race, no season and no
 * unknown stands between. Null: this athlete's night is done with the history.
 */
export function silentNightOf(
  athlete: ChunkAthlete,
  pending: PendingNights | undefined,
  now: Date,
): SilentNight | null {
  if (!pending || pending.thorough || athlete.isDirty) return null;
  const { outlookFrom, outlook, outlookSeq, sparkFrom, lastDay, loadState, nextRaceOn, judgedThrough } =
    athlete;
  if (outlookFrom === null || outlook === null || outlookSeq !== athlete.dirtySeq) return null;
  if (sparkFrom === null || athlete.weekRunM === null || athlete.recoveryState === null) return null;
  const load = readStoredLoad(loadState);
  if (lastDay !== null && load === null) return null;
  const today = localDay(now, athlete.timeZone);
  if (load?.lastDay != null && load.lastDay > today) return null;
  const step = daysBetween(addDays(sparkFrom, SPARK_DAYS - 1), today);
  if (step < 1 || step >= SQUARE_DAYS) return null;
  if (nextRaceOn !== null && nextRaceOn < today) return null;
  if (judgedThrough === null || daysBetween(judgedThrough, today) > MOST_OPEN_DAYS) return null;
  const first = daysBetween(outlookFrom, addDays(pending.dates[0] ?? today, -1));
  const last = daysBetween(outlookFrom, addDays(pending.dates.at(-1) ?? today, -1));
  if (first < 0 || outlook === "") return null;
  const days = readOutlook(outlook);
  if (last >= days.length) return null;
  return {
    athlete,
    dates: pending.dates,
    places: pending.places,
    today,
    openFrom: minDate(judgedThrough, addDays(today, -step)),
    load,
    outlook: days,
    step,
  };
}

/** Plans of a chunk's athletes around the day, read once for all. */
export type ChunkPlans = {
  planned: ReadonlyMap<string, readonly PlannedDay[]>;
  /** Whose ribbon moves on although something is planned for the new week. */
  newWeeks: ReadonlySet<string>;
  seasons: ReadonlyMap<string, { turns: boolean }>;
};

/** Reads the plans that the squares and the ribbon need, and marks as missed what is over and stands open. */
export async function readPlans(db: Tx, nights: readonly SilentNight[]): Promise<ChunkPlans> {
  const ids = nights.map((night) => night.athlete.athleteId);
  const from = nights.reduce((first, night) => minDate(first, night.openFrom), nights[0]?.openFrom ?? "");
  const to = nights.reduce((last, night) => maxDate(last, night.today), from);
  const rows = await listPlannedOf(db, ids, { from, to });
  const todays = new Map(nights.map((night) => [night.athlete.athleteId, night.today]));
  const open = rows.filter(
    (row) => row.status === "planned" && row.localDate < (todays.get(row.athleteId) ?? from),
  );
  const missed = await markMissedOf(db, open);
  for (const row of open) if (missed.has(row.id)) row.status = "missed";
  const planned = new Map<string, PlannedDay[]>();
  for (const row of rows) {
    const list = planned.get(row.athleteId);
    if (list) list.push(row);
    else planned.set(row.athleteId, [row]);
  }
  const stepFrom = nights.reduce((first, { today, step }) => minDate(first, addDays(today, -step)), to);
  const seasons = await listSeasonTurns(db, ids, { from: stepFrom, to });
  const moving = nights.filter(({ athlete, today }) => {
    return !seasons.has(athlete.athleteId) && (ribbonStepOf(athlete, today) ?? 0) > 0;
  });
  const weeks = moving.map(({ today }) => weekStartOf(today)).sort();
  const newWeeks = await listWithPlans(
    db,
    moving.map(({ athlete }) => athlete.athleteId),
    { from: weeks[0] ?? from, to: addDays(weeks.at(-1) ?? to, 6) },
  );
  return { planned, newWeeks, seasons };
}

/**
 * What a silent night leaves behind; null where a season begins or ends, a new week without one has plans, or recovery
 * changed on a day that is not among these.
 */
export function resultOf(
  night: SilentNight,
  plans: ChunkPlans,
  warnings: readonly KnownWarning[],
): { result: ChunkResult; folded: Folded; toldOn: IsoDate | null } | null {
  const { athlete, today, dates, load, step } = night;
  const { athleteId } = athlete;
  const season = plans.seasons.get(athleteId);
  const planned = plans.planned.get(athleteId) ?? [];
  const ribbonStep = season ? 0 : ribbonStepOf(athlete, today);
  if (season?.turns || ribbonStep === null) return null;
  if (plans.newWeeks.has(athleteId)) return null;
  const judged = dates.map((date) => ({
    day: addDays(date, -1),
    outlook: outlookOf(night, addDays(date, -1)),
  }));
  const folded = foldWarnings(
    athleteId,
    warnings,
    judged.map(({ day, outlook: { held, refuted } }) => ({ day, held, refuted })),
  );
  const last = judged.at(-1)?.outlook as OutlookDay;
  const weekRunM = [...(athlete.weekRunM ?? []).slice(step), ...Array<null>(Math.min(step, 7)).fill(null)];
  const squares = squaresOf(planned, { today, step });
  const result = {
    athleteId,
    ...standingOn(load, today),
    weekRunM,
    weekKm: weekKmOf(weekRunM),
    progressState: last.progress,
    ...folded.standing(today),
    judgedThrough: judged.at(-1)?.day ?? today,
    step,
    sparkAdded: sparkOf(load, { today, step }),
    ...squares,
    ribbonStep,
    places: night.places,
  };
  // Told only when it is another state than the roster shows; it changed on one of these days.
  if (last.recoveryState === athlete.recoveryState) return { result, folded, toldOn: null };
  const told = judged.findLast(({ outlook }) => outlook.tellsRecovery);
  if (told?.outlook.recoveryState !== last.recoveryState) return null;
  return { result, folded, toldOn: told.day };
}

function outlookOf({ athlete, outlook }: SilentNight, day: IsoDate): OutlookDay {
  return outlook[daysBetween(athlete.outlookFrom as IsoDate, day)] as OutlookDay;
}

/** Weeks that the ribbon of an athlete without a season moves on: it ends with this week. */
function ribbonStepOf({ ribbonFrom, ribbonWeeks }: ChunkAthlete, today: IsoDate): number | null {
  if (ribbonFrom === null || ribbonWeeks === 0) return null;
  const step = daysBetween(addDays(ribbonFrom, 7 * (ribbonWeeks - 1)), weekStartOf(today)) / 7;
  return step >= 0 && step <= ribbonWeeks ? step : null;
}

function sparkOf(
  load: ReturnType<typeof readStoredLoad>,
  to: { today: IsoDate; step: number },
): (number | null)[] {
  if (load === null) return Array<null>(to.step).fill(null);
  const fitness = new Map(silentSeries(load, to.today).map((day) => [day.date, day.fitness]));
  return Array.from({ length: to.step }, (_, index) => {
    const value = fitness.get(addDays(to.today, index + 1 - to.step));
    return value === undefined ? null : Math.round(value * 10) / 10;
  });
}

/** The squares since the last one: what was planned became missed, and days without a plan are rest. */
function squaresOf(
  planned: readonly PlannedDay[],
  to: { today: IsoDate; step: number },
): Pick<ChunkResult, "lastSquare" | "squaresAdded"> {
  const { today, step } = to;
  const before = addDays(today, -step);
  const on = (date: IsoDate) => planned.filter((row) => row.localDate === date) as never[];
  const square = (date: IsoDate) => squareOf(date, { planned: on(date), done: false, today });
  return {
    lastSquare: on(before).length === 0 ? null : square(before),
    squaresAdded: Array.from({ length: step }, (_, index) => square(addDays(before, index + 1))),
  };
}
