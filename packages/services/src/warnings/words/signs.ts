import type { Evidence } from "@repo/core/season";
import { figure } from "./read-evidence.ts";

/** A sign of strain as a clause, by the label of its row of evidence. */
const CLAUSES: Readonly<Record<string, (value: number) => string>> = {
  "resting heart rate above usual": (bpm) => `resting heart rate is ${figure(bpm, 0)} bpm above usual`,
  "HRV against the usual band": (sd) => `HRV is ${sd < 0 ? "below" : "above"} its usual band`,
  "sleep, 7-day mean": (hours) => `sleep is down to ${figure(hours)} h a night`,
  "days of clearly worse mornings, 2 weeks": (share) =>
    `${figure(share, 0)} % of mornings feel clearly worse`,
  "days of heavy or dead legs, 10 days": (share) => `legs are heavy on ${figure(share, 0)} % of days`,
  "effort of easy runs above usual": (points) => `easy runs feel ${figure(points)} points harder`,
  "slower at the same heart rate, 2 weeks": (share) =>
    `pace at the same heart rate is ${figure(share)} % slower`,
  "results slower than in the months before": (share) => `results are ${figure(share)} % slower`,
  "mornings of a week worse than usual": () => "this week's mornings feel clearly worse",
  "training of 3 weeks against what was usual": (ratio) =>
    `three weeks of training were ${figure(ratio, 2)} times the usual`,
  "training of 2 weeks against what was usual": (ratio) =>
    `two weeks of training were ${figure(ratio, 2)} times the usual`,
  "rest days in 2 weeks": (days) =>
    days === 0
      ? "there was no rest day in two weeks"
      : `only ${figure(days, 0)} of 14 days ${days === 1 ? "was" : "were"} without training`,
  form: (au) => `form is at ${figure(au, 0)}`,
};

/** What the rows say, each as a clause; rows without words are left to the list of evidence. */
export function signsOf(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(({ label, value }) => {
    const clause = CLAUSES[label];
    return clause && typeof value === "number" ? [clause(value)] : [];
  });
}
