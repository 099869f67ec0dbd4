import { IsoDate } from "@repo/core/calendar";
import { Cycle } from "@repo/core/cycles";
import { z } from "zod";

const Name = z.string().trim().min(1).max(120);
const About = z.string().trim().max(2_000);

/** A cycle of the organisation, or a plan that comes with the product. */
export const CycleRef = z.union([
  z.strictObject({ cycleId: z.uuid() }),
  z.strictObject({ classicId: z.string().max(60) }),
]);
export type CycleRef = z.infer<typeof CycleRef>;

/** By its first Monday, or back from the day of a race. */
export const Anchor = z.strictObject({ kind: z.enum(["start", "race"]), date: IsoDate });
const Athletes = z
  .array(z.strictObject({ athleteId: z.uuid(), anchor: Anchor.optional() }))
  .min(1)
  .max(300);

export const GetCycleInput = z.object({ cycle: CycleRef });
/** Whether easy and long running follows what each athlete runs now, instead of what the cycle says. */
const IsScaled = z.boolean().default(false);
export const PreviewCycleInput = z.object({
  cycle: CycleRef,
  anchor: Anchor,
  athletes: Athletes,
  isScaled: IsScaled,
});
export const AssignCycleInput = z.object({
  mutationId: z.uuid(),
  cycle: CycleRef,
  /** What the seasons are called. */
  name: Name,
  anchor: Anchor,
  /** Each may have an anchor of their own: staggered starts, other races. */
  athletes: Athletes,
  isScaled: IsScaled,
  message: z.string().trim().max(2_000).default(""),
});
export const SaveCycleInput = z.object({
  mutationId: z.uuid(),
  id: z.uuid(),
  name: Name,
  about: About.default(""),
  content: Cycle,
});
export const SaveVersionInput = z.object({
  mutationId: z.uuid(),
  cycleId: z.uuid(),
  /** The version it was made from. */
  version: z.int32().positive(),
  note: z.string().trim().max(500).default(""),
  content: Cycle,
});
/** Weeks of a season, by their first and last Monday; all of them where absent. */
export const CycleOfSeasonInput = z.object({
  seasonId: z.uuid(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
});
export const ArchiveCycleInput = z.object({ cycleId: z.uuid(), version: z.int32().positive() });
export const RollOutInput = z.object({ mutationId: z.uuid(), cycleId: z.uuid() });
export const UndoRollOutInput = z.object({ mutationId: z.uuid(), cycleId: z.uuid(), rollOutId: z.uuid() });
export const PreviewRollOutInput = z.object({ cycleId: z.uuid() });
/** The text of a plan's file; its length is judged where it is read, so that the refusal is a sentence. */
export const ReadPlanInput = z.object({ text: z.string() });
