import { prepareVerdicts, type Verdicts } from "@repo/core/assessment";
import { addDays, type IsoDate, localDay, minDate } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import type { LoadState } from "@repo/core/load";
import type { Tx } from "@repo/db";
import {
  getAthlete,
  getAthleteState,
  listWarningsSince,
  markMissedWorkouts,
  updateAthleteState,
  upsertAssessment,
  upsertOutlook,
  upsertRecovery,
  writeWarnings,
} from "@repo/db/queries";
import { historyOfRows, readAthleteRows, readPlannedBeside, readSeasonsFrom } from "@repo/services/history";
import { loadOn, readStoredLoad, recomputeLoad, refreshSummary } from "@repo/services/load";
import { latestNight } from "./due-nights.ts";
import { foldWarnings, type JudgedDay, MEMORY_DAYS } from "./fold-warnings.ts";
import { outlookFrom } from "./outlook.ts";

/**
 * Judges an athlete for nights that have begun, in date order, and as of today where somebody logged something
 * since. A night judges the day that ended before it, from that day and earlier alone. All writes belong to the
 * caller's transaction; doing it twice changes nothing.
 */
export async function judgeNights(
  db: Tx,
  athleteId: string,
  work: { dates: readonly IsoDate[]; now: Date },
): Promise<{ opened: number; closed: number }> {
  const athlete = await getAthlete(db, athleteId);
  if (!athlete || athlete.deletedAt) return { opened: 0, closed: 0 };
  const today = localDay(work.now, athlete.timeZone);
  const days = work.dates.length === 0 ? [today] : work.dates.map((date) => addDays(date, -1));
  const asOf = days.at(-1) ?? today;
  const state = await getAthleteState(db, athleteId);
  const seen = state?.dirtySeq ?? 0;
  const rows = await readAthleteRows(db, athleteId);
  if (!rows) return { opened: 0, closed: 0 };
  const season = await readSeasonsFrom(db, athleteId, asOf);
  const history = {
    ...historyOfRows(rows, { isPaired: true }),
    season,
    planned: await readPlannedBeside(db, athleteId, season),
  };
  const next = latestNight(work.now, athlete.timeZone);
  const load = state?.dirtyFrom === null ? readStoredLoad(state.loadState) : null;
  // All thinking before the first lock: years of nights take seconds, in which the athlete may log something.
  const verdicts = prepareVerdicts(history, { from: minDate(days[0] ?? asOf, next), ...knownLoads(load) });
  const judged = days.map((day): JudgedDay => ({ day, ...verdicts.at(day) }));
  const ahead = outlookFrom(verdicts, { from: next, lastEntry: lastEntryOf(history) });
  await markMissedWorkouts(db, athleteId, today);
  await recomputeLoad(db, athleteId, { now: work.now, through: today, read: { rows, seq: seen } });
  const since = addDays(days[0] ?? asOf, -MEMORY_DAYS);
  const folded = foldWarnings(athleteId, await listWarningsSince(db, athleteId, since), judged);
  await writeWarnings(db, folded.writes);
  const progressState = await storeJudgement(db, athleteId, { history, verdicts, asOf });
  await refreshSummary(db, athleteId, today);
  // What was logged while we thought is judged in the next round.
  const now = await getAthleteState(db, athleteId);
  await upsertOutlook(db, athleteId, { from: next, ...ahead, seq: seen });
  await updateAthleteState(db, athleteId, {
    ...folded.standing(today),
    progressState,
    judgedThrough: asOf,
    needsJudging: (now?.dirtySeq ?? 0) !== seen,
    // A changed plan changes no load, but what a coach is told.
    rev: (now?.rev ?? 0) + 1,
  });
  return { opened: folded.opened, closed: folded.closed };
}

/** The loads of the days on and after the last entry follow from the state; earlier ones from the history. */
function knownLoads(load: LoadState | null): {
  loadAt?: (date: IsoDate) => ReturnType<typeof loadOn> | undefined;
} {
  if (load === null) return {};
  return { loadAt: (date) => (date < (load.lastDay as IsoDate) ? undefined : loadOn(load, date)) };
}

function lastEntryOf(history: AthleteHistory): IsoDate | null {
  const days = [...history.activities, ...history.wellness].map((entry) => entry.date);
  return days.reduce<IsoDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

async function storeJudgement(
  db: Tx,
  athleteId: string,
  of: { history: AthleteHistory; verdicts: Verdicts; asOf: IsoDate },
): Promise<string> {
  const { history, verdicts, asOf } = of;
  const { progress } = verdicts.at(asOf);
  await upsertAssessment(db, athleteId, { asOf, intensity: verdicts.intensityAt(asOf), progress });
  const lastCheckInOn = history.wellness.filter((checkIn) => checkIn.date <= asOf).at(-1)?.date ?? null;
  await upsertRecovery(db, athleteId, { asOf, recovery: verdicts.recoveryAt(asOf), lastCheckInOn });
  return progress.state;
}
