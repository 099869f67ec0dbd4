import { daysBetween } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { requireEntryDay } from "@repo/services/context";

/** Faster than the world record over any distance we accept, for the sports on foot. */
const FASTEST_ON_FOOT_MPS = 12.5;
const ON_FOOT = new Set(["run", "walk", "hike"]);

type Claim = {
  localDate: string;
  startAt?: Date | string | null;
  sport: string;
  distanceM: number | null;
  durationS: number;
};

/**
 * Refuses what nobody can have done, with the fault and the fix, so that a slip of the finger does not become a
 * load.
 *
 * @throws {AppError} INVALID
 */
export function readSane<T extends Claim>(claim: T, now: Date): T {
  requireEntryDay(claim.localDate, now);
  const startDay = claim.startAt ? new Date(claim.startAt).toISOString().slice(0, 10) : null;
  // In its own zone a day lies at most one beside that of the instant.
  if (startDay !== null && Math.abs(daysBetween(startDay, claim.localDate)) > 1) {
    throw new AppError(
      "INVALID",
      `This session began on ${startDay}, so it cannot be of ${claim.localDate}. Choose its own day.`,
      { field: "localDate" },
    );
  }
  const speed = (claim.distanceM ?? 0) / claim.durationS;
  if (ON_FOOT.has(claim.sport) && speed > FASTEST_ON_FOOT_MPS) {
    const km = ((claim.distanceM ?? 0) / 1_000).toFixed(2);
    const minutes = (claim.durationS / 60).toFixed(1);
    throw new AppError(
      "INVALID",
      `${km} km in ${minutes} min is faster than anybody runs. Check distance and time.`,
      {
        field: "durationS",
      },
    );
  }
  return claim;
}
