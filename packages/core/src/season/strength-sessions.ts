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
import type { Session } from "./session-blocks.ts";

/** A strength session of a week with its text and totals; null where the phase holds none. */
export type StrengthResolver = (
  frame: WeekFrame,
  dose: StrengthDose,
) => { session: Session; made: Materialised } | null;

/** Load of an hour of strength on the scale on which an hour at threshold is 100: our own numbers. */
const LOAD_AN_HOUR = { heavy: 40, light: 25 } as const;

const KNOWN = new Map<string, { session: Session; made: Materialised } | null>();

/** Dosed strength sessions for a level (M90–M98), each worked out once. */
export function strengthResolver(level: Level): StrengthResolver {
  const known = KNOWN;
  return (frame, dose) => {
    const key = `${level}:${frame.phase}:${dose.place}:${dose.load}`;
    let found = known.get(key);
    if (found === undefined) {
      found = resolved(frame, level, dose, key);
      known.set(key, found);
    }
    return found;
  };
}

/** The plyometrics session (M95), the same for everybody who is given one. */
export function plyometricSession(): { session: Session; made: Materialised } {
  const strength = strengthLibrarySession("plyometrics");
  if (!strength) throw new RangeError("the strength library has no plyometrics");
  let made = KNOWN.get("plyometrics");
  if (!made) {
    made = materialised(strength, "plyometrics");
    KNOWN.set("plyometrics", made);
  }
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

function materialised(strength: StrengthSession, key: string): { session: Session; made: Materialised } {
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
    load: Math.round((durationS / 360) * LOAD_AN_HOUR[strength.load]) / 10,
    plannedKm: 0,
    hardKm: 0,
  };
  return { session, made };
}
