import type { Level } from "@repo/core/athlete";
import type { EventClass } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { QUALITY, type QualityName, type QualitySession } from "./quality-sessions.ts";

/** A chosen session and its dose. */
export type Quality = { name: QualityName; dose: number; hardKm: number };

type Menu = Readonly<Record<"fast" | "steady", readonly QualityName[]>>;
type Phase = "build" | "speed" | "peak";

const ENDURANCE: Menu = { fast: ["thousands10k", "fours"], steady: ["tempo", "miles", "brokenTempo"] };

/** Two lines of work a phase, a new session about every four weeks (M35): longer reps first, then faster (M126). */
const MENUS: Readonly<Record<EventClass, Readonly<Record<Phase, Menu>>>> = {
  mile: {
    build: { fast: ["hillRepeats", "eights", "fours"], steady: ["tempo", "brokenTempo", "miles"] },
    speed: { fast: ["fours", "gears200s"], steady: ["gears200s", "brokenTempo"] },
    peak: { fast: ["short200s"], steady: ["fours"] },
  },
  "5k": {
    build: { fast: ["hillRepeats", "thousands", "eights"], steady: ["tempo", "brokenTempo", "miles"] },
    speed: { fast: ["eights", "fours"], steady: ["brokenTempo", "gears200s"] },
    peak: { fast: ["fours"], steady: ["short200s"] },
  },
  "10k": {
    build: { fast: ["hillRepeats", "thousands", "eights"], steady: ["tempo", "miles", "brokenTempo"] },
    speed: { fast: ["fours", "eights"], steady: ["thousands10k", "brokenTempo"] },
    peak: { fast: ["fours"], steady: ["thousands10k"] },
  },
  hm: {
    build: { fast: ["thousands", "eights", "hillRepeats"], steady: ["tempo", "miles", "brokenTempo"] },
    speed: { fast: ["thousands10k", "fours"], steady: ["twosHalf", "halfTempo"] },
    peak: { fast: ["fours"], steady: ["twosHalf"] },
  },
  marathon: {
    build: ENDURANCE,
    speed: { fast: ["fours", "thousands10k"], steady: ["halfTempo", "marathonPace"] },
    peak: { fast: ["fours"], steady: ["marathonPace"] },
  },
  ultra: {
    build: ENDURANCE,
    speed: { fast: ["hillRepeats", "fours"], steady: ["marathonPace", "tempo"] },
    peak: { fast: ["hillRepeats"], steady: ["marathonPace"] },
  },
};

/** Beginners run the articles' beginner sessions alone (M18–M35, M137), by time and feel before pace. */
const BEGINNER: Readonly<Record<Phase, Menu>> = {
  build: { fast: ["fartlek", "hillRepeats", "fartlek"], steady: ["progression", "tempo", "progression"] },
  speed: { fast: ["fartlek", "short200s"], steady: ["tempo", "progression"] },
  peak: { fast: ["short200s"], steady: ["progression"] },
};

const WEEKS_A_SESSION = 4;

function phaseOf(frame: WeekFrame): Phase | null {
  if (frame.phase === "build" || frame.phase === "speed" || frame.phase === "peak") return frame.phase;
  return frame.phase === "race" ? "peak" : null;
}

/** Dose of the week: grows by one step a week inside its four weeks, shrinks in cutbacks and taper, fits the budget. */
function doseFor(quality: QualitySession, frame: WeekFrame, budgetKm: number): number | null {
  const { min, max, step } = quality.dose;
  const affordable = Math.floor(budgetKm / quality.hardKm / step + 1e-9) * step;
  const least = Math.max(step, Math.ceil(min / 2 / step) * step);
  if (affordable < least) return null;
  const grown = min + step * 2 * (frame.at % WEEKS_A_SESSION);
  const wanted = frame.phase === "peak" || frame.cutback ? min : Math.min(max, grown);
  return Math.min(wanted, affordable);
}

/**
 * The week's quality session of one line of work, or null where the week's budget of hard kilometres holds none.
 *
 * @param budgetKm hard kilometres this session may hold (M6)
 */
export function chooseQuality(
  frame: WeekFrame,
  line: "fast" | "steady",
  level: Level,
  budgetKm: number,
): Quality | null {
  const phase = phaseOf(frame);
  if (!phase) return null;
  const menu = level === "beginner" ? BEGINNER[phase] : MENUS[frame.event][phase];
  const names = menu[line];
  const first = Math.floor(frame.at / WEEKS_A_SESSION) % names.length;
  for (let at = 0; at < names.length; at++) {
    const name = names[(first + at) % names.length] as QualityName;
    const quality: QualitySession = QUALITY[name];
    const dose = doseFor(quality, frame, budgetKm);
    if (dose !== null) return { name, dose, hardKm: dose * quality.hardKm };
  }
  return null;
}
