import { IsoDate } from "@repo/core/calendar";
import { Evidence } from "@repo/core/season";
import { PlateauCause, Remedy, Warning } from "@repo/core/warnings";
import { z } from "zod";

/** How a day's load was known: the fallback order of science.md §3, `rest` for a rest day, `unknown` for a gap. */
export const LoadMethod = z.enum([
  "running-stress",
  "hr-stress",
  "session-rpe",
  "estimated",
  "mixed",
  "rest",
  "unknown",
]);
export type LoadMethod = z.infer<typeof LoadMethod>;

export const AssessedDay = z.looseObject({
  date: IsoDate,
  load: z.number().nullable(),
  loadMethod: LoadMethod,
  fitness: z.number().nullable(),
  fatigue: z.number().nullable(),
  form: z.number().nullable(),
  monotony: z.number().nullable(),
  strain: z.number().nullable(),
  quality: z.enum(["measured", "estimated", "warming-up", "gap"]),
});
export type AssessedDay = z.infer<typeof AssessedDay>;

export const RecoverySignal = z.looseObject({
  signal: z.string(),
  state: z.enum(["adverse", "good", "neutral", "unknown"]),
  evidence: z.array(Evidence),
});
export type RecoverySignal = z.infer<typeof RecoverySignal>;

export const ProgressCause = z.looseObject({
  cause: PlateauCause,
  rank: z.number().int(),
  evidence: z.array(Evidence),
  remedy: Remedy.nullable(),
  source: z.array(z.string()),
});
export type ProgressCause = z.infer<typeof ProgressCause>;

export const Progress = z.looseObject({
  state: z.enum(["improving", "plateau", "possible-plateau", "declining", "inconclusive", "not-enough-data"]),
  since: IsoDate.nullable(),
  changePct: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  windowDays: z.number(),
  n: z.number().int(),
  causes: z.array(ProgressCause),
});
export type Progress = z.infer<typeof Progress>;

/** What `mesocycle assess` answers: everything known of an athlete as of a day, from that day and earlier alone. */
export const Assessment = z.looseObject({
  asOf: IsoDate,
  days: z.array(AssessedDay),
  intensity: z.record(z.string(), z.unknown()),
  recovery: z.looseObject({
    state: z.enum(["ready", "caution", "rest", "unknown"]),
    signals: z.array(RecoverySignal),
  }),
  progress: Progress,
  warnings: z.array(Warning),
});
export type Assessment = z.infer<typeof Assessment>;
