import type { Level } from "@repo/core/athlete";
import { formatExercises, strengthDurationS, strengthSession } from "@repo/core/strength";
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

/** Dosed strength sessions for a level (M90–M98), each worked out once a season. */
export function strengthResolver(level: Level): StrengthResolver {
  const known = new Map<string, { session: Session; made: Materialised } | null>();
  return (frame, dose) => {
    const key = `${frame.phase}:${dose.place}:${dose.load}`;
    let found = known.get(key);
    if (found === undefined) {
      found = resolved(frame, level, dose, key);
      known.set(key, found);
    }
    return found;
  };
}

function resolved(frame: WeekFrame, level: Level, dose: StrengthDose, key: string) {
  const strength = strengthSession({
    phase: frame.phase,
    level,
    place: dose.place,
    ...(dose.load === "light" ? { load: "light" } : {}),
  });
  if (!strength) return null;
  const durationS = strengthDurationS(strength);
  const session: Session = {
    key: `strength:${key}`,
    workout: strength.id,
    kind: "strength",
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
  };
  return { session, made };
}
