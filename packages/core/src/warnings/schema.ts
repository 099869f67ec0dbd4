import { IsoDate } from "@repo/core/calendar";
import { PLATEAU_CAUSES, PlateauCause, Remedy } from "@repo/core/progress";
import { Evidence, Severity } from "@repo/core/season";
import { z } from "zod";

export { PLATEAU_CAUSES, PlateauCause, Remedy };

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

/** The night's verdict on an athlete. */
export const Warning = z.looseObject({
  kind: WarningKind,
  severity: Severity,
  /** First day on which it held without a break. */
  since: IsoDate,
  title: z.string(),
  /** The likeliest cause of a standstill. */
  cause: PlateauCause.nullish(),
  evidence: z.array(Evidence),
  remedy: Remedy.nullable(),
  source: z.array(z.string()),
});
export type Warning = z.infer<typeof Warning>;
