import type { FitMessage } from "./messages.ts";
import { MESG } from "./profile.ts";
import { numberOf, scaledOf, timeOf } from "./values.ts";

/** A counter that falls by less was corrected by its device, not begun anew. */
const RESET_M = 100;
/** As many records must count on from where the counter fell to: one broken value is no new leg. */
const CONFIRMING = 5;

/**
 * The legs of a recording without summaries, in the order of the file: where its device names another sport, where
 * its distance counter begins anew, and where its laps change their sport.
 */
export function splitLegs(messages: readonly FitMessage[]): FitMessage[][] {
  const legs: FitMessage[][] = [[]];
  const resets = resetRecords(messages);
  let sport: string | null = null;
  let records = 0;
  for (const message of messages) {
    const named = message.num === MESG.sport ? sportKey(message, 0, 1) : null;
    const isOther = named !== null && sport !== null && named !== sport;
    if (records > 0 && (isOther || resets.has(message))) {
      legs.push([]);
      records = 0;
    }
    sport = named ?? sport;
    if (message.num === MESG.record) records += 1;
    legs.at(-1)?.push(message);
  }
  const [last = [], before] = [legs.at(-1), legs.at(-2)];
  // What follows the last record is the file's end, not a leg.
  if (before && records === 0) before.push(...(legs.pop() ?? last));
  return legs.flatMap(byLapSport);
}

/** Records at which the distance counter has begun anew, and goes on from there. */
function resetRecords(messages: readonly FitMessage[]): Set<FitMessage> {
  const counted = messages.filter(({ num, fields }) => num === MESG.record && fields.has(5));
  const metres = counted.map((record) => scaledOf(record, 5, 100) ?? 0);
  const resets = new Set<FitMessage>();
  for (let at = 1; at + CONFIRMING < metres.length; at += 1) {
    const [before, now] = [metres[at - 1] ?? 0, metres[at] ?? 0];
    if (now > before - RESET_M || now > before / 2) continue;
    const next = metres.slice(at + 1, at + 1 + CONFIRMING);
    if (next.every((value) => value >= now && value < before)) resets.add(counted[at] as FitMessage);
  }
  return resets;
}

function byLapSport(leg: FitMessage[]): FitMessage[][] {
  const laps = leg
    .filter(({ num }) => num === MESG.lap)
    .map((lap) => ({ startS: timeOf(lap, 2), key: sportKey(lap, 25, 39) }))
    .filter((lap): lap is { startS: number; key: string } => lap.startS !== null && lap.key !== null)
    .sort((a, b) => a.startS - b.startS);
  const starts = laps
    .filter(({ key }, at) => at > 0 && key !== laps[at - 1]?.key)
    .map(({ startS }) => startS);
  if (starts.length === 0) return [leg];
  const parts = [...starts, Number.POSITIVE_INFINITY].map((): FitMessage[] => []);
  let place = 0;
  for (const message of leg) {
    const at = timeOf(message, message.num === MESG.lap ? 2 : 253);
    // What carries no time stays with what stands before it.
    if (at !== null) place = starts.filter((start) => start <= at).length;
    parts[place]?.push(message);
  }
  return parts.filter((part) => part.some(({ num }) => num === MESG.record));
}

function sportKey(message: FitMessage, sportField: number, subField: number): string | null {
  const sport = numberOf(message, sportField);
  return sport === null ? null : `${sport}/${numberOf(message, subField) ?? 0}`;
}
