import { IsoDate } from "@repo/core/calendar";
import { WorkoutKind } from "@repo/core/workouts";
import { z } from "zod";

const at = { id: z.uuid(), version: z.number().int().positive() };
const Title = z.string().trim().min(1).max(300);
const Text = z.string().max(10_000);
const CoachNote = z.string().trim().max(2_000).nullable();
const Note = z.string().trim().max(500).nullable();
const BandKind = z.enum(["note", "unavailable", "travel", "illness", "injury"]);
const days = { from: IsoDate, to: IsoDate };

/** One step of a change to a calendar. What a coach does at once is one change, however many steps it takes. */
export const CalendarOp = z.discriminatedUnion("op", [
  /** `place`: where in the day; at its end when left out. */
  z.strictObject({ op: z.literal("move"), ...at, to: IsoDate, place: z.number().int().min(0).optional() }),
  z.strictObject({
    op: z.literal("add"),
    /** Made by the client: the id of the new workout. */
    id: z.uuid(),
    date: IsoDate,
    title: Title,
    kind: WorkoutKind,
    hard: z.boolean(),
    text: Text.default(""),
    libraryId: z.string().max(100).nullable().default(null),
    coachNote: CoachNote.default(null),
    /** Kept where the text gives no totals, as with strength. */
    distanceM: z.number().min(0).max(300_000).nullable().default(null),
    durationS: z.number().min(0).max(200_000).nullable().default(null),
    load: z.number().min(0).max(3_000).nullable().default(null),
  }),
  z.strictObject({
    op: z.literal("edit"),
    ...at,
    title: Title.optional(),
    kind: WorkoutKind.optional(),
    hard: z.boolean().optional(),
    text: Text.optional(),
    coachNote: CoachNote.optional(),
  }),
  z.strictObject({ op: z.literal("remove"), ...at }),
  z.strictObject({
    op: z.literal("add-band"),
    id: z.uuid(),
    kind: BandKind,
    ...days,
    note: Note.default(null),
  }),
  z.strictObject({ op: z.literal("edit-band"), ...at, kind: BandKind, ...days, note: Note }),
  z.strictObject({ op: z.literal("remove-band"), ...at }),
]);
export type CalendarOp = z.infer<typeof CalendarOp>;

export const ChangeCalendarInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  /** What the coach did, for the list of edits. */
  kind: z.enum(["move", "add", "edit", "remove", "paste", "shift", "clear", "repeat", "band", "fix"]),
  ops: z.array(CalendarOp).min(1).max(500),
});

/** A change to look at before it is made. */
export const TryCalendarInput = ChangeCalendarInput.omit({ mutationId: true }).extend({
  ops: z.array(CalendarOp).min(1).max(20),
});

/** Earlier workouts of a kind, or of a place in the library. */
export const LastTimesInput = z.strictObject({
  athleteId: z.uuid(),
  before: IsoDate,
  kind: WorkoutKind,
  libraryId: z.string().max(100).nullable().default(null),
});

export const UndoCalendarInput = z.strictObject({ mutationId: z.uuid(), athleteId: z.uuid() });

export const CalendarDaysInput = z.strictObject({
  athleteId: z.uuid(),
  from: IsoDate,
  /** At most two years. */
  weeks: z.number().int().min(1).max(106),
  drafts: z.boolean().default(false),
});

/** How a band's kind excuses a workout; the word the athlete's own pages know. */
export const BAND_EXCUSES: Readonly<Record<string, string>> = {
  unavailable: "unavailable",
  travel: "away",
  illness: "illness",
  injury: "injury",
};
