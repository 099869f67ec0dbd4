import { AppError } from "@repo/core/errors";
import type { FitMessage } from "./messages.ts";
import { MESG } from "./profile.ts";
import { numberOf, scaledOf, timeOf } from "./values.ts";

const MULTISPORT = 18;
/** A multisport race of a day has a dozen; each costs a look at every record. */
const MOST_SESSIONS = 200;

/** When a session began, in Unix seconds: as it says, else its end less its length. */
export function startOf(summary: FitMessage): number | null {
  const [end, elapsedS] = [timeOf(summary, 253), scaledOf(summary, 7, 1000)];
  return timeOf(summary, 2) ?? (end === null ? null : end - (elapsedS ?? 0));
}

/**
 * The summaries that each tell a session of its own, by their starts: of two of the same start and sport the longer,
 * and not the one that sums up a triathlon whose legs are there too.
 */
export function ownSummaries(messages: readonly FitMessage[]): FitMessage[] {
  const all = messages.filter(({ num }) => num === MESG.session);
  if (all.length > MOST_SESSIONS)
    throw new AppError(
      "INVALID",
      `This FIT file holds more than ${MOST_SESSIONS} sessions, which no device writes. Copy it from the device again.`,
    );
  const longest = new Map<string, FitMessage>();
  for (const [at, summary] of all.entries()) {
    const key = `${startOf(summary) ?? `#${at}`}|${numberOf(summary, 5)}|${numberOf(summary, 6)}`;
    const known = longest.get(key);
    if (!known || lengthOf(summary) >= lengthOf(known)) longest.set(key, summary);
  }
  const own = [...longest.values()].sort((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0));
  const legs = own.filter((summary) => numberOf(summary, 5) !== MULTISPORT);
  return legs.length > 1 ? legs : own;
}

function lengthOf(summary: FitMessage): number {
  return scaledOf(summary, 7, 1000) ?? scaledOf(summary, 8, 1000) ?? 0;
}

/** The laps of each session: as the sessions count them, where that gives every lap to one; else by the time. */
export function lapsOfSummaries(
  summaries: readonly FitMessage[],
  laps: readonly FitMessage[],
): FitMessage[][] {
  if (summaries.length === 1) return [[...laps]];
  const counted = summaries.map((summary) => {
    const [from, count] = [numberOf(summary, 25), numberOf(summary, 26)];
    return from === null || count === null ? [] : laps.slice(from, from + count);
  });
  const told = counted.flat();
  if (told.length === laps.length && new Set(told).size === laps.length) return counted;
  const starts = summaries.slice(1).map((summary) => startOf(summary) ?? Number.POSITIVE_INFINITY);
  const parts = summaries.map((): FitMessage[] => []);
  for (const lap of laps) {
    const at = startOf(lap) ?? Number.NEGATIVE_INFINITY;
    parts[starts.filter((start) => start <= at).length]?.push(lap);
  }
  return parts;
}
