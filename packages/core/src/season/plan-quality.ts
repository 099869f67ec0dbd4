import type { DayRole } from "./choose-days.ts";
import { chooseQuality, steadyTurn } from "./choose-quality.ts";
import { hasRoom, roomOn, runOn } from "./day-room.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { noteGiven, type Placed, type PlanState, type Setup, timesGiven } from "./plan-state.ts";
import { qualitySession, qualityWorkout } from "./quality-sessions.ts";
import { roundTo } from "./round-distance.ts";
import { PLANNER } from "./season-limits.ts";
import { type LongFinish, longRun, type Session } from "./session-blocks.ts";

/** From this week of base on, the second line may hold a progression run: still no hard intervals (M125). */
const PROGRESSION_FROM_WEEK = 4;
/** First fast end of a cycle, by how much it grows each time, and its longest (M42, M107). */
const FINISH = {
  hm: { first: 2, step: 1, most: 6 },
  mp: { first: 8, step: 2, most: 16 },
} as const;
/** Share of a week's hard running that its marathon-pace long run may take: it is the session of its week. */
const FINISH_SHARE = { hm: 0.6, mp: 0.85 } as const;

/** Sessions of the taper are no longer than this, warm-up included. */
const LONGEST_SHARPENER_KM = 11;

/** How long a session should be: like the week's other runs; in a race week it may hold more, as the easy runs are short. */
function aimKm(frame: WeekFrame, room: QualityRoom): number {
  if (frame.phase !== "peak") return room.usualKm;
  const km = frame.weeksToGoal === 0 ? Math.max(room.usualKm, room.trainingKm * 0.4) : room.usualKm;
  return Math.min(km, LONGEST_SHARPENER_KM);
}

/** Warm-up by volume; never under a kilometre (M32, M99). */
function warmUpKm(trainingKm: number): number {
  if (trainingKm < 20) return 1;
  return trainingKm < 35 ? 1.5 : 2;
}

/** Whether this week's long run ends fast: every other full week of build and speed, and two weeks before a marathon. */
function isFinishDue(frame: WeekFrame, setup: Setup): boolean {
  const marathon = frame.event === "marathon";
  if (frame.cutback || (setup.level === "beginner" && !marathon)) return false;
  if (frame.event === "mile" || frame.event === "5k" || frame.event === "ultra") return false;
  if (frame.phase === "peak") return marathon && frame.at === 0;
  return (frame.phase === "speed" || (frame.phase === "build" && frame.at >= 1)) && frame.at % 2 === 1;
}

/** Long runs that end fast (M42) or at marathon pace (M107, M130), each a step longer than the last. */
function fastFinish(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  room: QualityRoom,
  budgetKm: number,
): LongFinish | null {
  if (room.longStaysEasy || !isFinishDue(frame, setup)) return null;
  const pace = frame.event === "marathon" ? "mp" : "hm";
  const { first, step, most } = FINISH[pace];
  const grown = frame.phase === "peak" ? first + step : first + step * state.finishes;
  const km = Math.floor(Math.min(most, grown, room.longKm * 0.5, budgetKm * FINISH_SHARE[pace]));
  if (km < 2) return null;
  if (frame.phase !== "peak") state.finishes += 1;
  if (pace === "hm") return { km, pace, workout: "fast-finish-long-run" };
  // Beginners end some long runs at marathon pace too, but the block itself is not theirs (M107, M137).
  return { km, pace, workout: setup.level === "beginner" ? null : "marathon-pace-block" };
}

function place(day: number, session: Session, setup: Setup): Placed {
  return { day, session, made: setup.resolve(session) };
}

/** The long run on its day, shortened where the day has no time for it. */
function longOn(day: number, km: number, finish: LongFinish | null, setup: Setup): Placed {
  return runOn(setup, day, km, (each) => longRun(each, finish && finish.km <= each / 2 ? finish : null));
}

