import { IsoDate } from "@repo/core/calendar";
import { Evidence, Fix, Severity } from "@repo/core/season";
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

/** What the night may warn of: the causes where they apply, and what follows. `plateau` and `under-recovery` are verdicts. */
export const WARNING_KINDS = [
  ...PLATEAU_CAUSES,
  "plateau",
  "under-recovery",
  "resting-hr-high",
  "hrv-out-of-band",
  "short-sleep",
  "illness",
  "pain",
  "session-spike",
  "monotony",
  "stale",
  "missed-workouts",
  "no-data",
  "sprint-not-fresh",
  "race-unprepared",
] as const;
export const WarningKind = z.enum(WARNING_KINDS);
export type WarningKind = z.infer<typeof WarningKind>;

/** A concrete change: what to do (a reason code with numbers), for how long, and a plan change where there is one. */
export const Remedy = z.looseObject({
  code: z.string(),
  text: z.string(),
  fix: Fix.nullish(),
  retestOn: IsoDate.nullish(),
});
export type Remedy = z.infer<typeof Remedy>;

/** The night's verdict on an athlete. */
export const Warning = z.looseObject({
  kind: WarningKind,
  severity: Severity,
  /** First day on which it held without a break. */
  since: IsoDate,
  title: z.string(),
  evidence: z.array(Evidence),
  remedy: Remedy.nullable(),
  source: z.array(z.string()),
});
export type Warning = z.infer<typeof Warning>;
