import type { Runner } from "./draw-runner.ts";
import type { Habits } from "./habits.ts";

export type SimulatedSession = {
  /** 0 (Monday) to 6. */
  weekday: number;
  kind: "easy" | "long" | "quality" | "strength";
  title: string;
  /** Planned distance of an easy or long run. */
  km: number;
  /** Repetitions: how many, how long (m or s), and the fraction of the aerobic maximum they ask for. */
  reps: number;
  repM: number | null;
  repS: number | null;
  fraction: number;
};

type Menu = {
  family: string;
  reps: number;
  step: number;
  repM?: number;
  repS?: number;
  fraction: number;
  title(reps: number): string;
};

/** The workouts a runner who varies goes through, about four weeks each with one variable rising (M35, M44). */
const MENU: readonly Menu[] = [
  { family: "800", reps: 5, step: 1, repM: 800, fraction: 0.97, title: (n) => `${n} x 800 m` },
  { family: "tempo", reps: 1, step: 0, repS: 1200, fraction: 0.865, title: () => "Tempo 20 min" },
  { family: "400", reps: 8, step: 1, repM: 400, fraction: 1, title: (n) => `${n} x 400 m` },
  { family: "hills", reps: 6, step: 1, repS: 60, fraction: 0.98, title: (n) => `${n} x 60 s hills` },
  { family: "1000", reps: 4, step: 1, repM: 1000, fraction: 0.96, title: (n) => `${n} x 1000 m` },
  { family: "mile", reps: 3, step: 0, repM: 1609, fraction: 0.89, title: (n) => `${n} x 1 mile threshold` },
  { family: "fartlek", reps: 8, step: 1, repS: 60, fraction: 0.97, title: (n) => `Fartlek ${n} x 1 min` },
  { family: "200", reps: 8, step: 2, repM: 200, fraction: 1.06, title: (n) => `${n} x 200 m` },
];

const QUALITY_DAYS = [1, 3];
const EASY_DAYS = [2, 4, 5, 0, 3, 1];
const CUTBACK_EVERY = 4;
const CUTBACK_FACTOR = 0.72;
/** A recovery block of two weeks twice a year, after the goal race (M129). */
const RECOVERY_EVERY = 25;

/** The sessions of one week of a runner with these habits. `week` counts from the first week of the history. */
export function chooseSessions(
  runner: Runner,
  habits: Habits,
  week: number,
  styleSeed: number,
): SimulatedSession[] {
  const recovering = habits.recoveryBlocks && week > 0 && (week + styleSeed) % RECOVERY_EVERY < 2;
  const cutback = habits.cutbacks && (week + 1) % CUTBACK_EVERY === 0;
  const ramp = Math.min(1.25, 0.92 + 0.004 * week);
  const factor = habits.volume * ramp * (cutback ? CUTBACK_FACTOR : 1) * (recovering ? 0.45 : 1);
  const km = runner.weeklyKm * factor;
  const sessions = recovering ? [] : qualitySessions(runner, habits, week, styleSeed);
  const longKm = habits.longRun ? Math.max(km * 0.32, 6) : 0;
  if (habits.longRun) sessions.push(easyRun(6, "long", "Long run", longKm));
  sessions.push(...easyRuns(runner, habits, km - longKm - sessions.length * 6, sessions));
  if (habits.strength && !recovering) sessions.push(...strengthSessions(runner));
  return sessions.sort((a, b) => a.weekday - b.weekday);
}

function easyRun(weekday: number, kind: "easy" | "long", title: string, km: number): SimulatedSession {
  return { weekday, kind, title, km, reps: 0, repM: null, repS: null, fraction: 0 };
}

function easyRuns(runner: Runner, habits: Habits, km: number, taken: SimulatedSession[]): SimulatedSession[] {
  const runs =
    Math.min(runner.runsPerWeek, habits.volume < 0.5 ? 3 : 7) + (habits.restDays ? 0 : 2) - taken.length;
  const free = EASY_DAYS.filter((day) => !taken.some((session) => session.weekday === day));
  const count = Math.max(1, Math.min(runs, free.length));
  // Without a long run there is no run of more than the better part of an hour.
  const each = Math.min(Math.max(2.5, km / count), habits.longRun ? 14 : 7.5);
  return free.slice(0, count).map((day) => easyRun(day, "easy", "Easy run", each));
}

function strengthSessions(runner: Runner): SimulatedSession[] {
  return [2, 5].slice(0, runner.strengthPerWeek).map((weekday) => ({
    ...easyRun(weekday, "easy", "Strength", 0),
    kind: "strength" as const,
  }));
}

function qualitySessions(
  runner: Runner,
  habits: Habits,
  week: number,
  styleSeed: number,
): SimulatedSession[] {
  if (habits.quality === "none") return [];
  const days = habits.quality === "spoiled" ? [0, 3] : QUALITY_DAYS;
  return days.slice(0, runner.qualityPerWeek).map((weekday, slot) => {
    const same = habits.quality === "same";
    const block = same ? styleSeed : Math.floor(week / 4) + styleSeed + slot * 3;
    const menu = MENU[block % MENU.length] as Menu;
    const reps = menu.reps + (same ? 1 : menu.step * (week % 4));
    return {
      weekday,
      kind: "quality",
      title: menu.title(reps),
      km: 0,
      reps,
      repM: menu.repM ?? null,
      repS: menu.repS ?? null,
      fraction: menu.fraction,
    };
  });
}
