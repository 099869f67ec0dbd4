import { IsoDate } from "@repo/core/calendar";
import { z } from "zod";

export const Legs = z.enum(["dead", "heavy", "ok", "good", "bouncy"]);
export type Legs = z.infer<typeof Legs>;

/** Where in the cycle a day lies, as the athlete says it. */
export const CyclePhase = z.enum(["period", "follicular", "ovulation", "luteal"]);
export type CyclePhase = z.infer<typeof CyclePhase>;

const Scale = z.number().min(1).max(5);

/**
 * A day's check-in. Fatigue, soreness, stress run 1 (none) to 5 (extreme); mood, sleep quality 1 (poor) to 5
 * (great); HRV is rMSSD in ms. Every field but `date` may be absent or null: not recorded.
 */
export const CheckIn = z.looseObject({
  date: IsoDate,
  sleepHours: z.number().min(0).max(24).nullish(),
  sleepQuality: Scale.nullish(),
  restingHr: z.number().min(20).max(150).nullish(),
  hrvRmssd: z.number().min(1).max(400).nullish(),
  fatigue: Scale.nullish(),
  soreness: Scale.nullish(),
  stress: Scale.nullish(),
  mood: Scale.nullish(),
  motivation: Scale.nullish(),
  appetite: Scale.nullish(),
  legs: Legs.nullish(),
  ill: z.boolean().nullish(),
  pain: z.strictObject({ site: z.string().max(60), level: z.number().min(0).max(10) }).nullish(),
  cyclePhase: CyclePhase.nullish(),
  /** Under the consent for health, unlike `notes`. */
  medicalNotes: z.string().max(20_000).nullish(),
  notes: z.string().max(20_000).nullish(),
});
export type CheckIn = z.infer<typeof CheckIn>;
