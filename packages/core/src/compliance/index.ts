export { type CompareOptions, compareActivity, fitsSport } from "./compare-activity.ts";
export { type Compliance, GRADE_LIMITS, type Grade, type GradeReason } from "./compliance.ts";
export {
  type Match,
  type Matching,
  type MatchLock,
  type MatchOffer,
  matchActivities,
} from "./match-activities.ts";
