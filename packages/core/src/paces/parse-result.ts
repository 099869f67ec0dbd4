import { AppError } from "@repo/core/errors";
import { HALF_MARATHON_M, MARATHON_M, METRES_PER_MILE, METRES_PER_YARD, parseClock } from "@repo/core/units";

const NAMED: Readonly<Record<string, number>> = {
  mile: METRES_PER_MILE,
  hm: HALF_MARATHON_M,
  half: HALF_MARATHON_M,
  halfmarathon: HALF_MARATHON_M,
  m: MARATHON_M,
  marathon: MARATHON_M,
};
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  m: 1,
  k: 1000,
  km: 1000,
  mi: METRES_PER_MILE,
  mile: METRES_PER_MILE,
  miles: METRES_PER_MILE,
  yd: METRES_PER_YARD,
};
const EXPECTED_DISTANCE = "a distance such as 5000, 5k, 3.1mi, mile, half or marathon";
const EXPECTED_TIME = "a time such as 1262, 21:02 or 3:10:49, minutes and seconds below 60";

/**
 * Reads a result as people write it, `5000:1262`, `5k:21:02`, `mile:5:30`, `marathon:3:10:49`: metres and seconds.
 * Throws AppError INVALID that names the part that cannot be read, what was found and what was expected.
 */
export function parseResult(text: string): { distanceM: number; timeS: number } {
  const [distance = "", ...clock] = text.trim().split(":");
  const distanceM = metresOf(distance);
  if (distanceM === null) throw unreadable(text, distance, EXPECTED_DISTANCE);
  if (clock.length === 0) throw unreadable(text, "no time", `${EXPECTED_TIME}, after a colon`);
  const timeS = parseClock(clock.join(":"));
  if (timeS === null) throw unreadable(text, clock.join(":"), EXPECTED_TIME);
  return { distanceM, timeS };
}

function metresOf(text: string): number | null {
  const plain = text.toLowerCase().replace(/[\s-]/g, "");
  const named = NAMED[plain];
  if (named !== undefined) return named;
  const match = /^(\d+(?:\.\d+)?)(mi|miles?|km?|m|yd|)$/.exec(text.toLowerCase().replace(/\s/g, ""));
  const unit = match ? UNITS[match[2] ?? ""] : undefined;
  return match && unit !== undefined ? Number(match[1]) * unit : null;
}

function unreadable(text: string, found: string, expected: string): AppError {
  return new AppError(
    "INVALID",
    `The result "${text}" cannot be read: found ${found || "nothing"}, expected ${expected}.`,
  );
}
