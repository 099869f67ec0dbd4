import { IsoDate } from "@repo/core/calendar";
import { Fix } from "@repo/core/season";
import { z } from "zod";

/** The named causes of a plateau (contracts §3). */
export const PLATEAU_CAUSES = [
  "overcooked",
  "same-workout",
  "low-mileage",
  "no-long-run",
  "no-strength",
  "no-speed-work",
  "perpetual-medium",
  "fantasy-pace",
  "no-cutback",
  "no-recovery-phase",
  "life-stress",
  "under-fuelled",
  "pacing",
  "wrong-order",
  "conditions",
  "new-stimulus-needed",
] as const;
export const PlateauCause = z.enum(PLATEAU_CAUSES);
export type PlateauCause = z.infer<typeof PlateauCause>;

/** A concrete change: what to do (a reason code with numbers), for how long, and a plan change where there is one. */
export const Remedy = z.looseObject({
  code: z.string(),
  text: z.string(),
  fix: Fix.nullish(),
  retestOn: IsoDate.nullish(),
});
export type Remedy = z.infer<typeof Remedy>;
