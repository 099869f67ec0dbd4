import type { Level } from "@repo/core/athlete";
import { eventOf, eventShape } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { SeasonRequest } from "./schema.ts";
import { PLANNER } from "./season-limits.ts";

/** Where the weekly volume stands; kilometres. */
export type Volume = {
  /** What an ordinary week holds now. */
  refKm: number;
  /** What a week after a long break starts again from. */
  restartKm: number;
  /** What it may grow to. */
  peakKm: number;
  /** Done in the last weeks, oldest first; starts with what the athlete runs now. */
  recentKm: number[];
  /** Mean of the three weeks before the taper; null outside it. */
  taperFromKm: number | null;
  sinceRelief: boolean;
};

/** A first week for somebody who does not run yet: our own numbers. */
const FIRST_WEEK_KM: Readonly<Record<Level, number>> = { beginner: 8, intermediate: 12, advanced: 16 };
/** How far a season may lift the volume where no peak is asked for: our own numbers. */
const DEFAULT_LIFT: Readonly<Record<Level, number>> = { beginner: 1.4, intermediate: 1.4, advanced: 1.35 };
/** Two weeks of growth stay below 30 % (nielsen-2014): 1.14² = 1.2996. */
const MOST_A_WEEK = 1.14;
const RECENT_WEEKS = 4;
/** What was usual before a break is read from as many weeks. */
const USUAL_WEEKS = 16;
/** After weeks without running training starts again with half of what it was. */
const RESTART_SHARE = 0.5;

/** At most this many times the running of today, however much the event would like. */
const MOST_LIFT = 2.5;
/** A weekly step that is small for anybody: short weeks may grow by it whatever the percentage. */
const SMALL_STEP_KM = 1;

/** The volume worth growing to where none is asked for: by today's running, lifted toward what the goal races want. */
function defaultPeakKm(request: SeasonRequest, refKm: number): number {
  const goals = request.races.filter((race) => race.priority === "A");
  const wanted = (goals.length > 0 ? goals : request.races).map(
    (race) => eventShape(eventOf(race.distanceM)).usualPeakKm[request.level],
  );
  const most = refKm * MOST_LIFT;
  return Math.max(refKm * DEFAULT_LIFT[request.level], Math.min(most, Math.max(0, ...wanted)));
}

/** The volume a season starts from. */
export function startVolume(request: SeasonRequest): Volume {
  const current = request.currentWeeklyKm;
  const refKm = current > 0 ? current : FIRST_WEEK_KM[request.level];
  const peakKm = request.peakWeeklyKm || defaultPeakKm(request, refKm);
  const recentKm = current > 0 ? [current, current, current] : [];
  const startKm = Math.min(refKm, peakKm);
  return {
    refKm: startKm,
    restartKm: startKm * RESTART_SHARE,
    peakKm,
    recentKm,
    taperFromKm: null,
    sinceRelief: true,
  };
}

function mostSoFar(volume: Volume): number {
  const recent = volume.recentKm.slice(-RECENT_WEEKS);
  const most = Math.max(0, ...recent);
  // After a break the few kilometres of its last days say nothing of what a week may hold; half of what was usual does.
  const afterBreak = recent.filter((km) => km === 0).length >= 2 && most < volume.refKm;
  const base = afterBreak
    ? Math.max(most, RESTART_SHARE * Math.max(0, ...volume.recentKm.slice(-USUAL_WEEKS)))
    : most;
  return base > 0 ? Math.max(base * MOST_A_WEEK, base + SMALL_STEP_KM) : Number.POSITIVE_INFINITY;
}

function taperTarget(frame: WeekFrame, volume: Volume): number {
  const last = volume.recentKm.slice(-3);
  if (frame.at === 0 || volume.taperFromKm === null) {
    volume.taperFromKm =
      last.length > 0 ? last.reduce((sum, each) => sum + each, 0) / last.length : volume.refKm;
  }
  const step = PLANNER.taperStep[Math.min(3, frame.of) as 1 | 2 | 3];
  const share = step ** (frame.at + 1);
  return volume.taperFromKm * (frame.weeksToGoal === 0 ? Math.min(share, PLANNER.raceWeek) : share);
}

function trainingTarget(frame: WeekFrame, volume: Volume, level: Level): number {
  if (frame.phase === "free") return volume.refKm * 0.8;
  if (frame.cutback) return volume.refKm * PLANNER.cutback;
  if (frame.phase === "speed") return volume.refKm * PLANNER.speedVolume;
  if (!volume.sinceRelief) {
    const grown = Math.max(volume.refKm * PLANNER.growth[level], volume.refKm + SMALL_STEP_KM);
    volume.refKm = Math.max(volume.refKm, Math.min(volume.peakKm, grown));
  }
  return volume.refKm;
}

/**
 * The running a week aims at, in kilometres without its goal race. Grows by a few percent a week up to the wished peak,
 * dips in cutbacks (M79), falls a little in the speed phase, tapers by the same share each week to 41–60 % less in
 * race week (M128, bosquet-2007), and starts over lower after recovery. Moves the reference in `volume` along.
 */
export function weekTarget(frame: WeekFrame, volume: Volume, level: Level): number {
  if (frame.phase === "peak") return taperTarget(frame, volume);
  if (frame.phase === "race") return (volume.taperFromKm ?? volume.refKm) * 0.5;
  if (frame.phase === "recovery") {
    if (frame.at === 0) volume.refKm *= PLANNER.afterRecovery;
    const share = PLANNER.recoveryVolume[Math.min(2, frame.at)] ?? 0.5;
    return (volume.refKm / PLANNER.afterRecovery) * share;
  }
  volume.taperFromKm = null;
  const most = mostSoFar(volume);
  const target = Math.min(trainingTarget(frame, volume, level), most);
  if (volume.refKm > most) volume.refKm = most;
  return target;
}

/** Takes in what a week came to hold. A week that could not hold its target pulls the reference down with it. */
export function noteWeek(
  frame: WeekFrame,
  volume: Volume,
  targetKm: number,
  plannedKm: number,
  whole: boolean,
): void {
  volume.recentKm.push(plannedKm);
  const training = frame.phase === "base" || frame.phase === "build";
  // After a week of relief the next one repeats the last ordinary week instead of growing past it.
  volume.sinceRelief = frame.cutback || !training || !whole;
  if (training && whole && !frame.cutback && plannedKm < targetKm * 0.97)
    volume.refKm = Math.max(1, plannedKm);
  const idle = volume.recentKm.slice(-2).every((km) => km === 0) && volume.recentKm.length >= 2;
  if (idle) volume.refKm = Math.max(volume.refKm * 0.8, Math.min(volume.refKm, volume.restartKm));
}
