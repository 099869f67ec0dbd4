import type { Entry, RuleContext } from "./rule-context.ts";
import type { RepSpec } from "./workout-facts.ts";

/** A hard session with what it repeats. */
export type SpecEntry = { entry: Entry; spec: RepSpec };

/** How far back the session before is looked for. */
export const FAMILY_WINDOW_DAYS = 42;

/** Earlier sessions of the same family, latest first, within the window. */
export function earlierOfFamily(context: RuleContext, entry: Entry, family: string): SpecEntry[] {
  const earlier: SpecEntry[] = [];
  const lastWeek = Math.floor((entry.day - context.firstMonday) / 7);
  const firstWeek = Math.max(0, Math.floor((entry.day - FAMILY_WINDOW_DAYS - context.firstMonday) / 7));
  for (let index = lastWeek; index >= firstWeek; index--) {
    const specs = context.week(index)?.specs ?? [];
    for (let at = specs.length - 1; at >= 0; at--) {
      const other = specs[at];
      if (other?.spec.family !== family || other.entry.day >= entry.day) continue;
      if (entry.day - other.entry.day <= FAMILY_WINDOW_DAYS) earlier.push(other);
    }
  }
  return earlier;
}

/** A variable of a session that may get harder (M44). */
export type Variable = "repetitions" | "length" | "pace" | "rest";
const VARIABLES: readonly Variable[] = ["repetitions", "length", "pace", "rest"];

function isHarder(variable: Variable, now: RepSpec, before: RepSpec): boolean {
  switch (variable) {
    case "repetitions":
      return now.reps > before.reps;
    case "length":
      return now.repUnit === before.repUnit && now.repLength > before.repLength;
    case "pace":
      return now.intensity > before.intensity + 1e-6;
    case "rest":
      return now.restLength < before.restLength && now.restLength > 0;
  }
}

/**
 * The variables in which a session got harder than the latest before it (M44): reps, length, pace, rest. What an earlier
 * one of the window held as well is no new ground: after a cutback a session comes back to where it was.
 */
export function harderIn(now: RepSpec, earlier: readonly SpecEntry[]): Variable[] {
  const [latest, ...others] = earlier;
  if (!latest) return [];
  return VARIABLES.filter(
    (variable) =>
      isHarder(variable, now, latest.spec) && others.every((each) => isHarder(variable, now, each.spec)),
  );
}

/** Whether two sessions ask for exactly the same. */
export function sameSpec(a: RepSpec, b: RepSpec): boolean {
  return (
    a.family === b.family &&
    a.reps === b.reps &&
    a.shape === b.shape &&
    a.pace === b.pace &&
    a.restLength === b.restLength
  );
}
