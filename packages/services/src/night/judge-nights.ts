import { type Assessment, assess, prepareAssessor } from "@repo/core/assessment";
import { addDays, type IsoDate } from "@repo/core/calendar";
import { refutedKinds } from "@repo/core/warnings";
import type { Tx } from "@repo/db";
import {
  countOpenWarnings,
  getAthlete,
  getAthleteState,
  markMissedWorkouts,
  updateAthleteState,
  upsertAssessment,
  upsertRecovery,
} from "@repo/db/queries";
import { athleteHistoryOf } from "@repo/services/history";
import { recomputeLoad, refreshSummary } from "@repo/services/load";
import { localClock } from "./due-nights.ts";
import { foldWarnings, type JudgedDay } from "./fold-warnings.ts";

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
  const days = work.dates.length === 0 ? [today] : work.dates.map((date) => addDays(date, -1));
  const seen = (await getAthleteState(db, athleteId))?.dirtySeq ?? 0;
  const history = await athleteHistoryOf(db, athleteId);
  if (!history) return { opened: 0, closed: 0 };
  // All thinking before the first lock: years of nights take seconds, in which the athlete may log something.
  const judged = judgeDays(history, days);
  const asOf = days.at(-1) ?? today;
  const assessment = assess(history, asOf);
  await markMissedWorkouts(db, athleteId, today);
  await recomputeLoad(db, athleteId, { now: work.now, through: today });
  const changes = await foldWarnings(db, athleteId, judged);
  await storeJudgement(db, athleteId, { history, assessment, asOf });
  await refreshSummary(db, athleteId, today);
  const open = await countOpenWarnings(db, athleteId, today);
  // What was logged while we thought is judged in the next round.
  const needsJudging = (await getAthleteState(db, athleteId))?.dirtySeq !== seen;
  await updateAthleteState(db, athleteId, { ...open, judgedThrough: asOf, needsJudging });
  return changes;
}

type History = NonNullable<Awaited<ReturnType<typeof athleteHistoryOf>>>;

function judgeDays(history: History, days: readonly IsoDate[]): JudgedDay[] {
  const assessor = prepareAssessor(history);
  return days.map((day) => {
    const { held, progress } = assessor.at(day);
    return { day, held, refuted: refutedKinds(progress) };
  });
}

async function storeJudgement(
  db: Tx,
  athleteId: string,
  of: { history: History; assessment: Assessment; asOf: IsoDate },
): Promise<void> {
  const { history, asOf } = of;
  const { intensity, progress, recovery } = of.assessment;
  await upsertAssessment(db, athleteId, { asOf, intensity, progress });
  const lastCheckInOn = history.wellness.filter((checkIn) => checkIn.date <= asOf).at(-1)?.date ?? null;
  await upsertRecovery(db, athleteId, { asOf, recovery, lastCheckInOn });
  await updateAthleteState(db, athleteId, { progressState: progress.state });
}