/** What a week offers its hard running. */
export type QualityRoom = {
  trainingKm: number;
  longKm: number;
  /** How long a run of this week may be (30-day rule). */
  longestKm: number;
  /** How long a run of the week is that is not its long run, on average. */
  usualKm: number;
  /** Whether the long run stands beside a hard day and so must be easy to its end. */
  longStaysEasy: boolean;
};

/**
 * The long run and the quality sessions of a week, within its budget of hard kilometres (M6). Days whose session does
 * not fit the budget turn easy; in the base phase the quality days hold strides and sprints, which are easy runs.
 */
export function planQuality(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  roles: (DayRole | null)[],
  room: QualityRoom,
): Placed[] {
  const placed: Placed[] = [];
  if (frame.phase === "base" && frame.at === 0) state.finishes = 0;
  let budgetKm = room.trainingKm * PLANNER.hardShare;
  const longAt = roles.indexOf("long");
  const finish = longAt < 0 ? null : fastFinish(frame, setup, state, room, budgetKm);
  if (longAt >= 0) placed.push(longOn(frame.monday + longAt, room.longKm, finish, setup));
  if (finish) {
    budgetKm -= finish.km;
    // With a hard long run only the advanced run two more hard days (M57, M74).
    const second = roles.indexOf("steady");
    if (second >= 0 && setup.level !== "advanced") roles[second] = "easy";
  }
  if (frame.phase === "base") return [...placed, ...baseQuality(frame, setup, state, roles, room)];
  const days = roles.flatMap((role, at) => (role === "fast" || role === "steady" ? [at] : []));
  days.forEach((at, index) => {
    // With one quality day a week the two lines of work take turns by blocks of four weeks.
    const line = days.length === 1 && steadyTurn(frame) ? "steady" : (roles[at] as "fast" | "steady");
    const day = frame.monday + at;
    const offer = {
      seconds: roomOn(setup, day),
      budgetKm: index < days.length - 1 ? budgetKm * 0.5 : budgetKm,
      longestKm: room.longestKm,
      aimKm: aimKm(frame, room),
      warmUpKm: warmUpKm(room.trainingKm),
    };
    let chosen = chooseQuality(frame, line, setup, state, day, offer);
    if (!chosen && days.length === 1) {
      chosen = chooseQuality(frame, line === "fast" ? "steady" : "fast", setup, state, day, offer);
    }
    if (!chosen) {
      roles[at] = "easy";
      return;
    }
    budgetKm -= chosen.made.hardKm;
    placed.push(chosen);
  });
  return placed;
}

function baseQuality(
  frame: WeekFrame,
  setup: Setup,
  state: PlanState,
  roles: readonly (DayRole | null)[],
  room: QualityRoom,
): Placed[] {
  const at = roles.indexOf("steady");
  const due = frame.at >= PROGRESSION_FROM_WEEK && !frame.cutback && setup.level !== "beginner";
  if (at < 0 || !due || room.trainingKm < 20) return [];
  const day = frame.monday + at;
  const doses = qualityWorkout("progression").doses.length;
  const reached = frame.at === PROGRESSION_FROM_WEEK ? -1 : (state.reached.get("progression")?.dose ?? -1);
  const dose = Math.min(doses - 1, reached + 1);
  // At its last step it has done its work: strides take its place again (M35).
  const key = `progression:${dose}`;
  if (dose === doses - 1 && timesGiven(state, key, day) >= 2) return [];
  const shortest = place(day, qualitySession("progression", dose, 1, 1), setup);
  if (shortest.made.plannedKm > room.longestKm || !hasRoom(setup, day, shortest.made)) return [];
  state.reached.set("progression", { day, dose });
  noteGiven(state, key, day);
  const missing = Math.min(room.usualKm, room.longestKm) - shortest.made.plannedKm;
  if (missing < 0.5) return [shortest];
  const [warmKm, coolKm] = [
    Math.min(5, 1 + roundTo(missing * 0.7, 0.5)),
    Math.min(2.5, 1 + roundTo(missing * 0.3, 0.5)),
  ];
  const longer = place(day, qualitySession("progression", dose, warmKm, coolKm), setup);
  return [hasRoom(setup, day, longer.made) ? longer : shortest];
}
