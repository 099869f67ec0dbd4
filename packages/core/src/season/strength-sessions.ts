import type { Level } from "@repo/core/athlete";
import {
  formatExercises,
  type StrengthSession,
  strengthDurationS,
  strengthLibrarySession,
  strengthSession,
} from "@repo/core/strength";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Materialised } from "./materialise.ts";
import type { StrengthDose } from "./plan-strength.ts";
import type { PhaseKind } from "./schema.ts";
import type { Session } from "./session-blocks.ts";

/** A strength session of a week with its text and totals; null where the phase holds none. */
export type StrengthResolver = (
  frame: WeekFrame,
  dose: StrengthDose,
) => { session: Session; made: Materialised } | null;

/** Load of an hour of strength on the scale on which an hour at threshold is 100: our own numbers. */
const LOAD_AN_HOUR = { heavy: 40, light: 25, mobility: 5 } as const;

type Made = { session: Session; made: Materialised };

/** Sessions of a phase worked out before: gym and home, heavy and light. */
type ByPhase = Map<PhaseKind, (Made | null | undefined)[]>;

const KNOWN: Readonly<Record<Level, ByPhase>> = {
  beginner: new Map(),
  intermediate: new Map(),
  advanced: new Map(),
};

/** Dosed strength sessions for a level (M90–M98), each worked out once. */
export function strengthResolver(level: Level): StrengthResolver {
  const byPhase = KNOWN[level];
  return (frame, dose) => {
    let known = byPhase.get(frame.phase);
    if (!known) {
      known = [undefined, undefined, undefined, undefined];
      byPhase.set(frame.phase, known);
    }
    const at = (dose.load === "heavy" ? 2 : 0) + (dose.place === "gym" ? 1 : 0);
    let found = known[at];
    if (found === undefined) {
      found = resolved(frame, level, dose, `${level}:${frame.phase}:${at}`);
      known[at] = found;
    }
    return found;
  };
}

const FROM_LIBRARY = new Map<string, Made>();

/** A session of the strength library as it stands (M82–M105), the same for everybody who is given one. */
export function librarySession(id: string): Made {
  const known = FROM_LIBRARY.get(id);
  if (known) return known;
  const strength = strengthLibrarySession(id);
  if (!strength) throw new RangeError(`the strength library has no ${id}`);
  const made = materialised(strength, id);
  FROM_LIBRARY.set(id, made);
  return made;
}

function resolved(frame: WeekFrame, level: Level, dose: StrengthDose, key: string) {
  const strength = strengthSession({
    phase: frame.phase,
    level,
    place: dose.place,
    ...(dose.load === "light" ? { load: "light" } : {}),
  });
  return strength ? materialised(strength, `strength:${key}`) : null;
}

function materialised(strength: StrengthSession, key: string): Made {
  const durationS = strengthDurationS(strength);
  const session: Session = {
    key,
    workout: strength.id,
    kind: strength.kind,
    hard: false,
    title: strength.title,
    blocks: [],
  };
  const made: Materialised = {
    text: formatExercises(strength.sets),
    steps: [],
    distanceM: null,
    durationS,
    load:
      Math.round(
        (durationS / 360) * LOAD_AN_HOUR[strength.kind === "mobility" ? "mobility" : strength.load],
      ) / 10,
    plannedKm: 0,
    hardKm: 0,
  };
  return { session, made };
}
