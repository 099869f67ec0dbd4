import { assess, prepareAssessor } from "@repo/core/assessment";
import { addDays, type IsoDate } from "@repo/core/calendar";
import type { Tx } from "@repo/db";
import {
  countOpenWarnings,
  getAthlete,
  markMissedWorkouts,
  updateAthleteState,
  upsertAssessment,
  upsertRecovery,
} from "@repo/db/queries";
import { athleteHistoryOf } from "@repo/services/history";
import { recomputeLoad, refreshSummary } from "@repo/services/load";
import { localClock } from "./due-nights.ts";
import { foldWarnings } from "./fold-warnings.ts";

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
  const today = localClock(work.now, athlete.timeZone).date;
  const lastNight = work.dates.at(-1);
  const asOf = lastNight === undefined ? today : addDays(lastNight, -1);
  await markMissedWorkouts(db, athleteId, today);
  await recomputeLoad(db, athleteId, { now: work.now, through: today });
  const history = await athleteHistoryOf(db, athleteId);
  if (!history) return { opened: 0, closed: 0 };
  const days = lastNight === undefined ? [asOf] : work.dates.map((date) => addDays(date, -1));
  const changes = await foldWarnings(db, athleteId, { assessor: prepareAssessor(history), days });
  await storeJudgement(db, athleteId, { history, asOf });
  await refreshSummary(db, athleteId, today);
  const open = await countOpenWarnings(db, athleteId, today);
  await updateAthleteState(db, athleteId, { ...open, judgedThrough: asOf, needsJudging: false });
  return changes;
}

type History = NonNullable<Awaited<ReturnType<typeof athleteHistoryOf>>>;

async function storeJudgement(
  db: Tx,
  athleteId: string,
  of: { history: History; asOf: IsoDate },
): Promise<void> {
  const { history, asOf } = of;
  const { intensity, progress, recovery } = assess(history, asOf);
  await upsertAssessment(db, athleteId, { asOf, intensity, progress });
  const lastCheckInOn = history.wellness.filter((checkIn) => checkIn.date <= asOf).at(-1)?.date ?? null;
  await upsertRecovery(db, athleteId, { asOf, recovery, lastCheckInOn });
  await updateAthleteState(db, athleteId, { progressState: progress.state });
}
