import { equivalentTimeS, speedAtFraction } from "@repo/core/paces";
import { type CauseRule, type CauseWindow, graded, row, shareOf } from "./cause-window.ts";
import type { Session } from "./read-session.ts";

const MIN_SESSIONS = 3;
/** A target this much above what the current score gives is somebody else's pace (1.5 points of score ≈ 3 %). */
const TOO_FAST_SHARE = 0.025;
/** A repetition this much slower than its target was missed (science.md §6.6). */
const MISSED_SHARE = 0.03;

type Verdict = { overTarget: number | null; missed: boolean; cutShort: boolean };

/** Targets from a wished-for fitness: too fast at the start, missed at the end, or broken off (M120, M124). */
export const fantasyPace: CauseRule = {
  cause: "fantasy-pace",
  read(window) {
    const verdicts = window.quality.flatMap((session) => judge(session, window.score) ?? []);
    if (verdicts.length < MIN_SESSIONS) return null;
    const over = verdicts.flatMap((verdict) => verdict.overTarget ?? []).sort((a, b) => a - b);
    const overTarget = over.length >= MIN_SESSIONS ? (over[over.length >> 1] ?? 0) : 0;
    const missed = shareOf(verdicts, (verdict) => verdict.missed);
    const cutShort = shareOf(verdicts, (verdict) => verdict.cutShort);
    const goalGap = goalGapPct(window);
    const evidence = [
      row("targets above current fitness", overTarget * 100, "%", TOO_FAST_SHARE * 100),
      row("sessions with missed repetitions", missed * 100, "%", 50),
      row("sessions broken off early", cutShort * 100, "%"),
    ];
    if (goalGap !== null) evidence.push(row("goal faster than current fitness", goalGap, "%", 4));
    const asked = graded(overTarget, 0.015, 0.045);
    const failed = graded(Math.max(missed, cutShort), 0.25, 0.6);
    const wished = goalGap === null ? 0 : graded(goalGap, 3, 8) * 0.3;
    return { strength: Math.min(1, 0.6 * asked + 0.55 * failed + wished), evidence };
  },
  remedy: {
    code: "train-at-current-pace",
    text: "Set the paces of hard sessions from the latest result, not from the goal, until a test says otherwise.",
    weeks: 4,
  },
  source: ["M120", "M124"],
};

/** Compares what a session asked for and what was run with the current score; null where neither can be known. */
function judge(session: Session, score: number | null): Verdict | null {
  const work = session.planned?.steps?.filter((step) => step.kind === "work") ?? [];
  const planned = work[0] ? middle(work[0].speedLowMps, work[0].speedHighMps) : null;
  const asked = planned ?? session.namedTargetMps;
  const lengthM = work[0]?.distanceM ?? session.reps[0]?.distanceM ?? null;
  const fair = score !== null && lengthM !== null ? fairSpeedMps(score, lengthM, session.reps.length) : null;
  const ran = session.repPaceSPerKm === null ? null : 1000 / session.repPaceSPerKm;
  const wanted = asked ?? ran;
  if (session.reps.length === 0 && asked === null) return null;
  const slow = session.reps.filter(
    (rep) => asked !== null && rep.distanceM / rep.durationS < asked * (1 - MISSED_SHARE),
  );
  const named = Number(/^(\d+)x/.exec(session.spec ?? "")?.[1] ?? 0);
  return {
    overTarget: fair !== null && wanted !== null ? wanted / fair - 1 : null,
    missed: session.reps.length >= 3 && slow.length > session.reps.length * 0.4,
    cutShort: session.reps.length >= 2 && named > session.reps.length,
  };
}

function middle(low: number | null, high: number | null): number | null {
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high);
}

/** The fastest sensible speed of a repetition: mile pace up to 300 m, 3 km pace to 600 m, interval pace to 1300 m, 10 km pace beyond. */
function fairSpeedMps(score: number, lengthM: number, reps: number): number {
  if (lengthM <= 300) return raceSpeed(score, 1609.344) * 1.03;
  if (lengthM <= 600) return raceSpeed(score, 3000) * 1.01;
  if (lengthM <= 1300) return speedAtFraction(score, 0.985);
  return reps <= 1 ? speedAtFraction(score, 0.9) : speedAtFraction(score, 0.93);
}

function raceSpeed(score: number, distanceM: number): number {
  const time = equivalentTimeS(score, distanceM);
  return time.known ? distanceM / time.value : speedAtFraction(score, 1);
}

/** How much faster the next goal is than the current score's time for it, in percent; null without a goal. */
function goalGapPct(window: CauseWindow): number | null {
  const goal = window.log.season?.request?.races.find((race) => race.goalTimeS != null);
  if (!goal?.goalTimeS || window.score === null) return null;
  const now = equivalentTimeS(window.score, goal.distanceM);
  return now.known ? (now.value / goal.goalTimeS - 1) * 100 : null;
}
