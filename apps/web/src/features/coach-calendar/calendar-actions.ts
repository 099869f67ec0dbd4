import type { Hand } from "#components/hand.ts";
import type { PairedSide } from "#components/pair-dialog.tsx";
import type { Activity, Band, Day, Op, Workout } from "./calendar-data.ts";
import type { Offered } from "./library-items.ts";

/** What a coach can do on the calendar; the object stays the same while the page is open. */
export type CalendarActions = {
  hand: Hand<Workout, Dragged>;
  open: (id: string) => void;
  move: (workout: Workout, to: string) => void;
  /** Whatever is dropped on a day: a card, the cards chosen with it, a workout of the library. */
  dropOn: (date: string) => void;
  drag: (what: Dragged | null) => void;
  hover: (date: string | null) => void;
  keyOnCard: (event: React.KeyboardEvent, workout: Workout) => void;
  choose: (workout: Workout) => void;
  chooseDay: (date: string, extend: boolean) => void;
  chooseWeek: (start: string, extend: boolean) => void;
  add: (date: string) => void;
  rest: (date: string) => void;
  mark: (date: string, band: Band | null) => void;
  ask: (dialog: Asked) => void;
  change: (kind: "move" | "add" | "remove", ops: readonly Op[], said: string) => void;
  copy: (workouts: readonly Workout[], cut: boolean) => void;
  copyWeek: (start: string, cut: boolean) => void;
  paste: (date: string) => void;
  clearWeek: (start: string) => void;
  shiftWeek: (start: string, weeks: number) => void;
  canPaste: () => boolean;
  dayOf: (date: string) => Day | null;
  activityOf: (workout: Workout) => Activity | null;
  /** What a session is paired with; null: with nothing of the plan. */
  workoutOf: (activity: Activity) => Workout | null;
  /** The address of a session in full. */
  sessionPath: (activity: Activity) => string;
  /** A session is this workout, or none. */
  pair: (activity: Activity, workout: Workout | null) => void;
  /** A session in the hand is dropped on a workout; false where the hand holds none. */
  dropOnCard: (workout: Workout) => boolean;
};

export type Dragged =
  | { kind: "workout"; workout: Workout }
  | { kind: "activity"; activity: Activity }
  | { kind: "library"; workout: Offered };

/** A dialog that asks for the rest. */
export type Asked =
  | { kind: "move"; workouts: readonly Workout[]; from: string }
  | { kind: "repeat"; workouts: readonly Workout[]; from: string; days: number }
  | { kind: "send"; workouts: readonly Workout[]; from: string }
  | { kind: "mark"; from: string; to: string; band: Band | null }
  | { kind: "pair"; side: PairedSide }
  | { kind: "add"; date: string };
