export { type AthleteWeek, athleteWeek, type ReportFact } from "./athlete-week.ts";
export { type BlockReview, blockReview } from "./block-review.ts";
export { type CoachDigest, coachDigest, type DigestAthlete, type DigestEntry } from "./coach-digest.ts";
export { type EvidenceWords, evidenceLine, evidenceWords } from "./evidence-words.ts";
