/** What two records are compared by. Distances in metres, times in seconds; null is not recorded. */
export type SessionOutline = {
  sport: string;
  localDate: string;
  startAt?: Date | null | undefined;
  distanceM?: number | null | undefined;
  durationS: number;
};

/** Two recordings of one session: starts this close and distances this alike. */
const SAME_START_S = 120;
const SAME_DISTANCE = 0.03;
/** A log that knows no time of day: a pause more or less. */
const SAME_DURATION = 0.15;

/**
 * Whether two records look like one session. Only a likeness: whoever asks offers the athlete both answers.
 * A record without a time of day is compared by its length alone.
 */
export function isSameSession(one: SessionOutline, other: SessionOutline): boolean {
  if (one.localDate !== other.localDate || one.sport !== other.sport) return false;
  const [a, b] = [one.distanceM ?? null, other.distanceM ?? null];
  const isUnknown = a === null || b === null;
  if (!isUnknown && Math.abs(a - b) > Math.max(a, b) * SAME_DISTANCE) return false;
  if (!one.startAt || !other.startAt) {
    const apart = Math.abs(one.durationS - other.durationS);
    return isUnknown ? apart <= 60 : apart <= SAME_DURATION * Math.max(one.durationS, other.durationS);
  }
  const apartS = Math.abs(one.startAt.getTime() - other.startAt.getTime()) / 1_000;
  return apartS <= SAME_START_S || isZoneMistake(one, other, apartS);
}

/** The same recording written again by a program that took local time for UTC: whole quarter hours apart. */
function isZoneMistake(one: SessionOutline, other: SessionOutline, apartS: number): boolean {
  const [a, b] = [one.distanceM ?? 0, other.distanceM ?? 0];
  const toQuarterS = Math.abs(apartS - Math.round(apartS / 900) * 900);
  const sameLength = Math.abs(one.durationS - other.durationS) <= 5 && a > 0 && Math.abs(a - b) <= a * 0.002;
  return sameLength && apartS <= 14 * 3_600 && toQuarterS <= 5;
}
