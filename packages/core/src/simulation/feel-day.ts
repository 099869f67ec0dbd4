import type { IsoDate } from "@repo/core/calendar";
import type { CheckIn } from "@repo/core/wellness";
import { fatigueOf, type Truth } from "./advance-truth.ts";
import type { Runner } from "./draw-runner.ts";
import type { Habits } from "./habits.ts";
import type { Prng } from "./prng.ts";

/** A simulated morning: how the runner slept and feels, in the scales of the history file. */
export function feelDay(
  date: IsoDate,
  runner: Runner,
  inner: { truth: Truth; habits: Habits },
  random: Prng,
): CheckIn {
  const { truth, habits } = inner;
  const tired = 1.6 * truth.strain + 0.9 * Math.max(0, fatigueOf(truth)) + 0.8 * habits.underFuelled;
  const sleepHours = runner.sleepHours - habits.sleepDebtHours - 0.4 * truth.strain + random.normal(0, 0.6);
  const checkIn: CheckIn = {
    date,
    sleepHours: Math.round(Math.max(3.5, sleepHours) * 4) / 4,
    sleepQuality: step(4 - 0.9 * truth.strain - 0.5 * habits.sleepDebtHours + random.normal(0, 0.6)),
    fatigue: step(2 + tired + random.normal(0, 0.6)),
    soreness: step(2 + 0.8 * tired + random.normal(0, 0.6)),
    stress: step(1.9 + habits.stress + 0.3 * truth.strain + random.normal(0, 0.6)),
    mood: step(
      4 - 0.9 * truth.strain - 0.4 * habits.stress - 0.5 * habits.underFuelled + random.normal(0, 0.5),
    ),
    legs: legsOf(tired + random.normal(0, 0.6)),
  };
  if (runner.recording.restingHr) {
    const raised = 4.5 * truth.strain + 1.2 * Math.max(0, fatigueOf(truth)) + 0.8 * habits.stress;
    checkIn.restingHr = Math.round(runner.restingHr + raised + random.normal(0, 1.8));
  }
  if (runner.recording.hrv) {
    const ln = runner.lnRmssd - 0.17 * truth.strain - 0.03 * habits.stress + random.normal(0, 0.13);
    checkIn.hrvRmssd = Math.round(Math.exp(ln) * 10) / 10;
  }
  return checkIn;
}

function step(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}

function legsOf(tired: number): "dead" | "heavy" | "ok" | "good" | "bouncy" {
  if (tired > 2.2) return "dead";
  if (tired > 1.2) return "heavy";
  if (tired > 0.3) return "ok";
  return tired > -0.6 ? "good" : "bouncy";
}
