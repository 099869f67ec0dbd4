import type { PlannedWorkout } from "@repo/core/season";
import { sameSpec, type Variable, variableChange } from "./repeated-sessions.ts";
import { factsOf, type RepSpec } from "./workout-facts.ts";

/** One of the four variables (M44), before and now. Lengths in their unit (`s` or `m`); pace as the target's text. */
export type LedgerLine = {
  variable: Variable;
  before: string | number | null;
  now: string | number | null;
  unit: "s" | "m" | null;
  change: "harder" | "easier" | "same" | "other";
};

/** A workout beside an earlier one of its family. */
export type ChangeLedger = {
  lines: LedgerLine[];
  /** How many of the four got harder: more than one at once is too many (M44). */
  harder: number;
  /** Both ask for exactly the same. */
  same: boolean;
};

type Described = Pick<PlannedWorkout, "kind" | "title" | "hard"> & {
  text: string | null;
  workout?: string | null;
};

/** What a workout repeats; null for one that has no hard part, or whose steps are not known. */
export function specOfWorkout(workout: Described): RepSpec | null {
  return factsOf({ workout: { ...workout, date: "1970-01-01" } as PlannedWorkout, facts: null }).spec;
}

/** Repetitions, length, pace and rest of a workout beside an earlier one's (M44). */
export function changeLedger(before: RepSpec, now: RepSpec): ChangeLedger {
  const lines: LedgerLine[] = [
    line("repetitions", { before, now }, [before.reps, now.reps, null]),
    line("length", { before, now }, [before.repLength || null, now.repLength || null, now.repUnit]),
    line("pace", { before, now }, [before.pace, now.pace, null]),
    line("rest", { before, now }, [
      before.restLength || null,
      now.restLength || null,
      now.restUnit ?? before.restUnit,
    ]),
  ];
  const harder = lines.filter(({ change }) => change === "harder").length;
  return { lines, harder, same: sameSpec(before, now) };
}

function line(
  variable: Variable,
  { before, now }: { before: RepSpec; now: RepSpec },
  [was, is, unit]: [string | number | null, string | number | null, "s" | "m" | null],
): LedgerLine {
  return { variable, before: was, now: is, unit, change: variableChange(variable, now, before) };
}
