export { type AthleteWeek, athleteWeek, type WeekResult } from "./athlete-week.ts";
export type { Benchmark } from "./benchmarks-of.ts";
export {
  type BlockReview,
  type BlockVolume,
  type BlockWeek,
  blockReview,
} from "./block-review.ts";
export {
  type CoachDigest,
  coachDigest,
  type DigestAthlete,
  type DigestTrend,
  type Trend,
} from "./coach-digest.ts";
export { type EvidenceWords, evidenceLine, evidenceWords } from "./evidence-words.ts";
export { byGravity, orderOfNeed } from "./order-of-need.ts";
export {
  type DoneActivity,
  type NoteOf,
  type PlanKept,
  type PlannedAndDone,
  planKept,
  plannedDays,
  type ReportDay,
} from "./planned-days.ts";
export { evenSplits, type RacePlan, racePlan } from "./race-plan.ts";
export type { RaceWarmUp } from "./race-warm-up.ts";
export { type RaceWeekSheet, raceOfWeek, raceWeekSheet } from "./race-week-sheet.ts";
export type { ReportFact, ReportFactCode } from "./report-fact.ts";
export type { TaperSoFar } from "./taper-so-far.ts";
export { typeset } from "./typeset.ts";
