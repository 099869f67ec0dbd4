import type { Entry, WeekTraits, WeekView } from "./rule-context.ts";
import { factsOf, levelOf } from "./workout-facts.ts";

/** What a week's workouts hold, worked out in one walk through them and remembered for as long as the week stays as it is. */
export function traitsOf(week: WeekView): WeekTraits {
  week.traits ??= read(week.entries);
  return week.traits;
}

function read(entries: readonly Entry[]): WeekTraits {
  const gated: Entry[] = [];
  const heavyStrength: Entry[] = [];
  const needFreshLegs: Entry[] = [];
  const cold: Entry[] = [];
  const absolutePace: Entry[] = [];
  const strides: Entry[] = [];
  let strength = false;
  let fast = false;
  let hardKm = 0;
  for (const entry of entries) {
    if (!entry.run) {
      if (levelOf(entry.workout)) gated.push(entry);
      const { kind } = entry.workout;
      if (kind === "plyometrics") needFreshLegs.push(entry);
      if (kind !== "strength") continue;
      strength = true;
      if (factsOf(entry).heavyStrength) heavyStrength.push(entry);
      continue;
    }
    const facts = factsOf(entry);
    if (facts.level) gated.push(entry);
    if (facts.strides) strides.push(entry);
    if (facts.strides || facts.hillSprints || facts.sprints || (entry.hard && !entry.long)) fast = true;
    if (entry.race) {
      fast = true;
      continue;
    }
    if (facts.sprints || facts.hillSprints) needFreshLegs.push(entry);
    if (facts.absolutePace) absolutePace.push(entry);
    if (entry.hard && facts.warmUp === false) cold.push(entry);
    if (facts.hardKm !== null && facts.hardKm > 0) hardKm += facts.hardKm;
  }
  return { gated, strength, heavyStrength, needFreshLegs, cold, absolutePace, strides, fast, hardKm };
}
