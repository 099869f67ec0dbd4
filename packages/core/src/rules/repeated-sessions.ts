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

/** The variables in which a session got harder than an earlier one (M44): reps, length, pace, rest. */
export function harderIn(now: RepSpec, before: RepSpec): string[] {
  const harder: string[] = [];
  if (now.reps > before.reps) harder.push("repetitions");
  if (now.repUnit === before.repUnit && now.repLength > before.repLength) harder.push("length");
  if (now.intensity > before.intensity + 1e-6) harder.push("pace");
  if (now.restLength < before.restLength && now.restLength > 0) harder.push("rest");
  return harder;
}

/** Whether two sessions ask for exactly the same. */
export function sameSpec(a: RepSpec, b: RepSpec): boolean {
  return (
    a.family === b.family &&
    a.reps === b.reps &&
    a.repLength === b.repLength &&
    a.repUnit === b.repUnit &&
    a.pace === b.pace &&
    a.restLength === b.restLength
  );
}
