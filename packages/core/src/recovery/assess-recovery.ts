import { dayNumber, type IsoDate } from "@repo/core/calendar";
import { type Estimate, valueOrNull } from "@repo/core/estimate";
import type { ClassifiedActivity } from "@repo/core/intensity";
import type { CheckIn } from "@repo/core/wellness";
import { type DayIndex, indexDays, isHardDay } from "./day-index.ts";
import { healthSignals } from "./health-flags.ts";
import { hrvSignal } from "./heart-rate-variability.ts";
import { type LegsComeBack, legsComeBack } from "./legs-come-back.ts";
import { goodSigns, redFlags } from "./red-flags.ts";
import { restingHrSignal } from "./resting-heart-rate.ts";
import { type SharpOrStale, sharpOrStale } from "./sharp-or-stale.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";
import { sleepSignal } from "./sleep.ts";
import { ALARMING_Z, wellnessSignal } from "./wellness-score.ts";

export type RecoveryState = "ready" | "caution" | "rest" | "unknown";

export type Recovery = {
  readonly state: RecoveryState;
  /** Everything that was looked at: components first, then the articles' flags and good signs. */
  readonly signals: readonly RecoverySignal[];
  /** Components that spoke against, and how many were fresh enough to speak. */
  readonly adverse: readonly string[];
  readonly freshComponents: number;
  readonly board: SharpOrStale;
  readonly legsComeBack: LegsComeBack | null;
};

/** What recovery is read from. Later days than the one asked for are never looked at. */
export type RecoveryInput = {
  readonly checkIns: readonly CheckIn[];
  readonly sessions: readonly ClassifiedActivity[];
};

const FEWEST_FRESH = 2;
/** So many of the articles' flags at once are worth a word of their own. */
const FLAGS_TOGETHER = 2;

/**
 * Prepares check-ins and sessions for asking, of any day, how recovered the athlete is. A day costs the length of its
 * windows, not of the history.
 */
export function prepareRecovery(input: RecoveryInput): (asOf: IsoDate) => Recovery {
  const index = indexDays(input.checkIns, input.sessions);
  return (asOf) => recoveryOf(index, dayNumber(asOf));
}

/**
 * How recovered an athlete is on a day, by open rules and no score: `rest` with a health flag or three adverse
 * components, `caution` with two or with wellness alone far down, `unknown` when fewer than two components are fresh.
 * Components: wellness, HRV, resting heart rate, sleep, two hard days in a row (science.md §5.6). The articles' flags
 * are read from the same mornings, so they are shown beside them and never counted a second time.
 *
 * @see M59, M111, M112, M116–M119; nobody has shown that any readiness score predicts the next day's running
 */
export function assessRecovery(input: RecoveryInput & { asOf: IsoDate }): Recovery {
  return prepareRecovery(input)(input.asOf);
}

function recoveryOf(index: DayIndex, today: number): Recovery {
  const [wellness, hrv, pulse, sleep] = [
    wellnessSignal(index, today),
    hrvSignal(index, today),
    restingHrSignal(index, today),
    sleepSignal(index, today),
  ];
  const health = healthSignals(index, today);
  const flags = redFlags(index, today);
  const legs = legsSignal(index, today);
  const together = flagsTogether(flags);
  const hardDays = hardDaysSignal(index, today);
  const components = [wellness.signal, hrv.signal, pulse.signal, sleep.signal, hardDays];
  const adverse = components.filter((one) => one.state === "adverse").map((one) => one.signal);
  const fresh = [wellness, hrv, pulse, sleep, { fresh: legs.state !== "unknown" }].filter((one) => one.fresh);
  const signals = [...components, together, legs, ...health.signals, ...flags, ...goodSigns(index, today)];
  const state = stateOf({ red: health.red, adverse: adverse.length, fresh: fresh.length, z: wellness.z });
  return {
    state,
    signals,
    adverse,
    freshComponents: fresh.length,
    board: sharpOrStale(signals),
    legsComeBack: valueOrNull<LegsComeBack>(legsComeBack(index, today) as Estimate<LegsComeBack>),
  };
}

type Verdict = { red: boolean; adverse: number; fresh: number; z: number | null };

function stateOf({ red, adverse, fresh, z }: Verdict): RecoveryState {
  if (red) return "rest";
  if (fresh < FEWEST_FRESH) return "unknown";
  if (adverse >= 3) return "rest";
  return adverse >= 2 || (z !== null && z <= ALARMING_Z) ? "caution" : "ready";
}

/** Two hard days in a row, ending today or yesterday. A plain fact of the log, so always known. */
function hardDaysSignal(index: DayIndex, today: number): RecoverySignal {
  const last = isHardDay(index, today) ? today : today - 1;
  let count = 0;
  while (count < 7 && isHardDay(index, last - count)) count += 1;
  return signal("hard-days-in-a-row", count >= 2 ? "adverse" : "neutral", [
    row("hard days in a row", count, null, 2),
  ]);
}

function flagsTogether(flags: readonly RecoverySignal[]): RecoverySignal {
  const raised = flags.filter((flag) => flag.state === "adverse");
  const asked = flags.filter((flag) => flag.state !== "unknown");
  if (asked.length === 0) return signal("under-recovery-flags", "unknown");
  const evidence = [row("flags of too little recovery", raised.length, `of ${asked.length}`, FLAGS_TOGETHER)];
  return signal("under-recovery-flags", raised.length >= FLAGS_TOGETHER ? "adverse" : "neutral", evidence);
}

/** How the legs feel today or felt yesterday; part of the board, not of the count. */
function legsSignal(index: DayIndex, today: number): RecoverySignal {
  const legs = index.checkIns.get(today)?.legs ?? index.checkIns.get(today - 1)?.legs;
  if (!legs) return signal("legs", "unknown");
  const state = legs === "dead" ? "adverse" : legs === "good" || legs === "bouncy" ? "good" : "neutral";
  return signal("legs", state, [row("legs", legs)]);
}
