import type { Evidence } from "@repo/core/season";

/** The states of a card: a wise change is never red (adapted, excused), and a day to come is planned. */
export type Grade =
  | "planned"
  | "done"
  | "short"
  | "long"
  | "far-off"
  | "missed"
  | "adapted"
  | "excused"
  | "unplanned";

/** Why a grade was given. */
export type GradeReason =
  | "to-come"
  | "not-logged"
  | "as-planned"
  | "length-unknown"
  | "shorter"
  | "longer"
  | "reps-in-range"
  | "reps-unknown"
  | "fewer-reps"
  | "reps-too-fast"
  | "reps-too-slow"
  | "easy-kept-easy"
  | "easy-ran-medium"
  | "easy-ran-hard"
  | "hard-ran-easy"
  | "race-run"
  | "other-sport"
  | "changed-on-purpose"
  | "excused"
  | "not-planned"
  | "trained-on-rest-day";

/** A planned workout against what was done. `ratio` is done over planned in the measure named; null where not known. */
export type Compliance = {
  grade: Grade;
  reason: GradeReason;
  measure: "repetitions" | "distance" | "duration" | "none";
  ratio: number | null;
  evidence: Evidence[];
};

/** Limits of the grades: as planned within a fifth, off beyond a half (the bands coaches know). */
export const GRADE_LIMITS = {
  doneLow: 0.8,
  doneHigh: 1.2,
  offLow: 0.5,
  offHigh: 1.5,
  /** Share of repetitions that have to lie in range for the session to be as planned: our own number. */
  repsInRange: 0.6,
  /** How far outside its range a repetition may lie and still count: pace on a watch is not exact. */
  repTolerance: 0.03,
  /** How far a lap's length may lie from a repetition's and still be one: our own number. */
  repLength: 0.25,
  /** Easy running: perceived effort and share of maximum heart rate (M7, M9), and where it is hard. */
  easyRpe: 4,
  hardRpe: 6,
  easyHr: 0.76,
  hardHr: 0.85,
} as const;
