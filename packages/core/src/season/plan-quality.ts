import type { DayRole } from "./choose-days.ts";
import { chooseQuality, steadyTurn } from "./choose-quality.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { isStale, noteGiven, type Placed, type PlanState, type Setup } from "./plan-state.ts";
import { qualitySession } from "./quality-sessions.ts";
import { PLANNER } from "./season-limits.ts";
import { type LongFinish, longRun, type Session } from "./session-blocks.ts";

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
function fastFinish(frame: WeekFrame, setup: Setup, longKm: number, budgetKm: number): LongFinish | null {
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
  if (!marathon) return { km: finishKm, pace: "hm", workout: "fast-finish-long-run" };
  // Beginners end some long runs at marathon pace too, but the block itself is not theirs (M107, M137).
  return { km: finishKm, pace: "mp", workout: setup.level === "beginner" ? null : "marathon-pace-block" };
}

function place(day: number, session: Session, setup: Setup): Placed {
  return { day, session, made: setup.resolve(session) };
}

/** What a week offers its hard running. */
type QualityRoom = {
  trainingKm: number;
  longKm: number;
  /** How long a run of this week may be (30-day rule). */
  longestKm: number;
  /** Whether the long run stands beside a hard day and so must be easy to its end. */
  longStaysEasy: boolean;
};

/**
 * The long run and the quality sessions of a week, within its budget of hard kilometres (M6). Days whose session does
 * not fit the budget turn easy; in the base phase the quality days hold strides and hill sprints, which are easy runs.
 */
export function planQuality(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  roles: (DayRole | null)[],
  room: QualityRoom,
): Placed[] {
  const { trainingKm, longKm, longestKm } = room;
  const placed: Placed[] = [];
  let budgetKm = trainingKm * PLANNER.hardShare;
  const longAt = roles.indexOf("long");
  const finish = longAt < 0 || room.longStaysEasy ? null : fastFinish(frame, setup, longKm, budgetKm);
  if (longAt >= 0) placed.push(place(frame.monday + longAt, longRun(longKm, finish), setup));
  if (finish) {
    budgetKm -= finish.km;
    // With a hard long run only the advanced run two more hard days (M57, M74).
    const second = roles.indexOf("steady");
    if (second >= 0 && setup.level !== "advanced") roles[second] = "easy";
  }
  if (frame.phase === "base") return [...placed, ...baseQuality(frame, setup, roles, trainingKm, longestKm)];
  const days = roles.flatMap((role, at) => (role === "fast" || role === "steady" ? [at] : []));
  days.forEach((at, index) => {
    // With one quality day a week the two lines of work take turns by blocks of four weeks.
    const alone = days.length === 1 && steadyTurn(frame);
    const line = alone ? "steady" : (roles[at] as "fast" | "steady");
    const share = index < days.length - 1 ? budgetKm * 0.45 : budgetKm;
    const placedHere = placeQuality(
      frame,
      line,
      setup,
      state,
      share,
      frame.monday + at,
      longestKm,
      trainingKm,
    );
    if (!placedHere) {
      roles[at] = "easy";
      return;
    }
    budgetKm -= placedHere.hardKm;
    placed.push(placedHere.placed);
  });
  return placed;
}

/** The session at the largest dose that keeps the whole run inside the 30-day rule; null where none does. */
function placeQuality(
  frame: WeekFrame,
  line: "fast" | "steady",
  setup: Setup,
  state: PlanState,
  budgetKm: number,
  day: number,
  longestKm: number,
  trainingKm: number,
): { placed: Placed; hardKm: number } | null {
  let budget = budgetKm;
  for (let attempt = 0; attempt < 4; attempt++) {
    const quality = chooseQuality(frame, line, setup.level, budget, (name, dose) =>
      isStale(state, `${name}:${dose}`, day),
    );
    if (!quality) return null;
    const made = place(day, qualitySession(quality.name, quality.dose, warmUpKm(trainingKm)), setup);
    if (made.made.plannedKm <= longestKm) {
      noteGiven(state, `${quality.name}:${quality.dose}`, day);
      return { placed: made, hardKm: quality.hardKm };
    }
    budget = quality.hardKm * 0.75;
  }
  return null;
}

function baseQuality(
  frame: WeekFrame,
  setup: Setup,
  roles: (DayRole | null)[],
  trainingKm: number,
  longestKm: number,
): Placed[] {
  const at = roles.indexOf("steady");
  const due = frame.at >= PROGRESSION_FROM_WEEK && !frame.cutback && setup.level !== "beginner";
  if (at < 0 || !due || trainingKm < 20) return [];
  const dose = 5 + Math.min(5, frame.at - PROGRESSION_FROM_WEEK);
  const placed = place(frame.monday + at, qualitySession("progression", dose, 1), setup);
  return placed.made.plannedKm <= longestKm ? [placed] : [];
}
