import { valueOrNull } from "@repo/core/estimate";
import type { RaceWeekSheet } from "./race-week-sheet.ts";
import { fact, type ReportFact, rounded } from "./report-fact.ts";

/** Days without anything hard before a goal race that are enough. [house] */
const FRESH_DAYS = 3;

/** What is worth a sentence of a race week, what may change the day first. */
export function factsOfRaceWeek(sheet: RaceWeekSheet): ReportFact[] {
  return [...healthFacts(sheet), ...goalFacts(sheet), ...taperFacts(sheet), ...dayFacts(sheet)];
}

function healthFacts({ recovery }: RaceWeekSheet): ReportFact[] {
  if (recovery.state === "rest") return [fact("recovery-rest")];
  return recovery.state === "caution"
    ? [fact("recovery-caution", { adverse: recovery.adverse.join(" ") })]
    : [];
}

function goalFacts({ race, goal, plan, prediction }: RaceWeekSheet): ReportFact[] {
  const known = valueOrNull(prediction);
  if (!known) return [fact("no-prediction")];
  const facts: ReportFact[] = [];
  if (race.goalTimeS && goal?.fantasy)
    facts.push(fact("goal-out-of-reach", { goalTimeS: race.goalTimeS, fastS: rounded(known.fastS, 0) }));
  else if (race.goalTimeS && plan?.basis === "goal")
    facts.push(fact("goal-within-reach", { goalTimeS: race.goalTimeS, likelyS: rounded(known.likelyS, 0) }));
  else if (race.goalTimeS && race.goalTimeS > known.slowS)
    facts.push(fact("goal-modest", { goalTimeS: race.goalTimeS, likelyS: rounded(known.likelyS, 0) }));
  else if (race.goalTimeS)
    facts.push(fact("goal-ambitious", { goalTimeS: race.goalTimeS, fastS: rounded(known.fastS, 0) }));
  if (known.reasons.length > 0) facts.push(fact("prediction-wide", { reasons: known.reasons.join(" ") }));
  return facts;
}

function taperFacts({ taper }: RaceWeekSheet): ReportFact[] {
  if (taper.state === "unknown" || taper.cutPct === null) return [];
  const code = (
    {
      "in-band": "taper-in-band",
      "too-much": "taper-too-little",
      "very-light": "taper-very-light",
    } as const
  )[taper.state];
  return [fact(code, { cutPct: taper.cutPct, lastWeekKm: taper.lastWeekKm })];
}

function dayFacts({
  lastHardSession,
  daysToRace,
  conditions,
  background,
  race,
}: RaceWeekSheet): ReportFact[] {
  const facts: ReportFact[] = [];
  if (lastHardSession && lastHardSession.daysAgo + daysToRace < FRESH_DAYS)
    facts.push(fact("hard-session-close", { days: lastHardSession.daysAgo + daysToRace }));
  if (
    background.longestRunM !== null &&
    race.distanceM <= 45_000 &&
    background.longestRunM < race.distanceM * 0.55
  )
    facts.push(fact("longest-run-short", { longestRunM: background.longestRunM, distanceM: race.distanceM }));
  for (const { reason, highPct } of conditions?.slowing ?? [])
    facts.push(fact(`slower-for-${reason}`, { upToPct: rounded(highPct, 1) }));
  return facts;
}
