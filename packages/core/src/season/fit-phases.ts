import type { PhaseKind } from "./schema.ts";
import { PHASE_WEEKS } from "./season-limits.ts";

/** A run of weeks of one phase. */
export type PhaseSpan = { kind: PhaseKind; weeks: number };

export type FitQuestion = {
  /** Weeks up to the taper. */
  weeks: number;
  /** Whether base work is behind the athlete: an earlier base of the season, or a running habit that stands for it. */
  hasBase: boolean;
  /** Whether the season has had its base already, so that this cycle may start with build (M126). */
  later: boolean;
};

const { base: BASE, build: BUILD, speed: SPEED } = PHASE_WEEKS;
const SHORTEST_FULL = BASE.min + BUILD.min + SPEED.min;
const LONGEST_FULL = BASE.max + BUILD.max + SPEED.max;
const SHORTEST_ROUND = BASE.min + BUILD.min + 1;
const LONGEST_ROUND = BASE.max + BUILD.max + 1;

/** Grows each phase from its shortest, a week at a time in turn, until the weeks are used or all are at their longest. */
function grow(kinds: readonly ("base" | "build" | "speed")[], weeks: number): PhaseSpan[] {
  const spans = kinds.map((kind) => ({ kind, weeks: PHASE_WEEKS[kind].min as number }));
  let left = weeks - spans.reduce((sum, span) => sum + span.weeks, 0);
  while (left > 0) {
    const before = left;
    for (const span of spans) {
      if (left > 0 && span.weeks < PHASE_WEEKS[span.kind].max) {
        span.weeks += 1;
        left -= 1;
      }
    }
    if (left === before) break;
  }
  return spans;
}

/** Base and build with a week of recovery: a round before the one that leads to the race, for a long run-up. */
function frontRounds(weeks: number): PhaseSpan[] {
  if (weeks <= 0) return [];
  if (weeks < SHORTEST_ROUND) return [{ kind: "free", weeks }];
  if (weeks <= LONGEST_ROUND) return [...grow(["base", "build"], weeks - 1), { kind: "recovery", weeks: 1 }];
  const round = Math.min(LONGEST_ROUND, Math.max(SHORTEST_ROUND, Math.floor(weeks / 2)));
  return [...frontRounds(weeks - round), ...frontRounds(round)];
}

function longRunUp(weeks: number): PhaseSpan[] {
  const spare = weeks - LONGEST_FULL;
  if (spare < 3) return [...frontRounds(spare), ...grow(["base", "build", "speed"], LONGEST_FULL)];
  const main = Math.min(LONGEST_FULL, Math.max(SHORTEST_FULL, weeks - LONGEST_ROUND));
  return [...frontRounds(weeks - main), ...grow(["base", "build", "speed"], main)];
}

function shortFirst({ weeks, hasBase }: FitQuestion): PhaseSpan[] {
  if (weeks >= BASE.min + BUILD.min) return grow(["base", "build"], weeks);
  if (weeks >= BASE.min + SPEED.min) return grow(["base", "speed"], weeks);
  if (!hasBase) return nonEmpty([{ kind: "base", weeks }]);
  if (weeks <= SPEED.max) return nonEmpty([{ kind: "speed", weeks }]);
  return [
    { kind: "base", weeks: weeks - SPEED.min },
    { kind: "speed", weeks: SPEED.min },
  ];
}

function shortLater(weeks: number): PhaseSpan[] {
  if (weeks >= BUILD.min + SPEED.min) return grow(["build", "speed"], weeks);
  if (weeks > SPEED.max) return [{ kind: "build", weeks }];
  return nonEmpty([{ kind: "speed", weeks }]);
}

function nonEmpty(spans: PhaseSpan[]): PhaseSpan[] {
  return spans.filter((span) => span.weeks > 0);
}

/**
 * Fits the phases that lead to a taper into the weeks there are, at the articles' lengths (M125–M127): base 8–12,
 * build 6–10, speed 4–8. With too little time it drops phases before it shortens them; base is dropped last.
 */
export function fitPhases(question: FitQuestion): PhaseSpan[] {
  if (question.weeks <= 0) return [];
  if (question.weeks > LONGEST_FULL) return longRunUp(question.weeks);
  if (question.weeks >= SHORTEST_FULL) return grow(["base", "build", "speed"], question.weeks);
  return question.later ? shortLater(question.weeks) : shortFirst(question);
}
