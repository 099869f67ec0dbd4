import type { DayRole } from "./choose-days.ts";
import { chooseQuality } from "./choose-quality.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { qualitySession } from "./quality-sessions.ts";
import { PLANNER } from "./season-limits.ts";
import { longRun, type Session } from "./session-blocks.ts";

/** From this week of base on, the second line may hold a progression run: still no hard intervals (M125). */
const PROGRESSION_FROM_WEEK = 4;
const LONGEST_FINISH_KM = 5;
const LONGEST_MARATHON_FINISH_KM = 16;

/** Warm-up by volume; never under a kilometre (M32, M99). */
function warmUpKm(trainingKm: number): number {
  if (trainingKm < 20) return 1;
  return trainingKm < 35 ? 1.5 : 2;
}

/** Long runs that end fast (M42) or at marathon pace (M107, M130): every other week, never for beginners' short races. */
function fastFinish(frame: WeekFrame, setup: Setup, longKm: number, budgetKm: number) {
  const marathon = frame.event === "marathon";
  if (setup.level === "beginner" && !marathon) return null;
  if (frame.event === "mile" || frame.event === "5k" || frame.event === "ultra") return null;
  const inPeak = frame.phase === "peak" && marathon && frame.at === 0;
  const inBlock =
    (frame.phase === "speed" || (frame.phase === "build" && frame.at >= 2)) && frame.at % 2 === 1;
  if (frame.cutback || !(inPeak || inBlock)) return null;
  const most = marathon ? LONGEST_MARATHON_FINISH_KM : LONGEST_FINISH_KM;
  const finishKm = Math.floor(Math.min(most, longKm * 0.45, budgetKm * 0.6));
  if (finishKm < 2) return null;
  return { km: finishKm, pace: marathon ? ("mp" as const) : ("hm" as const) };
}

function place(day: number, session: Session, setup: Setup): Placed {
  return { day, session, made: setup.resolve(session) };
}

/**
 * The long run and the quality sessions of a week, within its budget of hard kilometres (M6). Days whose session does
 * not fit the budget turn easy; in the base phase the quality days hold strides and hill sprints, which are easy runs.
 */
export function planQuality(
  frame: WeekFrame,
  setup: Setup,
  roles: (DayRole | null)[],
  trainingKm: number,
  longKm: number,
): Placed[] {
  const placed: Placed[] = [];
  let budgetKm = trainingKm * PLANNER.hardShare;
  const longAt = roles.indexOf("long");
  const finish = longAt < 0 ? null : fastFinish(frame, setup, longKm, budgetKm);
  if (longAt >= 0) placed.push(place(frame.monday + longAt, longRun(longKm, finish), setup));
  if (finish) {
    budgetKm -= finish.km;
    // With a hard long run only the advanced run two more hard days (M57, M74).
    const second = roles.indexOf("steady");
    if (second >= 0 && setup.level !== "advanced") roles[second] = "easy";
  }
  if (frame.phase === "base") return [...placed, ...baseQuality(frame, setup, roles, trainingKm)];
  const days = roles.flatMap((role, at) => (role === "fast" || role === "steady" ? [at] : []));
  days.forEach((at, index) => {
    // With one quality day a week the two lines of work take turns by blocks of four weeks.
    const alone = days.length === 1 && Math.floor(frame.at / 4) % 2 === 1;
    const line = alone ? "steady" : (roles[at] as "fast" | "steady");
    const share = index < days.length - 1 ? budgetKm * 0.45 : budgetKm;
    const quality = chooseQuality(frame, line, setup.level, share);
    if (!quality) {
      roles[at] = "easy";
      return;
    }
    budgetKm -= quality.hardKm;
    const session = qualitySession(quality.name, quality.dose, warmUpKm(trainingKm));
    placed.push(place(frame.monday + at, session, setup));
  });
  return placed;
}

function baseQuality(
  frame: WeekFrame,
  setup: Setup,
  roles: (DayRole | null)[],
  trainingKm: number,
): Placed[] {
  const at = roles.indexOf("steady");
  const due = frame.at >= PROGRESSION_FROM_WEEK && !frame.cutback && setup.level !== "beginner";
  if (at < 0 || !due || trainingKm < 20) return [];
  const dose = 5 + Math.min(5, frame.at - PROGRESSION_FROM_WEEK);
  return [place(frame.monday + at, qualitySession("progression", dose, 1), setup)];
}
