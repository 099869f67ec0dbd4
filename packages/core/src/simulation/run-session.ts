import type { Activity, Lap } from "@repo/core/activities";
import type { IsoDate } from "@repo/core/calendar";
import { speedAtFraction, vo2AtSpeed } from "@repo/core/paces";
import { fatigueOf, scoreToday, type Truth } from "./advance-truth.ts";
import type { SimulatedSession } from "./choose-sessions.ts";
import type { Runner } from "./draw-runner.ts";
import type { Habits } from "./habits.ts";
import type { Prng } from "./prng.ts";

export type Day = { date: IsoDate; truth: Truth; habits: Habits; temperatureC: number; random: Prng };

/** What a simulated session leaves in the history, with its true load in au (100 = an hour at threshold). */
export function runSession(
  session: SimulatedSession,
  runner: Runner,
  day: Day,
): { activity: Activity; load: number } {
  if (session.kind === "strength") return strengthSession(session, runner, day);
  return session.kind === "quality" ? qualityRun(session, runner, day) : steadyRun(session, runner, day);
}

function strengthSession(session: SimulatedSession, runner: Runner, day: Day) {
  const durationS = day.random.integer(25, 50) * 60;
  const activity = record(
    { sport: "strength", title: session.title, durationS, rpe: 5 },
    session,
    runner,
    day,
  );
  return { activity, load: durationS / 120 };
}

function steadyRun(session: SimulatedSession, runner: Runner, day: Day) {
  const drift = session.kind === "easy" || session.kind === "long" ? day.habits.easyDrift : 0;
  const score = scoreToday(day.truth);
  const fraction = runner.easyFraction + drift + day.random.normal(0, 0.02);
  const distanceM = Math.round(session.km * 1000 * day.random.between(0.93, 1.07));
  const speedMps = speedAtFraction(score, fraction);
  const durationS = Math.round(distanceM / speedMps);
  const effort = fractionOf(speedMps, score);
  const rpe = 3 + (session.kind === "long" ? 1 : 0) + drift * 14 + strainRpe(day) + day.random.normal(0, 0.6);
  const avgHr = heartRate(effort, runner, day);
  const summary = { sport: "run" as const, title: session.title, durationS, distanceM, rpe, avgHr };
  return { activity: record(summary, session, runner, day), load: (durationS / 36) * (effort / 0.88) ** 2 };
}

function qualityRun(session: SimulatedSession, runner: Runner, day: Day) {
  const score = scoreToday(day.truth);
  const reps = workReps(session, score, day);
  const restS = session.repS && session.repS >= 1200 ? 0 : 90;
  const easyMps = speedAtFraction(score, 0.64);
  const laps: Lap[] = [lap("warmup", 720, easyMps)];
  reps.forEach((rep, index) => {
    laps.push({ kind: "work", ...rep, avgHr: null });
    if (restS > 0 && index < reps.length - 1) laps.push(lap("rest", restS, easyMps * 0.85));
  });
  laps.push(lap("cooldown", 480, easyMps));
  const distanceM = Math.round(laps.reduce((sum, each) => sum + (each.distanceM ?? 0), 0));
  const durationS = Math.round(laps.reduce((sum, each) => sum + (each.durationS ?? 0), 0));
  const workS = reps.reduce((sum, rep) => sum + rep.durationS, 0);
  const tooFast = day.habits.quality === "too-fast" ? 1.3 : 0;
  const spoiled = day.habits.quality === "spoiled" && session.weekday === 0 ? 1 : 0;
  const rpe = 7.2 + tooFast + spoiled + strainRpe(day) + day.random.normal(0, 0.5);
  const avgHr = heartRate(0.72 + 0.16 * Math.min(1, (workS + 120) / durationS), runner, day);
  const summary = { sport: "run" as const, title: session.title, durationS, distanceM, rpe, avgHr, laps };
  return {
    activity: record(summary, session, runner, day),
    load: (workS / 36) * 1.15 + (durationS - workS) / 68,
  };
}

