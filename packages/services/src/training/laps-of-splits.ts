import { readSplits } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import type { NewLap } from "@repo/db/queries";

type Session = { durationS: number; distanceM: number | null; splits: { text: string; repM: number } | null };
type Written = Omit<NewLap, "activityId">;

/**
 * Typed repetitions as laps, and what is left of the session as one more: how it fell between them was not said.
 *
 * @throws {AppError} INVALID for a time that cannot be read, or repetitions that are longer than their session
 */
export function lapsOfSplits({ durationS, distanceM, splits }: Session): Written[] {
  if (!splits) return [];
  const times = readSplits(splits.text);
  if (typeof times === "string") throw invalid(times);
  const restS = durationS - times.reduce((sum, timeS) => sum + timeS, 0);
  const restM = distanceM === null ? null : distanceM - times.length * splits.repM;
  if (restS < 0 || (restM !== null && restM < -1))
    throw invalid("The repetitions are longer than the whole session. Correct one of the two.");
  const work = times.map((timeS, position) => ({
    position,
    kind: "work" as const,
    durationS: timeS,
    distanceM: splits.repM,
  }));
  const rest = { position: work.length, kind: "rest" as const, durationS: restS, distanceM: restM };
  return restS > 0 ? [...work, rest] : work;
}

function invalid(message: string): AppError {
  return new AppError("INVALID", message, { field: "splits" });
}
