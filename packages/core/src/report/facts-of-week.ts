import type { AthleteWeek } from "./athlete-week.ts";
import { fact, type ReportFact } from "./report-fact.ts";

const GREW = 1.25;
const SHRANK = 0.75;
/** Runs of the week against the longest of the 30 days before. SOURCES.md [frandsen-2025] */
const SPIKE = 1.1;
const SHORT_NIGHT_MEAN_H = 7;
/** A mean of fewer nights is chance. [house] */
const FEWEST_NIGHTS = 4;
const LIGHT_PHASES: readonly string[] = ["peak", "race", "recovery", "free"];

/** What is worth a sentence of a week, in the order in which it matters. */
export function factsOfWeek(week: AthleteWeek): ReportFact[] {
  return [...resultFacts(week), ...volumeFacts(week), ...planFacts(week), ...restFacts(week)];
}

function resultFacts({ results }: AthleteWeek): ReportFact[] {
  return results.map(({ distanceM, timeS, best }) =>
    fact(best ? "best-result" : "result", { distanceM, timeS }),
  );
}

function volumeFacts(week: AthleteWeek): ReportFact[] {
  const { runs, distanceM, usualDistanceM, longestRunM, longestBeforeM } = week;
  if (week.unknownDays === 7) return [fact("week-unknown")];
  if (runs === 0) return [fact("no-runs")];
  const facts: ReportFact[] = [];
  const light = week.cutback || (week.phase !== null && LIGHT_PHASES.includes(week.phase));
  if (distanceM !== null && usualDistanceM) {
    if (distanceM > usualDistanceM * GREW) facts.push(fact("more-than-usual", { distanceM, usualDistanceM }));
    if (distanceM < usualDistanceM * SHRANK)
      facts.push(fact(light ? "lighter-as-meant" : "less-than-usual", { distanceM, usualDistanceM }));
  }
  if (longestRunM !== null && longestBeforeM !== null && longestRunM > longestBeforeM * SPIKE)
    facts.push(fact("longest-run-jumped", { longestRunM, longestBeforeM }));
  return facts;
}

function planFacts({ plan, days }: AthleteWeek): ReportFact[] {
  const { planned, done, changed, missed, open } = plan;
  const facts: ReportFact[] = [];
  if (planned > 0 && missed === 0 && open === 0)
    facts.push(fact(changed === 0 ? "all-planned-done" : "planned-done-or-changed", { planned, changed }));
  if (missed > 0) facts.push(fact("planned-not-done", { missed, planned }));
  const easy = days
    .flatMap((day) => day.entries)
    .filter(({ compliance }) => compliance.reason === "easy-ran-hard");
  if (easy.length > 0) facts.push(fact("easy-ran-hard", { times: easy.length, done }));
  return facts;
}

function restFacts({
  runs,
  restDays,
  unknownDays,
  asOf,
  days,
  sleepHours,
  nightsKnown,
}: AthleteWeek): ReportFact[] {
  const facts: ReportFact[] = [];
  const over = asOf === days.at(-1)?.date;
  if (over && runs > 0 && restDays === 0 && unknownDays === 0) facts.push(fact("no-rest-day"));
  if (sleepHours !== null && nightsKnown >= FEWEST_NIGHTS && sleepHours < SHORT_NIGHT_MEAN_H)
    facts.push(fact("short-nights", { sleepHours, nightsKnown }));
  return facts;
}
