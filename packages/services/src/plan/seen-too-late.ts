import { BEFORE_ASSIGNED } from "@repo/db/queries";

/** How a workout begins of which its athlete could not know on its day: nobody has missed it. */
export const SEEN_TOO_LATE = { status: "excused", statusReason: BEFORE_ASSIGNED } as const;

/** Whether a workout is planned for a day that is over. */
export function isSeenTooLate(
  { today }: { today: string },
  { date, kind }: { date: string; kind: string },
): boolean {
  return date < today && kind !== "rest";
}
