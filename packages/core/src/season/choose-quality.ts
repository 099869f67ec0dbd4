import type { Level } from "@repo/core/athlete";
import type { EventClass } from "./event.ts";
import type { WeekFrame } from "./lay-out-weeks.ts";
import { QUALITY, type QualityName, type QualitySession } from "./quality-sessions.ts";

/** A chosen session and its dose. */
export type Quality = { name: QualityName; dose: number; hardKm: number };

type Menu = Readonly<Record<"fast" | "steady", readonly QualityName[]>>;
type Phase = "build" | "speed" | "peak";

const ENDURANCE: Menu = {
  fast: ["thousands10k", "fours"],
  steady: ["tempo", "tempoIntervals", "brokenTempo"],
};

/** Two lines of work a phase, a new session about every four weeks (M35): longer reps first, then faster (M126). */
const MENUS: Readonly<Record<EventClass, Readonly<Record<Phase, Menu>>>> = {
  mile: {
    build: { fast: ["hillRepeats", "eights", "fours"], steady: ["tempo", "brokenTempo", "tempoIntervals"] },
    speed: { fast: ["fours", "gears200s"], steady: ["gears200s", "brokenTempo"] },
    peak: { fast: ["sharp200s"], steady: ["sharp400s"] },
  },
  "5k": {
    build: {
      fast: ["hillRepeats", "thousands", "eights"],
      steady: ["tempo", "brokenTempo", "tempoIntervals"],
    },
    speed: { fast: ["eights", "fours"], steady: ["brokenTempo", "gears200s"] },
    peak: { fast: ["sharp400s"], steady: ["sharp200s"] },
  },
  "10k": {
    build: {
      fast: ["hillRepeats", "thousands", "eights"],
      steady: ["tempo", "tempoIntervals", "brokenTempo"],
    },
    speed: { fast: ["fours", "eights"], steady: ["thousands10k", "brokenTempo"] },
    peak: { fast: ["sharp400s"], steady: ["thousands10k"] },
  },
  hm: {
    build: {
      fast: ["thousands", "eights", "hillRepeats"],
      steady: ["tempo", "tempoIntervals", "brokenTempo"],
    },
    speed: { fast: ["thousands10k", "fours"], steady: ["twosHalf", "halfTempo"] },
    peak: { fast: ["sharp400s"], steady: ["twosHalf"] },
  },
  marathon: {
    build: ENDURANCE,
    speed: { fast: ["fours", "thousands10k"], steady: ["halfTempo", "marathonPace"] },
    peak: { fast: ["sharp400s"], steady: ["marathonPace"] },
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

/** Which block of about four weeks a week lies in, and its place there: a phase is cut into even blocks. */
function blockOf(frame: WeekFrame): { block: number; at: number } {
  const blocks = Math.max(1, Math.round(frame.of / WEEKS_A_SESSION));
  const length = frame.of / blocks;
  const block = Math.min(blocks - 1, Math.floor(frame.at / length));
  return { block, at: frame.at - Math.ceil(block * length) };
}

/** Whether one quality day a week is the steady line's turn: the lines change with every block. */
export function steadyTurn(frame: WeekFrame): boolean {
  return blockOf(frame).block % 2 === 1;
}

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
  const grown = min + step * 2 * Math.max(0, blockOf(frame).at);
  const wanted = frame.phase === "peak" || frame.cutback ? min : Math.min(max, grown);
  return Math.min(wanted, affordable);
}

/**
 * The week's quality session of one line of work, or null where the week's budget of hard kilometres holds none.
 *
 * @param budgetKm hard kilometres this session may hold (M6)
 * @param isStale whether a session at a dose has been given often enough (M35)
 */
export function chooseQuality(
  frame: WeekFrame,
  line: "fast" | "steady",
  level: Level,
  budgetKm: number,
  isStale: (name: QualityName, dose: number) => boolean,
): Quality | null {
  const phase = phaseOf(frame);
  if (!phase) return null;
  const menu = level === "beginner" ? BEGINNER[phase] : MENUS[frame.event][phase];
  const names = menu[line];
  const first = blockOf(frame).block % names.length;
  let fallback: Quality | null = null;
  for (let at = 0; at < names.length; at++) {
    const name = names[(first + at) % names.length] as QualityName;
    const quality: QualitySession = QUALITY[name];
    const dose = doseFor(quality, frame, budgetKm);
    if (dose === null) continue;
    if (!isStale(name, dose)) return { name, dose, hardKm: dose * quality.hardKm };
    // A step less is another session too, when there is nothing else for the budget.
    const less = dose - quality.dose.step;
    if (less >= quality.dose.min / 2 && !isStale(name, less)) {
      fallback ??= { name, dose: less, hardKm: less * quality.hardKm };
    }
  }
  return fallback;
}
