/** Longest text of a plan's file: more than ten times the longest that was seen. */
export const MAX_PLAN_CHARS = 300_000;

/** A day of a plan as its author wrote it. */
export type PlanDay = {
  /** From 0. */
  week: number;
  /** From Monday, 0 to 6. */
  day: number;
  text: string;
  /** In the plan's unit; null: not stated. */
  length: number | null;
};

/** A plan somebody published: weeks of days in words, with lengths where the author gave them. */
export type PublishedPlan = {
  name: string;
  /** Of the lengths. */
  unit: "mi" | "km";
  /** What it leads to, in its author's words; null: not stated. */
  event: string | null;
  /** How many weeks it has, days without an entry included. */
  weeks: number;
  days: readonly PlanDay[];
};

/** Something of a plan that was not taken as it stands. */
export type PlanRemark = {
  /** `assumed`: read, with something filled in; `not-understood`: kept as words only. */
  kind: "assumed" | "not-understood";
  /** The author's words; empty where it concerns the whole plan. */
  text: string;
  /** One sentence: what was done about it. */
  note: string;
  /** Where it stands, both from 0; no place: the whole plan. */
  places: { week: number; day: number }[];
};
