import { type AppError, type Fault, invalidFile } from "@repo/core/errors";
import { faultOf } from "./fault-of-issue.ts";
import { contradictionsOf } from "./find-contradictions.ts";
import { AthleteHistory } from "./schema.ts";

const MAX_FAULTS = 20;
const COLLECTIONS = ["activities", "wellness", "results"] as const;

/**
 * Reads an athlete history file (`mesocycle/athlete-history`, version 1) that was parsed from JSON.
 * Null stands for "not recorded", also for a whole collection. Unknown fields are kept. Days later than any
 * as-of day are fine: an assessment leaves them out.
 *
 * @throws {AppError} INVALID, with the path, what was found and what was expected, for a file that does not
 * follow the format or contradicts itself (the same id twice, an average above the maximum, a birth after a run).
 */
export function readHistory(json: unknown): AthleteHistory {
  const wrapper = wrapperFault(json);
  if (wrapper) throw invalidFile("The athlete history", [wrapper]);
  const filled: Record<string, unknown> = { ...(json as Record<string, unknown>) };
  for (const name of COLLECTIONS) if (filled[name] === null) filled[name] = [];
  if (filled.athlete === null) filled.athlete = {};
  const parsed = AthleteHistory.safeParse(filled);
  if (!parsed.success) throw refused(parsed.error.issues.flatMap((issue) => faultOf(issue, filled)));
  const contradictions = contradictionsOf(parsed.data);
  if (contradictions.length > 0) throw refused(contradictions);
  return parsed.data;
}

function refused(faults: readonly Fault[]): AppError {
  const shown = faults.slice(0, MAX_FAULTS);
  if (faults.length > MAX_FAULTS) {
    const more = faults.length - MAX_FAULTS;
    shown.push({ path: "(more)", found: `${more} further faults`, expected: "none" });
  }
  return invalidFile("The athlete history", shown);
}

/** The faults of the outermost object are named alone: whatever else is wrong in a file of another kind is noise. */
function wrapperFault(json: unknown): Fault | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    const found = Array.isArray(json) ? "a list" : json === null ? "null" : `a ${typeof json}`;
    return { path: "(file)", found, expected: "one JSON object with format mesocycle/athlete-history" };
  }
  const file = json as Record<string, unknown>;
  if (file.format !== "mesocycle/athlete-history") {
    const found = file.format === undefined ? "nothing" : JSON.stringify(file.format)?.slice(0, 80);
    return { path: "format", found: found ?? "nothing", expected: '"mesocycle/athlete-history"' };
  }
  if (file.version !== 1) {
    const found = file.version === undefined ? "nothing" : JSON.stringify(file.version)?.slice(0, 80);
    return { path: "version", found: found ?? "nothing", expected: "1" };
  }
  return null;
}
