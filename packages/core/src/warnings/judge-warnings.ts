import type { IsoDate } from "@repo/core/calendar";
import { dateOf, proposeFix } from "@repo/core/progress";
import type { Warning } from "./schema.ts";
import { hrvOutOfBand } from "./warn-hrv-out-of-band.ts";
import { illness } from "./warn-illness.ts";
import { lifeStress } from "./warn-life-stress.ts";
import { missedWorkouts } from "./warn-missed-workouts.ts";
import { monotony } from "./warn-monotony.ts";
import { noCutback } from "./warn-no-cutback.ts";
import { noData } from "./warn-no-data.ts";
import { overcooked } from "./warn-overcooked.ts";
import { pain } from "./warn-pain.ts";
import { perpetualMedium } from "./warn-perpetual-medium.ts";
import { plateau } from "./warn-plateau.ts";
import { raceUnprepared } from "./warn-race-unprepared.ts";
import { restingHrHigh } from "./warn-resting-hr-high.ts";
import { sessionSpike } from "./warn-session-spike.ts";
import { shortSleep } from "./warn-short-sleep.ts";
import { sprintNotFresh } from "./warn-sprint-not-fresh.ts";
import { stale } from "./warn-stale.ts";
import { underRecovery } from "./warn-under-recovery.ts";
import type { WarningContext, WarningReading, WarningRule } from "./warning-context.ts";

/** Every kind of warning that is judged; a new one is one file and one line here. */
export const WARNING_RULES: readonly WarningRule[] = [
  illness,
  pain,
  overcooked,
  underRecovery,
  sessionSpike,
  noData,
  plateau,
  missedWorkouts,
  raceUnprepared,
  sprintNotFresh,
  perpetualMedium,
  lifeStress,
  stale,
  noCutback,
  restingHrHigh,
  hrvOutOfBand,
  shortSleep,
  monotony,
];

const RANK = { error: 0, warn: 1, info: 2 } as const;

/**
 * What holds on a day, most urgent first, each with evidence, remedy and source. `since` is the day itself: how long
 * it has held is known by {@link mergeWarnings}, which lives from night to night. Kinds that another one covers stay
 * silent: the same trouble is told once.
 */
export function judgeWarnings(context: WarningContext): Warning[] {
  const held = WARNING_RULES.flatMap((rule) => {
    const reading = rule.judge(context);
    return reading ? [{ rule, warning: warningOf(rule, reading, context) }] : [];
  });
  const covered = new Set(held.flatMap(({ rule }) => rule.covers ?? []));
  return held
    .map(({ warning }) => warning)
    .filter((warning) => !covered.has(warning.kind))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/**
 * Of what is open, the kinds that another open one tells with its own: while that one holds they are not judged any
 * more, and what they said when they last held is out of date.
 *
 * @param open open warnings with the day each held last
 */
export function kindsToldByOthers(
  open: readonly { kind: string; lastHeldOn: IsoDate }[],
): ReadonlySet<string> {
  return new Set(
    open.flatMap(({ kind, lastHeldOn }) => {
      const covers: readonly string[] = WARNING_RULES.find((rule) => rule.kind === kind)?.covers ?? [];
      return open
        .filter((other) => covers.includes(other.kind) && other.lastHeldOn < lastHeldOn)
        .map((other) => other.kind);
    }),
  );
}

function warningOf(rule: WarningRule, reading: WarningReading, { log, day }: WarningContext): Warning {
  const { remedy } = reading;
  return {
    kind: rule.kind,
    severity: reading.severity,
    since: dateOf(day),
    title: reading.title,
    ...(reading.cause ? { cause: reading.cause } : {}),
    evidence: reading.evidence,
    remedy: remedy && {
      code: remedy.code,
      text: remedy.text,
      fix: proposeFix(log, remedy.code, day),
      retestOn: remedy.retestDays === undefined ? null : dateOf(day + remedy.retestDays),
    },
    source: [...rule.source],
  };
}
