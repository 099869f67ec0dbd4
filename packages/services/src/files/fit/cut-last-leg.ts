import type { FitMessage } from "./messages.ts";
import { MESG } from "./profile.ts";
import { scaledOf, timeOf } from "./values.ts";

/** Fewer records after the last summary are its device being put away. */
const LEG_RECORDS = 60;
const SLACK_S = 5;

/**
 * Of a file that breaks off in a triathlon's leg: what its summaries tell, and the records and laps after the last of
 * them, which are a leg that lost its own. `untold` is empty where nothing, or next to nothing, follows.
 */
export function cutLastLeg(messages: readonly FitMessage[]): { told: FitMessage[]; untold: FitMessage[] } {
  const ends = messages
    .filter(({ num }) => num === MESG.session)
    .map((summary) => (timeOf(summary, 2) ?? Number.NaN) + (scaledOf(summary, 7, 1000) ?? Number.NaN));
  const end = ends.reduce((latest, each) => Math.max(latest, each), Number.NEGATIVE_INFINITY);
  const lastAt = messages.findLastIndex(({ num }) => num === MESG.session);
  const isAfter = (message: FitMessage, at: number) =>
    (message.num === MESG.record && (timeOf(message, 253) ?? 0) > end + SLACK_S) ||
    (message.num === MESG.lap && (timeOf(message, 2) ?? 0) >= end - SLACK_S) ||
    ((message.num === MESG.sport || message.num === MESG.event) && at > lastAt);
  const untold = ends.length > 0 ? messages.filter(isAfter) : [];
  if (untold.filter(({ num }) => num === MESG.record).length < LEG_RECORDS)
    return { told: [...messages], untold: [] };
  return { told: messages.filter((message, at) => !isAfter(message, at)), untold };
}
