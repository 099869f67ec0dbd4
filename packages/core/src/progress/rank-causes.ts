import type { IsoDate } from "@repo/core/calendar";
import type { Evidence, Fix } from "@repo/core/season";
import { conditions } from "./cause-conditions.ts";
import { fantasyPace } from "./cause-fantasy-pace.ts";
import { lifeStress } from "./cause-life-stress.ts";
import { lowMileage } from "./cause-low-mileage.ts";
import { newStimulusNeeded } from "./cause-new-stimulus.ts";
import { noCutback } from "./cause-no-cutback.ts";
import { noLongRun } from "./cause-no-long-run.ts";
import { noRecoveryPhase } from "./cause-no-recovery-phase.ts";
import { noSpeedWork } from "./cause-no-speed-work.ts";
import { noStrength } from "./cause-no-strength.ts";
import { overcooked } from "./cause-overcooked.ts";
import { pacing } from "./cause-pacing.ts";
import { perpetualMedium } from "./cause-perpetual-medium.ts";
import { sameWorkout } from "./cause-same-workout.ts";
import { underFuelled } from "./cause-under-fuelled.ts";
import {
  CAUSE_DAYS,
  type CauseReading,
  type CauseRule,
  type CauseWindow,
  causeWindow,
  row,
} from "./cause-window.ts";
import { wrongOrder } from "./cause-wrong-order.ts";
import type { Onset } from "./estimate-onset.ts";
import { proposeFix } from "./propose-fix.ts";
import type { PlateauCause } from "./schema.ts";
import { dateOf, type TrainingLog } from "./training-log.ts";

/** Every cause that is looked for; a new one is one file and one line here. */
export const CAUSE_RULES: readonly CauseRule[] = [
  overcooked,
  sameWorkout,
  lowMileage,
  noLongRun,
  noStrength,
  noSpeedWork,
  perpetualMedium,
  fantasyPace,
  noCutback,
  noRecoveryPhase,
  lifeStress,
  underFuelled,
  pacing,
  wrongOrder,
  conditions,
  newStimulusNeeded,
];

export type RankedCause = {
  cause: PlateauCause;
  /** 0 to 1: how clearly it shows now, less how far it showed while things still went well. */
  strength: number;
  /** The same of the eight weeks alone: what is only seen in the last four is not yet clear. */
  lastingStrength: number;
  evidence: Evidence[];
  remedy: { code: string; text: string; fix: Fix; retestOn: IsoDate };
  source: readonly string[];
};

/** Below this a cause is not named. */
const FAINT = 0.2;
const MOST = 5;
/** What was there while the athlete still improved explains a plateau less. */
const ALREADY_THERE = 0.7;
/** Without earlier weeks to compare with, half of that doubt remains. */
const NO_EARLIER = 0.3;
const EARLIER_DAYS_AGO = 112;
const MIN_EARLIER_RUNS = 8;
/** A cause that set in some weeks ago fills the last four and not yet the last eight; it then counts a little less. */
const LATELY_DAYS = 28;
const LATELY_SHARE = 0.9;
const ROSE_PCT = 1.5;

/**
 * The causes that show in the eight weeks up to a day, strongest first, each with its rows for and against. A cause
 * that already showed before performance stood still (before the onset) counts less. Pure evidence: it does not ask
 * whether there is a plateau.
 */
export function rankCauses(log: TrainingLog, asOf: number, onset: Onset | null): RankedCause[] {
  const onsetDay = onset?.day ?? null;
  const now = causeWindow(log, asOf - CAUSE_DAYS + 1, asOf, onsetDay);
  const lately = causeWindow(log, asOf - LATELY_DAYS + 1, asOf, onsetDay);
  const until = Math.min(asOf - EARLIER_DAYS_AGO, onset === null ? asOf : onset.day - 28);
  const earlier = causeWindow(log, until - CAUSE_DAYS + 1, until);
  // Only what was there while the athlete still got better can be told apart from what stopped it.
  const improved = onset === null || onset.rosePct >= ROSE_PCT;
  const comparable = improved && earlier.runs.length >= MIN_EARLIER_RUNS;
  const ranked = CAUSE_RULES.flatMap((rule) => {
    const [lasting, recent] = [rule.read(now), rule.read(lately)];
    const reading = stronger(lasting, recent);
    if (!reading || reading.strength < FAINT) return [];
    const before = comparable ? Math.min(1, strengthIn(earlier, rule) / reading.strength) : NO_EARLIER;
    const doubt = rule.cumulative ? 0 : ALREADY_THERE * before;
    const strength = reading.strength * (1 - doubt);
    const lastingStrength = Math.min(strength, (lasting?.strength ?? 0) * (1 - doubt));
    const evidence = comparable
      ? [...reading.evidence, row("already so before progress stopped", before >= 0.5 ? "yes" : "no", null)]
      : reading.evidence;
    const retestOn = dateOf(asOf + 7 * rule.remedy.weeks);
    const { code, text } = rule.remedy;
    const remedy = { code, text, fix: proposeFix(log, code, asOf), retestOn };
    return [{ cause: rule.cause, strength, lastingStrength, evidence, remedy, source: rule.source }];
  });
  return ranked
    .filter((each) => each.strength >= FAINT)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST);
}

/** What showed before an onset is asked again every day after it. */
const EARLIER = new WeakMap<CauseWindow, Map<CauseRule, number>>();

function strengthIn(window: CauseWindow, rule: CauseRule): number {
  const known = EARLIER.get(window) ?? new Map<CauseRule, number>();
  EARLIER.set(window, known);
  const strength = known.get(rule) ?? rule.read(window)?.strength ?? 0;
  known.set(rule, strength);
  return strength;
}

function stronger(lasting: CauseReading | null, recent: CauseReading | null): CauseReading | null {
  if (!recent || recent.strength * LATELY_SHARE <= (lasting?.strength ?? 0)) return lasting;
  return { ...recent, strength: recent.strength * LATELY_SHARE };
}
