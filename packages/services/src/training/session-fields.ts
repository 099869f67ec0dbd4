import { addDays, instantOf, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import type { NewActivity } from "@repo/db/queries";
import type { ActivityFile, FileSession } from "@repo/services/files";

/** What an activity takes from a session of a file. */
export type SessionFields = Omit<NewActivity, "id">;

/** Its samples are kept apart. */
type Session = Omit<FileSession, "samples">;

type Origin = {
  file: Pick<ActivityFile, "device" | "warnings">;
  sourceKey: string;
  localDate: string;
  timeZone: string;
  originalId: string;
  importBatchId: string | null;
};

/**
 * The row of a session.
 *
 * @throws {AppError} INVALID when the file does not say how long it took
 */
export function fieldsOf(session: Session, origin: Origin): SessionFields & { originalId: string } {
  const durationS = session.timerS ?? session.elapsedS;
  if (durationS === null || durationS <= 0) {
    throw new AppError("INVALID", "This file does not say how long the session took. Log it by hand.");
  }
  return {
    localDate: origin.localDate,
    startAt: session.startTime ? new Date(session.startTime) : null,
    timeZone: origin.timeZone,
    sport: session.sport,
    title: null,
    distanceM: session.distanceM,
    durationS,
    elapsedS: session.elapsedS,
    movingS: session.movingS,
    elevationGainM: session.elevationGainM,
    avgHrBpm: session.avgHr,
    maxHrBpm: session.maxHr,
    source: origin.importBatchId ? "import" : "file",
    sourceKey: origin.sourceKey,
    device: origin.file.device,
    originalId: origin.originalId,
    importBatchId: origin.importBatchId ?? null,
    extra: origin.file.warnings.length > 0 ? { fileWarnings: origin.file.warnings } : null,
  };
}

/** A run around midnight, or after a short flight, may be given to the day beside the one it began on. */
const NEAR_MS = 4 * 3_600_000;

/**
 * The day of a session in the athlete's zone; the one it was given where the file knows none, or began close to it.
 *
 * @throws {AppError} INVALID when neither is known
 */
export function dayOf(session: Session, timeZone: string, given: string | null): string {
  if (session.startTime === null) {
    if (given) return given;
    throw new AppError(
      "INVALID",
      "The device's clock was not set, so the file does not know its day. Add it on Today, then give it its day under Edit.",
    );
  }
  const start = Date.parse(session.startTime);
  const day = localDay(new Date(start), timeZone);
  if (given === null) return day;
  const [begins, ends] = [given, addDays(given, 1)].map((date) => instantOf(date, "00:00", timeZone)) as [
    number,
    number,
  ];
  // Dropped on a day that it is not from: the file is believed, the pairing is not.
  return start > begins - NEAR_MS && start < ends + NEAR_MS ? given : day;
}

/** The rows of a session's laps, their starts counted from its own. */
export function lapsOf(session: Session) {
  const start = session.startTime ? Date.parse(session.startTime) : null;
  return session.laps.map((lap, position) => ({
    position,
    kind: lap.kind,
    startOffsetS: start !== null && lap.startTime ? (Date.parse(lap.startTime) - start) / 1_000 : null,
    durationS: lap.durationS,
    distanceM: lap.distanceM,
    avgHrBpm: lap.avgHr,
    maxHrBpm: lap.maxHr,
  }));
}
