import type { IsoDate } from "@repo/core/calendar";
import type { Session } from "@repo/core/progress";
import { median, minimalDetectableChange } from "@repo/core/stats";
import { rounded } from "./report-fact.ts";

/** The same repetitions, first and last time of a block, in s/km; fewer seconds are a positive change. */
export type Benchmark = {
  /** Length of the repetitions, metres. */
  repM: number;
  sessions: number;
  first: { date: IsoDate; reps: number; paceSPerKm: number };
  last: { date: IsoDate; reps: number; paceSPerKm: number };
  changePct: number;
  /** Less than this between two sessions is noise (95 %). */
  detectablePct: number;
};

/** Repetitions are run to order, but wind, track and day move them like a test does. SOURCES.md [hopkins-hewson-2001] */
const TYPICAL_ERROR_PCT = 1.5;
const SAME_LENGTH = 0.06;
const ROUND_M = 50;

/** Repetitions of one length that came back at least three weeks later within the sessions given, longest first. */
export function benchmarksOf(sessions: readonly Session[]): Benchmark[] {
  const byLength = new Map<number, Session[]>();
  for (const session of sessions) {
    const length = repLengthOf(session);
    if (length === null) continue;
    const key = [...byLength.keys()].find((each) => Math.abs(each / length - 1) <= SAME_LENGTH) ?? length;
    byLength.set(key, [...(byLength.get(key) ?? []), session]);
  }
  return [...byLength]
    .flatMap(([length, own]) => benchmark(length, own) ?? [])
    .sort((a, b) => b.repM - a.repM);
}

const APART_DAYS = 21;

function benchmark(length: number, sessions: readonly Session[]): Benchmark | null {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first?.repPaceSPerKm || !last?.repPaceSPerKm || last.day - first.day < APART_DAYS) return null;
  const run = (session: Session, paceSPerKm: number) => ({
    date: session.activity.date,
    reps: session.reps.length,
    paceSPerKm: rounded(paceSPerKm, 1),
  });
  return {
    repM: Math.round(length / ROUND_M) * ROUND_M,
    sessions: sessions.length,
    first: run(first, first.repPaceSPerKm),
    last: run(last, last.repPaceSPerKm),
    changePct: rounded(100 * (first.repPaceSPerKm / last.repPaceSPerKm - 1), 1),
    detectablePct: rounded(minimalDetectableChange(TYPICAL_ERROR_PCT), 1),
  };
}

function repLengthOf(session: Session): number | null {
  if (session.kind !== "quality" || session.reps.length < 2) return null;
  return median(session.reps.map((rep) => rep.distanceM));
}
