import { createHash } from "node:crypto";
import { type CheckOptions, checkSeason, recheck } from "@repo/core/rules";
import type { Finding, Season } from "@repo/core/season";

/** Verdicts of the seasons checked last, by their content: what an edit did not reach need not be looked at again. */
const known = new Map<string, Finding[]>();
const MOST_KNOWN = 64;

/** What the rules say of a season. */
export function findingsOf(season: Season, options: CheckOptions): Finding[] {
  const key = keyOf(season, options);
  return known.get(key) ?? remember(key, checkSeason(season, options));
}

type Edit = { before: Season; after: Season; dates: readonly string[] };

/** Whether two states of a season differ in workouts alone: other phases or races reach everything. */
function isLaidOutAlike(before: Season, after: Season): boolean {
  const frame = ({ request, phases, weeks }: Season) =>
    JSON.stringify([request, phases, weeks.map(({ start, phase, cutback }) => [start, phase, cutback])]);
  return frame(before) === frame(after);
}

/** The same after an edit of workouts on some days: only what those days can reach is checked again. */
export function findingsAfter({ before, after, dates }: Edit, options: CheckOptions): Finding[] {
  const previous = known.get(keyOf(before, options));
  if (!previous || dates.length === 0 || !isLaidOutAlike(before, after)) return findingsOf(after, options);
  return remember(keyOf(after, options), recheck(after, previous, dates, options));
}

function keyOf(season: Season, options: CheckOptions): string {
  return createHash("sha256")
    .update(JSON.stringify([season, options]))
    .digest("base64");
}

function remember(key: string, findings: Finding[]): Finding[] {
  known.delete(key);
  known.set(key, findings);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return findings;
}
