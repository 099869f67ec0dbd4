import type { FileSession, FileWarning } from "./activity-file.ts";

const SAME_S = 2;
const SAME_M = 5;

/**
 * The sessions of a file without those that it holds twice: the same start, sport, timer and distance. Of two the one
 * with more records stays.
 */
export function onceEach(sessions: readonly FileSession[], warnings: FileWarning[]): FileSession[] {
  const kept: FileSession[] = [];
  const places = new Map<string, number[]>();
  for (const session of sessions) {
    // Only sessions of one start are compared: a file may hold thousands.
    const alike = session.startTime === null ? [] : (places.get(session.startTime) ?? []);
    const at = alike.find((place) => isSame(kept[place] as FileSession, session));
    if (at === undefined) {
      if (session.startTime !== null) places.set(session.startTime, [...alike, kept.length]);
      kept.push(session);
    } else if (session.records > (kept[at] as FileSession).records) kept[at] = session;
  }
  const twice = sessions.length - kept.length;
  if (twice > 0)
    warnings.push({
      code: "session-twice",
      text:
        twice === 1
          ? "the file holds one session twice; it is counted once"
          : `${twice} sessions that the file holds more than once are counted once`,
    });
  return kept;
}

function isSame(one: FileSession, other: FileSession): boolean {
  return (
    one.sport === other.sport &&
    isNear(one.timerS, other.timerS, SAME_S) &&
    isNear(one.distanceM, other.distanceM, SAME_M)
  );
}

function isNear(one: number | null, other: number | null, slack: number): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= slack;
}
