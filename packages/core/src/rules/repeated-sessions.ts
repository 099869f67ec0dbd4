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

/** The latest earlier session of the same family within the window; null where there is none. */
export function latestOfFamily(context: RuleContext, entry: Entry, family: string): SpecEntry | null {
  const lastWeek = Math.floor((entry.day - context.firstMonday) / 7);
  const firstDay = entry.day - FAMILY_WINDOW_DAYS;
  const firstWeek = Math.max(0, Math.floor((firstDay - context.firstMonday) / 7));
  for (let index = lastWeek; index >= firstWeek; index--) {
    const specs = context.week(index)?.specs ?? [];
    for (let at = specs.length - 1; at >= 0; at--) {
      const other = specs[at] as SpecEntry;
      if (other.spec.family !== family || other.entry.day >= entry.day) continue;
      return other.entry.day >= firstDay ? other : null;
    }
  }
  return null;
}

/** Whether the very same session was given at least so often within the window before. */
export function isGivenBefore(context: RuleContext, { entry, spec }: SpecEntry, times: number): boolean {
  let left = times;
  const lastWeek = Math.floor((entry.day - context.firstMonday) / 7);
  const firstDay = entry.day - FAMILY_WINDOW_DAYS;
  const firstWeek = Math.max(0, Math.floor((firstDay - context.firstMonday) / 7));
  for (let index = lastWeek; index >= firstWeek && left > 0; index--) {
    for (const other of context.week(index)?.specs ?? []) {
      const { day } = other.entry;
      if (day < entry.day && day >= firstDay && sameSpec(other.spec, spec)) left -= 1;
    }
  }
  return left <= 0;
}

/** A variable of a session that may get harder (M44). */
export type Variable = "repetitions" | "length" | "pace" | "rest";
const VARIABLES: readonly Variable[] = ["repetitions", "length", "pace", "rest"];

/** How one variable of a session moved against an earlier one; `other` where they cannot be held against each other. */
export function variableChange(
  variable: Variable,
  now: RepSpec,
  before: RepSpec,
): "harder" | "easier" | "same" | "other" {
  switch (variable) {
    case "repetitions":
      return byNumber(now.reps, before.reps);
    case "length":
      if (now.shape === before.shape) return "same";
      if (now.repUnit !== before.repUnit || now.repLength === before.repLength) return "other";
      return now.repLength === 0 || before.repLength === 0
        ? "other"
        : byNumber(now.repLength, before.repLength);
    case "pace":
      return paceChange(now, before);
    case "rest":
      if (now.restLength === before.restLength && now.restUnit === before.restUnit) return "same";
      if (now.restUnit !== before.restUnit) return "other";
      return byNumber(before.restLength, now.restLength);
  }
}

function byNumber(now: number, before: number): "harder" | "easier" | "same" {
  return now === before ? "same" : now > before ? "harder" : "easier";
}

/** Two paces of one name by their seconds on top, two ranges by their seconds, all else by intensity. */
function paceChange(now: RepSpec, before: RepSpec): "harder" | "easier" | "same" | "other" {
  if (now.pace === before.pace) return "same";
  const [a, b] = [now.target, before.target];
  if (a?.kind === "pace" && b?.kind === "pace" && a.pace === b.pace)
    return byNumber(b.offsetSPerKm, a.offsetSPerKm);
  if (a?.kind === "pace-range" && b?.kind === "pace-range")
    return byNumber(b.fastSPerKm + b.slowSPerKm, a.fastSPerKm + a.slowSPerKm);
  if (Math.abs(now.intensity - before.intensity) <= 1e-6) return "other";
  return byNumber(now.intensity, before.intensity);
}

function isHarder(variable: Variable, now: RepSpec, before: RepSpec): boolean {
  return variableChange(variable, now, before) === "harder";
}

/**
 * The variables in which a session got harder than the latest before it (M44): reps, length, pace, rest. What an earlier
 * one of the window held as well is no new ground: after a cutback a session comes back to where it was.
 */
export function harderIn(now: RepSpec, earlier: readonly SpecEntry[]): Variable[] {
  if (earlier.length === 0) return [];
  return VARIABLES.filter((variable) => earlier.every((each) => isHarder(variable, now, each.spec)));
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