function lap(kind: "warmup" | "rest" | "cooldown", durationS: number, speedMps: number): Lap {
  return { kind, durationS, distanceM: Math.round(durationS * speedMps) };
}

/** How the repetitions went: even, or as the habits spoil them. */
function workReps(
  session: SimulatedSession,
  score: number,
  day: Day,
): { durationS: number; distanceM: number }[] {
  const { quality } = day.habits;
  const asked = speedAtFraction(score, session.fraction) * (1 + day.random.normal(0, 0.01));
  const spoiled = quality === "spoiled" && session.weekday === 0 ? 0.965 : 1;
  const done = quality === "too-fast" ? Math.max(3, session.reps - day.random.integer(1, 3)) : session.reps;
  return Array.from({ length: done }, (_, index) => {
    const through = done > 1 ? index / (done - 1) : 0;
    let factor = spoiled * (1 + day.random.normal(0, 0.008));
    if (quality === "hot-start") factor *= 1.04 - 0.075 * through;
    if (quality === "too-fast") factor *= 1.045 - 0.035 * through;
    const speedMps = asked * factor;
    const distanceM = session.repM ?? Math.round((session.repS ?? 60) * speedMps);
    return {
      distanceM,
      durationS: Math.round((session.repM ? session.repM / speedMps : (session.repS ?? 60)) * 10) / 10,
    };
  });
}

function fractionOf(speedMps: number, score: number): number {
  return vo2AtSpeed(speedMps) / score;
}

/** Heart rate: the reserve fraction follows the oxygen fraction; heat, strain and the day add to it. */
function heartRate(effort: number, runner: Runner, day: Day): number {
  const heat = 0.3 * Math.max(0, day.temperatureC - 15);
  const strain = 3 * day.truth.strain + 2 * Math.max(0, fatigueOf(day.truth));
  const bpm = runner.restingHr + effort * (runner.maxHr - runner.restingHr) + heat + strain;
  return Math.round(Math.min(runner.maxHr - 2, bpm + day.random.normal(0, runner.hrNoiseBpm)));
}

function strainRpe(day: Day): number {
  return 1.4 * day.truth.strain + 0.8 * Math.max(0, fatigueOf(day.truth)) + 0.5 * day.habits.underFuelled;
}

type Summary = {
  sport: Activity["sport"];
  title: string;
  durationS: number;
  distanceM?: number;
  rpe: number;
  avgHr?: number;
  laps?: Lap[];
};

/** Keeps of a session what this runner records. */
function record(summary: Summary, session: SimulatedSession, runner: Runner, day: Day): Activity {
  const { recording } = runner;
  const { random } = day;
  const generic = recording.titles === "generic" && session.kind !== "strength";
  const activity: Activity = {
    id: `${day.date}-${session.kind}-${session.weekday}`,
    date: day.date,
    sport: summary.sport,
    title: generic ? "Morning run" : summary.title,
    durationS: summary.durationS,
  };
  if (summary.distanceM !== undefined) activity.distanceM = summary.distanceM;
  if (summary.avgHr !== undefined && random.chance(recording.hr)) activity.avgHr = summary.avgHr;
  if (random.chance(recording.rpe)) activity.rpe = Math.min(10, Math.max(1, Math.round(summary.rpe)));
  if (summary.laps && random.chance(recording.laps))
    activity.laps = keptLaps(summary.laps, recording.lapKinds);
  const note = noteOf(summary.rpe, day);
  if (note) activity.notes = note;
  return activity;
}

function keptLaps(laps: readonly Lap[], kinds: boolean): Lap[] {
  return laps.map(({ kind, ...measures }) => ({ kind: kinds ? kind : null, ...measures }));
}

function noteOf(rpe: number, day: Day): string | null {
  if (day.habits.underFuelled > 0 && day.random.chance(0.12)) return "Bonked, had skipped lunch.";
  if (rpe > 8 && day.truth.strain > 0.6 && day.random.chance(0.1)) return "Legs had nothing today.";
  return null;
}
