import type { Level } from "@repo/core/athlete";
import type { EventClass } from "./event.ts";

/** The two lines of work of a week: what is fast and what is steady. */
export type Line = "fast" | "steady";
export type QualityPhase = "build" | "speed" | "peak";
type Menu = Readonly<Record<Line, readonly string[]>>;

/** Sessions by event and phase (M106): longer repetitions first, then faster (M126); levels drop what is not theirs. */
const MENUS: Readonly<Record<EventClass, Readonly<Record<QualityPhase, Menu>>>> = {
  mile: {
    build: {
      fast: ["hill-repeats", "repeats-800-5k", "hill-blend", "repeats-400-5k"],
      steady: ["tempo-run", "tempo-intervals", "broken-tempo", "tempo-then-800s"],
    },
    speed: {
      fast: ["repeats-200-classic", "fast-reps-1500", "combo-5k", "long-sprints-150", "ladder"],
      steady: ["repeats-400-5k", "broken-tempo", "float-200s", "alternators"],
    },
    peak: { fast: ["sharpen-200-300"], steady: ["sharpen-400"] },
  },
  "5k": {
    build: {
      fast: ["hill-repeats", "repeats-1000-5k", "hill-strength", "repeats-800-5k"],
      steady: ["tempo-run", "tempo-intervals", "broken-tempo", "tempo-then-800s"],
    },
    speed: {
      fast: ["repeats-400-5k", "race-pace-5k-1200", "combo-5k", "ladder"],
      steady: ["broken-tempo", "float-200s", "repeats-200-classic", "alternators"],
    },
    peak: { fast: ["sharpen-400"], steady: ["sharpen-200-300"] },
  },
  "10k": {
    build: {
      fast: ["hill-repeats", "repeats-1000-5k", "hill-blend", "repeats-800-5k"],
      steady: ["tempo-run", "tempo-intervals", "broken-tempo", "800s-then-tempo"],
    },
    speed: {
      fast: ["repeats-400-5k", "ladder", "repeats-1000-5k"],
      steady: ["race-pace-10k", "combo-half", "sandwich"],
    },
    peak: { fast: ["sharpen-400"], steady: ["race-pace-10k"] },
  },
  hm: {
    build: {
      fast: ["hill-repeats", "repeats-1000-5k", "intervals-3min"],
      steady: ["tempo-run", "tempo-intervals", "broken-tempo"],
    },
    speed: {
      fast: ["race-pace-10k", "repeats-400-5k", "ladder"],
      steady: ["race-pace-half", "combo-half", "marathon-tempo", "tempo-run"],
    },
    peak: { fast: ["sharpen-400"], steady: ["race-pace-half", "tempo-intervals"] },
  },
  marathon: {
    build: {
      fast: ["hill-repeats", "marathon-400s", "repeats-1000-5k"],
      steady: ["tempo-run", "tempo-intervals", "marathon-tempo"],
    },
    speed: {
      fast: ["marathon-400s", "race-pace-10k", "marathon-200s"],
      steady: ["marathon-tempo", "race-pace-half", "three-by-5k", "tempo-run"],
    },
    peak: { fast: ["sharpen-400"], steady: ["marathon-pace"] },
  },
  ultra: {
    build: { fast: ["hill-repeats", "hill-strength"], steady: ["tempo-run", "tempo-intervals"] },
    speed: { fast: ["hill-repeats", "marathon-400s"], steady: ["marathon-pace", "tempo-run"] },
    peak: { fast: ["sharpen-400"], steady: ["marathon-pace"] },
  },
};

/** Beginners run the articles' beginner sessions alone (M18–M35, M137), by time and feel before pace. */
const BEGINNER: Readonly<Record<QualityPhase, Menu>> = {
  build: {
    fast: ["fartlek-timed", "hill-repeats", "intervals-3min"],
    steady: ["progression", "tempo-intervals", "tempo-run"],
  },
  speed: {
    fast: ["intervals-3min", "repeats-200-mile", "fartlek-timed"],
    steady: ["tempo-run", "tempo-intervals", "progression"],
  },
  peak: { fast: ["repeats-200-mile", "intervals-30-30"], steady: ["progression"] },
};

/** The sessions of a line of work, in the order in which its blocks of about four weeks take them. */
export function menuOf(event: EventClass, phase: QualityPhase, line: Line, level: Level): readonly string[] {
  return level === "beginner" ? BEGINNER[phase][line] : MENUS[event][phase][line];
}
