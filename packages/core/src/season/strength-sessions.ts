import type { Level } from "@repo/core/athlete";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { StrengthDose } from "./plan-strength.ts";
import { type Session, seconds, step } from "./session-blocks.ts";

/** The strength session of a week, as a planned workout; its exercises come from the strength module by id. */
export function strengthSessionFor(frame: WeekFrame, level: Level, dose: StrengthDose): Session {
  const minutes = dose.load === "heavy" ? 45 : 25;
  return {
    key: `strength:${level}:${frame.phase}:${dose.place}:${dose.load}`,
    workout: `strength-${dose.place}-${dose.load}`,
    kind: "strength",
    hard: false,
    title: `Strength, ${dose.place} day, ${dose.load}`,
    blocks: [step("steady", seconds(minutes * 60), null)],
  };
}
