import type { BlockReview } from "./block-review.ts";
import { fact, type ReportFact } from "./report-fact.ts";

const KEPT = 0.85;
const HALF_KEPT = 0.6;
const CHANGED = 0.1;
const FEW_STRENGTH_A_WEEK = 0.5;
const EASY_SHARE = 0.7;
const RHYTHM_WEEKS = 5;
const LIGHTER = 0.85;

/** What is worth a sentence of a block: whether it moved anything first, then why it may or may not have. */
export function factsOfBlock(block: BlockReview): ReportFact[] {
  return [...outcomeFacts(block), ...volumeFacts(block), ...planFacts(block), ...habitFacts(block)];
}

function outcomeFacts({ progress, bestScore, bestScoreBefore, benchmarks }: BlockReview): ReportFact[] {
  const facts = [
    progress.changePct === null
      ? fact(`progress-${progress.state}`)
      : fact(`progress-${progress.state}`, { changePct: progress.changePct, n: progress.n }),
  ];
  if (bestScore !== null && bestScoreBefore !== null && bestScore > bestScoreBefore)
    facts.push(fact("best-result-ever", { bestScore, bestScoreBefore }));
  for (const { repM, changePct, detectablePct } of benchmarks)
    if (Math.abs(changePct) >= detectablePct)
      facts.push(fact(changePct > 0 ? "repetitions-faster" : "repetitions-slower", { repM, changePct }));
  return facts;
}

function volumeFacts({ volume, before, runs }: BlockReview): ReportFact[] {
  if (runs === 0) return [fact("no-runs")];
  if (before === null || before.weeklyDistanceM === 0) return [];
  const facts: ReportFact[] = [];
  const ratio = volume.weeklyDistanceM / before.weeklyDistanceM;
  const values = { weeklyDistanceM: volume.weeklyDistanceM, beforeM: before.weeklyDistanceM };
  if (ratio >= 1 + CHANGED) facts.push(fact("volume-grew", values));
  if (ratio <= 1 - CHANGED) facts.push(fact("volume-fell", values));
  if (volume.longestRunM > before.longestRunM * (1 + CHANGED))
    facts.push(fact("longest-run-grew", { longestRunM: volume.longestRunM, beforeM: before.longestRunM }));
  return facts;
}

function planFacts({ plan }: BlockReview): ReportFact[] {
  if (plan === null || plan.planned === 0) return [];
  const { planned, done, changed, missed } = plan;
  const kept = (done + changed) / planned;
  const code = kept >= KEPT ? "plan-kept" : kept >= HALF_KEPT ? "plan-partly-kept" : "plan-not-kept";
  return [fact(code, { planned, done, changed, missed })];
}

function habitFacts(block: BlockReview): ReportFact[] {
  const { volume, weeks, easyShare, byWeek, illDays, runs } = block;
  const facts: ReportFact[] = [];
  if (runs > 0 && weeks >= 4 && volume.weeklyStrengthSessions < FEW_STRENGTH_A_WEEK)
    facts.push(fact("little-strength", { weeklySessions: volume.weeklyStrengthSessions }));
  if (easyShare !== null && easyShare < EASY_SHARE) facts.push(fact("few-easy-sessions", { easyShare }));
  if (runs > 0 && byWeek.length > RHYTHM_WEEKS && !hadLightWeek(block))
    facts.push(fact("no-lighter-week", { weeks }));
  if (illDays > 0) facts.push(fact("ill-days", { illDays }));
  return facts;
}

/** Whether any whole week from the fourth on was clearly lighter than the three before it. */
function hadLightWeek({ byWeek }: BlockReview): boolean {
  return byWeek.some((week, index) => {
    if (index < 3) return false;
    const usual = [1, 2, 3].reduce((sum, back) => sum + (byWeek[index - back]?.doneM ?? 0), 0) / 3;
    return week.doneM <= usual * LIGHTER;
  });
}
