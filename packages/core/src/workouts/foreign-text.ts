import { type Cursor, type Failure, failure, isFailure, take } from "./cursor.ts";
import { readTarget } from "./target-text.ts";

/** What may stand in a step, for error messages. */
export const EXPECTED_PART =
  "a length such as 400m, 2km, 8min or 1:30, a target such as @5k, zone 4 or RPE 8, or a word such as jog, walk, rest, easy or warm-up";
/** What is not running is named, never dropped. */
const POWER =
  /@?[ \t]*\d+(?:[ \t]*[-–][ \t]*\d+)?[ \t]*(?:w(?:atts?)?\b|%[ \t]*(?:of[ \t]+)?(?:ftp|cp|power)\b)/iy;
const BARE_SHARE = /@?[ \t]*\d+(?:\.\d+)?(?:[ \t]*[-–][ \t]*\d+(?:\.\d+)?)?[ \t]*%/iy;
const LENGTH_RANGE =
  /(\d+(?:\.\d+)?)[ \t]*[-–][ \t]*(\d+(?:\.\d+)?)[ \t-]*(km|k|mi(?:les?)?|m(?:in\w*)?|s(?:ec\w*)?|h(?:ours?)?)(?![\w/])/iy;
/** Other sports: their sessions are words beside the plan, not steps of a run. */
const OTHER_SPORT =
  /(?:cross[- ]?train(?:ing)?|bik(?:e|ing)|cycl(?:e|ing)|rid(?:e|ing)|swim(?:ming)?|row(?:ing)?|elliptical|yoga|pilates|strength|gym|weights|core)(?![\w-])/iy;
const BARE_NUMBER = /\d+(?:\.\d+)?(?![\w.%:])/y;

/** Parts that look like a target or a length but say too little or something else; the failure says which. */
export function foreignPart(cursor: Cursor): Failure | null {
  const probe = { text: cursor.text, at: cursor.at };
  if (take(probe, POWER))
    return failure(cursor, "a pace, a heart rate, a zone or an effort (power is not read)");
  if (take(probe, OTHER_SPORT)) {
    return failure(cursor, "running; what else is done that day stands in a note in quotes");
  }
  const range = take(probe, LENGTH_RANGE);
  if (range) return failure(cursor, `one length, such as ${range[1]}${range[3]} or ${range[2]}${range[3]}`);
  if (!take(probe, BARE_SHARE)) return null;
  const target = readTarget({ text: cursor.text, at: cursor.at });
  if (target && !isFailure(target)) return null;
  return failure(cursor, "what it is a share of, such as 75% HRmax, 95% LTHR or 90% pace");
}

/** The failure for a part that nothing can read: most often a number without its unit. */
export function unreadablePart(cursor: Cursor): Failure {
  const number = take({ text: cursor.text, at: cursor.at }, BARE_NUMBER)?.[0];
  const units = `a unit after the number, such as ${number}m, ${number}s or ${number}min`;
  return failure(cursor, number ? units : EXPECTED_PART);
}
