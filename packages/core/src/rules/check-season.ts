import { dayNumber, type IsoDate } from "@repo/core/calendar";
import type { Pacing } from "@repo/core/paces";
import type { Finding, Season } from "@repo/core/season";
import type { Rule } from "./rule.ts";
import { type RuleContext, ruleContext } from "./rule-context.ts";
import { RULES } from "./rules.ts";

/** A coach's decision to let a finding stand: for a rule, on one of its dates or everywhere. The reason is kept. */
export type Waiver = { rule: string; date?: IsoDate | null; reason: string };

export type CheckOptions = {
  /** Limits of one's own, by rule and name. */
  limits?: RuleContext["limits"];
  waivers?: readonly Waiver[];
  /** Findings that lie wholly before this day are left out: history is not planned any more. */
  today?: IsoDate;
  /** Days on which nothing should be planned, beside those of the request: travel, illness, injury. */
  blackout?: readonly IsoDate[];
  /** Minutes that weekdays have, in place of those of the request. */
  minutes?: RuleContext["minutes"];
  /** Peaks of the athlete's other seasons: they count in the same year. */
  otherPeaks?: RuleContext["otherPeaks"];
  /** What goals and targets are judged by; by default the request's recent result. */
  pacing?: Pacing | null;
};

const ORDER = new Map(RULES.map((rule, at) => [rule.id, at]));

function compare(a: Finding, b: Finding): number {
  const [dateA, dateB] = [a.dates[0] ?? "", b.dates[0] ?? ""];
  if (dateA !== dateB) return dateA < dateB ? -1 : 1;
  const order = (ORDER.get(a.rule) ?? 99) - (ORDER.get(b.rule) ?? 99);
  if (order !== 0) return order;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

/** A waived finding stays in the list, as information and with the reason. */
function waive(finding: Finding, waivers: readonly Waiver[]): Finding {
  const rule = RULES.find((each) => each.id === finding.rule);
  if (!rule?.waivable) return finding;
  const waiver = waivers.find(
    (each) => each.rule === finding.rule && (each.date == null || finding.dates.includes(each.date)),
  );
  return waiver ? { ...finding, severity: "info", waived: { reason: waiver.reason } } : finding;
}

function finish(findings: Finding[], options: CheckOptions): Finding[] {
  const { waivers, today } = options;
  let kept = findings;
  if (today) kept = kept.filter((finding) => finding.dates.some((date) => date >= today));
  if (waivers && waivers.length > 0) kept = kept.map((finding) => waive(finding, waivers));
  return kept.sort(compare);
}

/**
 * Checks a season by every rule: ours or somebody else's. Never throws on a season of the schema's shape; what a season
 * does not say is not judged, or said to be unknown. Findings come by date, then in the order of {@link RULES}.
 */
export function checkSeason(season: Season, options: CheckOptions = {}): Finding[] {
  const context = ruleContext(season, options);
  const last = context.weekCount - 1;
  const findings: Finding[] = [];
  for (const rule of RULES) for (const finding of rule.check(context, 0, last)) findings.push(finding);
  return finish(findings, options);
}

/** A finding of before, with the week it belongs to. */
type Known = { finding: Finding; week: number };
const NONE_KNOWN: readonly Known[] = [];

/** Weeks in which a rule's findings may have changed, merged into ranges; `days` in order. */
function affected(
  rule: Rule,
  context: RuleContext,
  days: readonly number[],
  previous: readonly Known[],
): [number, number][] {
  if (rule.reach === "season") return [[0, context.weekCount - 1]];
  const weeks: [number, number][] = [];
  if (rule.reach === "phases") return weeks;
  const { reach, fixReach } = rule;
  for (const day of days) weeks.push(weeksAround(context, day, reach));
  if (fixReach && previous.length > 0) {
    // Findings further off stay what they are, but the change may have touched what their fixes look at.
    for (const { week } of previous) {
      const touched = days.some((day) => {
        const [from, to] = weeksAround(context, day, fixReach);
        return week >= from && week <= to;
      });
      if (touched) weeks.push([week, week]);
    }
    weeks.sort((a, b) => a[0] - b[0]);
  }
  return merged(weeks);
}

function merged(weeks: readonly [number, number][]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const range of weeks) {
    if (range[0] > range[1]) continue;
    const open = ranges.at(-1);
    if (open && range[0] <= open[1] + 1) open[1] = Math.max(open[1], range[1]);
    else ranges.push(range);
  }
  return ranges;
}

/** The first and the last week that lie within a reach of a day; none where the first is after the last. */
function weeksAround(
  context: RuleContext,
  day: number,
  reach: { back: number; forward: number },
): [number, number] {
  return [
    Math.max(0, Math.floor((day - reach.back - context.firstMonday) / 7)),
    Math.min(context.weekCount - 1, Math.floor((day + reach.forward - context.firstMonday) / 7)),
  ];
}

/** The week a finding belongs to by its first date; dates outside the season belong to its first or last week. */
function weekOf(context: RuleContext, finding: Finding): number {
  const day = dayNumber(finding.dates[0] ?? context.dateOf(context.firstMonday));
  return Math.max(0, Math.min(context.weekCount - 1, Math.floor((day - context.firstMonday) / 7)));
}

/**
 * Checks again after an edit: looks only where the changed days can reach. Equal to {@link checkSeason} on the changed
 * season, as long as only workouts on `changedDates` changed (both days of a move).
 *
 * @param previous what the check with the same options found before the edit
 */
export function recheck(
  season: Season,
  previous: readonly Finding[],
  changedDates: readonly IsoDate[],
  options: CheckOptions = {},
): Finding[] {
  const context = ruleContext(season, options);
  const days = changedDates.map(dayNumber).sort((a, b) => a - b);
  const findings: Finding[] = [];
  const byRule = new Map<string, Known[]>();
  for (const finding of previous) {
    const known = byRule.get(finding.rule);
    const entry = { finding, week: weekOf(context, finding) };
    if (known) known.push(entry);
    else byRule.set(finding.rule, [entry]);
  }
  for (const rule of RULES) {
    const known = rule.reach === "season" ? NONE_KNOWN : (byRule.get(rule.id) ?? NONE_KNOWN);
    const ranges = affected(rule, context, days, known);
    for (const { finding, week } of known) {
      if (!ranges.some(([from, to]) => week >= from && week <= to)) findings.push(finding);
    }
    for (const [from, to] of ranges)
      for (const finding of rule.check(context, from, to)) findings.push(finding);
  }
  return finish(findings, options);
}
