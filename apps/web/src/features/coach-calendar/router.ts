import {
  CalendarDaysInput,
  ChangeCalendarInput,
  changeCalendar,
  GroupCalendarInput,
  getCalendar,
  getCalendarOutline,
  getCalendarWeeks,
  getGroupCalendar,
  LastTimesInput,
  lastTimes,
  latestEdit,
  TryCalendarInput,
  tryCalendar,
  UndoCalendarInput,
  undoCalendar,
} from "@repo/services/plan";
import { PairForAthleteInput, pairForAthlete } from "@repo/services/training";
import { coachOfProcedure, router, signedInProcedure } from "#trpc/init.ts";

const reading = () => coachOfProcedure({ scope: "training", write: false });
const writing = () => coachOfProcedure({ scope: "training", write: true });

/** A coach's calendar of one athlete: every week there is, and every change to it. */
export const coachCalendarRouter = router({
  /** Whose it is, seasons, races, paces and findings. */
  get: reading().query(({ ctx, input }) => getCalendar(ctx, input)),

  /** What lies on some weeks, and form at the end of each. */
  weeks: reading()
    .input(CalendarDaysInput)
    .query(({ ctx, input }) => getCalendarWeeks(ctx, input)),

  /** Weeks out of sight, in outline. */
  outline: reading()
    .input(CalendarDaysInput)
    .query(({ ctx, input }) => getCalendarOutline(ctx, input)),

  /** Every athlete whom the caller plans for, day by day. One statement, whatever their number. */
  group: signedInProcedure.input(GroupCalendarInput).query(({ ctx, input }) => getGroupCalendar(ctx, input)),

  /** Who changed the plan last: asked again and again while a calendar is looked at. */
  latestEdit: reading().query(({ ctx, input }) => latestEdit(ctx, input)),

  change: writing()
    .input(ChangeCalendarInput)
    .mutation(({ ctx, input }) => changeCalendar(ctx, input)),

  /** Which planned workout a session was. */
  pair: writing()
    .input(PairForAthleteInput)
    .mutation(({ ctx, input }) => pairForAthlete(ctx, input)),

  /** What a change would do to the findings, nothing stored. */
  tryOut: writing()
    .input(TryCalendarInput)
    .query(({ ctx, input }) => tryCalendar(ctx, input)),

  /** Earlier workouts of a kind and what became of them. */
  lastTimes: reading()
    .input(LastTimesInput)
    .query(({ ctx, input }) => lastTimes(ctx, input)),

  undo: writing()
    .input(UndoCalendarInput)
    .mutation(({ ctx, input }) => undoCalendar(ctx, input)),
});
